#pragma once
// What a note gives, in a form that tests can compare at a glance.

#include "cards/split.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace wengu::test {

/// One line a card: "3 question-heading: What is X? [5-7]"; "[-]" without an answer.
inline std::vector<std::string> found(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto& draft : split(read(text, "note.md")).drafts) {
        const auto range = draft.back_lines.empty() ? std::string{"-"}
                                                    : fmt::format("{}-{}", draft.back_lines.first,
                                                                  draft.back_lines.last);
        lines.push_back(
            fmt::format("{} {}: {} [{}]", draft.front_line, draft.rule, draft.front, range));
    }
    return lines;
}

/// An example of a rule: a text and the cards it gives.
struct Example {
    std::string_view text;
    std::vector<std::string> cards;
};

/// Each text gives its cards.
inline void check(const std::vector<Example>& examples) {
    for (const auto& example : examples) {
        INFO(example.text);
        CHECK(found(example.text) == example.cards);
    }
}

}  // namespace wengu::test
