#pragma once
// What the word lists of data/relink say about the words of questions.

#include "cards/relink_text.h"

#include <string_view>

namespace wengu {

/// Every synonym replaced by the word that stands for its line.
[[nodiscard]] QuestionWords canonical(const QuestionWords& words);

/// Whether one word of a line of contrasts gave way to another of that line.
[[nodiscard]] bool contrasted(const QuestionWords& before, const QuestionWords& after);

/// Whether two characters are contrasts of one another: "前" and "后".
[[nodiscard]] bool exchanged_letter(std::string_view before, std::string_view after);

/// Whether one question denies what the other does not.
[[nodiscard]] bool denied(const QuestionWords& before, const QuestionWords& after);

/// Whether none of the words carries the question; true for no words.
[[nodiscard]] bool only_fillers(const QuestionWords& words);

/// One letter more, less or other, or two neighbours exchanged.
[[nodiscard]] bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace wengu
