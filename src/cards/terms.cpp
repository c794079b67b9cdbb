#include "cards/terms.h"

#include "core/text.h"

namespace wengu {
namespace {

/// Hands on each term of a text as often as it is said.
template <typename Take>
void each_term(std::string_view text, Take take) {
    const auto folded = normalise(text);
    std::string_view rest = folded;
    std::string word;
    std::string before;  // the Han character before, if there is one
    const auto end_word = [&] {
        if (count_code_points(word) >= 2) take(word);
        word.clear();
    };
    while (!rest.empty()) {
        const auto from = rest;
        const char32_t c = take_code_point(rest);
        const std::string here{from.substr(0, from.size() - rest.size())};
        const bool han = is_cjk(c);
        const bool letter =
            !han && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c < 0x2000));
        if (letter) {
            word += here;
        } else {
            end_word();
        }
        if (han && !before.empty()) take(before + here);
        before = han ? here : std::string{};
    }
    end_word();
}

}  // namespace

std::set<std::string> terms_of(std::string_view text) {
    std::set<std::string> terms;
    each_term(text, [&](const std::string& term) { terms.insert(term); });
    return terms;
}

bool says_one_of(std::string_view text, const std::set<std::string>& terms) {
    bool found = false;
    each_term(text, [&](const std::string& term) { found = found || terms.contains(term); });
    return found;
}

}  // namespace wengu
