#pragma once
// The screens as plain lines that are only ever appended: for screen readers,
// pipes and dumb terminals. Role words instead of places, sentences instead of
// charts. The states are those of the full screen.

#include "tui/screens/review_screen.h"

#include <optional>
#include <string>
#include <string_view>

namespace wengu::linear {

/// "Question 12/42: ..." and how many points there are.
[[nodiscard]] std::string question(const ReviewView& view);
/// What may be typed while the question stands; ends in "> " without a line end.
[[nodiscard]] std::string question_prompt(const ReviewView& view);
/// "Answer: ...", preceded by what the user typed, if anything.
[[nodiscard]] std::string answer(const ReviewView& view);
/// "Grade 1 Again 10 min, ... > ".
[[nodiscard]] std::string grade_prompt(const ReviewView& view);
/// "Point 2: ...", the last one asked for.
[[nodiscard]] std::string point(const ReviewView& view);
[[nodiscard]] std::string context(const ReviewView& view);
/// "Good: back in 9 days. 30 cards left.", or "Again: again today. ..."; when no schedule has
/// changed only "Good. 30 cards left."
[[nodiscard]] std::string graded(Grade grade, const Return& next, bool counted, int left);
[[nodiscard]] std::string summary(const SummaryView& view);

/// What a typed line means: empty or a blank reveals, 1-4 grade, else a letter or
/// a name of the key table. nullopt for anything else.
[[nodiscard]] std::optional<Intent> intent(std::string_view line, const Keymap& keymap);

/// What may be typed, one line each.
[[nodiscard]] std::string help(const Keymap& keymap);

}  // namespace wengu::linear
