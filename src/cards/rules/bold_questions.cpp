// bold-question: a bold line that asks; its answer follows, up to the next bold
// question, heading or rule. Bold lines that carry the same rating, go on with the
// same numbers, or are set like the bold questions around them are questions too; so are
// "**两者的区别**：…", where there are two.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <map>
#include <set>

namespace wengu {
namespace {

/// Whether a bold line ends in pictures, as ratings do.
bool is_rated(const Page& page, const Part& part) {
    auto words = page.words_of(part.lines.first);
    while (words.ends_with('*')) words.remove_suffix(1);
    const bool bracket = words.ends_with(')');
    words = trim(words);
    if (words.empty() || bracket || static_cast<unsigned char>(words.back()) < 0x80) return false;
    const auto cleaned = clean_text(words);
    return words.size() > cleaned.size() + 2 &&
           !words.ends_with(
               cleaned.substr(cleaned.size() - std::min<std::size_t>(3, cleaned.size())));
}

std::string_view without_leading_colon(std::string_view text) {
    for (const std::string_view colon : {":", "："}) {
        if (text.starts_with(colon)) return trim(text.substr(colon.size()));
    }
    return text;
}

class BoldQuestions {
public:
    explicit BoldQuestions(Reading& reading)
        : reading_(reading),
          page_(reading.page()),
          asks_(static_cast<std::size_t>(page_.part_count()), 0) {}

    void run() {
        find();
        for (const int i : page_.parts_of(PartKind::Bold)) {
            if (asks_[static_cast<std::size_t>(i)] != 0) take(i);
        }
    }

private:
    bool usable(const Part& part) const {
        return !part.quoted && reading_.is_free(part.lines.first) &&
               !reading_.is_barred(part.section);
    }

    void find() {
        int rated_section = -1;
        std::set<std::pair<int, std::string_view>> series;
        for (const int i : page_.parts_of(PartKind::Bold)) {
            const auto& part = page_.part(i);
            if (!usable(part) || !is_bold_question(part)) continue;
            if (!part.rest.empty() && content_size(part.text) < 6) continue;
            asks_[static_cast<std::size_t>(i)] = 1;
            if (is_rated(page_, part)) rated_section = part.section;
            // "问题2：…？" asks; "问题1：…" beside it may still name a problem
            if (!part.series.empty() && part.rest.empty() && !part.series.starts_with("问题"))
                series.emplace(part.section, part.series);
        }
        find_plain_siblings();
        find_led_answers();
        if (rated_section < 0 && series.empty()) return;
        for (const int i : page_.parts_of(PartKind::Bold)) {
            const auto& part = page_.part(i);
            if (!usable(part) || !part.rest.empty() || part.depth > 0 ||
                is_label(part.text, reading_.words()))
                continue;
            const bool alike = (rated_section >= 0 && is_rated(page_, part)) ||
                               series.contains({part.section, part.series});
            if (alike) asks_[static_cast<std::size_t>(i)] = 1;
        }
    }

    /// "**持久化方式**" among bold questions, or "**Describe a conflict.**" beside another such
    /// line: set like them, with an answer of its own.
    void find_plain_siblings() {
        std::map<int, Siblings> sections;
        for (const int i : page_.parts_of(PartKind::Bold)) {
            const auto& part = page_.part(i);
            if (!usable(part) || !part.rest.empty() || part.depth > 0) continue;
            auto& found = sections[part.section];
            if (asks_[static_cast<std::size_t>(i)] != 0) {
                ++found.asking;
            } else if (stands_like_a_question(i)) {
                (part.asks == Asking::Implied ? found.implied : found.plain).push_back(i);
            }
        }
        for (const auto& [section, found] : sections) {
            const auto asking = found.asking + found.implied.size();
            if (asking < 2) continue;
            for (const int i : found.implied) asks_[static_cast<std::size_t>(i)] = 1;
            if (found.plain.size() > asking) continue;
            for (const int i : found.plain) asks_[static_cast<std::size_t>(i)] = 1;
        }
    }

    /// "**GBDT 和随机森林的区别**：前者……": bold, a colon and the answer, more than once.
    void find_led_answers() {
        std::map<int, std::vector<int>> sections;
        for (const int i : page_.parts_of(PartKind::Bold)) {
            const auto& part = page_.part(i);
            const bool led = part.rest.starts_with(':') || part.rest.starts_with("：") ||
                             (!part.rest.empty() && ends_with_colon(part.text));
            if (usable(part) && led && part.depth == 0 && part.asks != Asking::No &&
                content_size(part.text, 6) >= 6 && content_size(part.rest, 2) >= 2)
                sections[part.section].push_back(i);
        }
        for (const auto& [section, found] : sections) {
            for (const int i : found) {
                if (found.size() >= 2) asks_[static_cast<std::size_t>(i)] = 1;
            }
        }
    }

    bool stands_like_a_question(int i) const {
        const auto& part = page_.part(i);
        const int line = part.lines.first;
        const bool apart = line == page_.first_line() || page_.is_blank(line - 1);
        const bool answered = i + 1 < page_.part_count() && part.end == i + 1 &&
                              page_.part(i + 1).section == part.section &&
                              page_.part(i + 1).kind != PartKind::Bold &&
                              page_.part(i + 1).kind != PartKind::Rule;
        return apart && answered && content_size(part.text, 4) >= 4 && part.series.empty() &&
               !ends_with_colon(part.text) && !is_label(part.text, reading_.words()) &&
               count_code_points(part.text) <= 40;
    }

    /// A list item that asks and is answered below is a card of its own.
    bool is_answered_item(const Part& part, int k) const {
        if (part.kind != PartKind::Item || part.depth > 0 || part.task || part.end == k + 1)
            return false;
        return part.asks == Asking::Openly;
    }

    void take(int i) {
        const auto& part = page_.part(i);
        const int last = end_of_card(page_, i, [&](const Part& other, int k) {
            if (other.depth > part.depth) return false;
            if (reading_.is_front(other.lines.first)) return true;  // a card marked in another way
            return asks_[static_cast<std::size_t>(k)] != 0 || is_answered_item(other, k);
        });
        std::string front{part.asked};
        auto back =
            reading_.trimmed({part.lines.first + 1, std::min(last, limit(part.lines.first, last))});
        std::string text;
        if (!part.rest.empty()) {  // the answer begins on the same line
            text = without_leading_colon(part.rest);
            if (!back.empty()) text += "\n" + page_.slice(back);
            back = {part.lines.first, back.empty() ? part.lines.first : back.last};
        }
        reading_.add({.rule = "bold-question",
                      .front = std::move(front),
                      .front_lines = {part.lines.first, part.lines.first},
                      .back = back,
                      .back_text = std::move(text),

                      .section = part.section,
                      .anchor = anchor_in(page_.line(part.lines.first))});
    }

    /// The last answer of a page ends where its footer begins.
    int limit(int first, int last) const {
        const auto body = reading_.body(page_.section_at(first));
        return body.empty() ? last : std::max(first, body.last);
    }

    struct Siblings {
        std::size_t asking = 0;
        std::vector<int> implied;
        std::vector<int> plain;
    };

    Reading& reading_;
    const Page& page_;
    std::vector<char> asks_;
};

}  // namespace

void find_bold_questions(Reading& reading) { BoldQuestions{reading}.run(); }

}  // namespace wengu
