#include "cards/rules/pairs.h"

#include "cards/none.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr int kLongestTerm = 40;  // characters

struct Divider {
    std::string_view text;
    PairMark mark;
};
constexpr std::array kDividers{Divider{"：", PairMark::Colon},   Divider{": ", PairMark::Colon},
                               Divider{" - ", PairMark::Dash},   Divider{" — ", PairMark::Dash},
                               Divider{" – ", PairMark::Dash},   Divider{"——", PairMark::Dash},
                               Divider{" = ", PairMark::Equals}, Divider{"->", PairMark::Arrow},
                               Divider{"→", PairMark::Arrow},    Divider{"=>", PairMark::Arrow}};

std::size_t count_of(std::string_view text, std::string_view mark) {
    std::size_t count = 0;
    for (auto at = text.find(mark); at != kNone; at = text.find(mark, at + mark.size())) ++count;
    return count;
}

/// Whether what stands at `at` is inside a formula, a code span or brackets.
bool is_inside(std::string_view words, std::size_t at) {
    const auto before = words.substr(0, at);
    return count_of(before, "$") % 2 == 1 || count_of(before, "`") % 2 == 1 ||
           count_of(before, "(") > count_of(before, ")") ||
           count_of(before, "（") > count_of(before, "）") ||
           count_of(before, "[") > count_of(before, "]");
}

}  // namespace

std::optional<Pair> pair_in(std::string_view words) {
    std::size_t best = kNone;
    const Divider* divider = nullptr;
    for (const auto& one : kDividers) {
        const auto at = words.find(one.text);
        if (at != kNone && at < best && !is_inside(words, at)) {
            best = at;
            divider = &one;
        }
    }
    if (divider == nullptr || best == 0) return std::nullopt;
    const auto term = words.substr(0, best);
    if (term.find("](") != kNone) return std::nullopt;  // a place to look, not a word to know
    auto meaning = trim(words.substr(best + divider->text.size()));
    const bool arrow = divider->mark == PairMark::Arrow;
    if (arrow && (words[best - 1] == '-' || meaning.find(divider->text) != kNone))
        return std::nullopt;
    const bool bold = term.starts_with("**");
    if (bold && meaning.starts_with("**"))
        meaning = trim(meaning.substr(2));  // "**term:** meaning"
    const bool open = bold && term.find("**", 2) == kNone;
    Pair pair{.term = clean_text(std::string{term} + (open ? "**" : "")),
              .meaning = std::string{meaning},
              .mark = bold ? PairMark::Bold : divider->mark};
    const bool enough = content_size(pair.term, 1) >= 1 && content_size(pair.meaning, 2) >= 2 &&
                        count_code_points(pair.term) <= kLongestTerm;
    return enough ? std::optional{std::move(pair)} : std::nullopt;
}

}  // namespace wengu
