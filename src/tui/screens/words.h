#pragma once
// The words that several screens share: grades, waiting times, days.

#include "core/grade.h"
#include "core/schedule.h"
#include "core/time.h"

#include <chrono>
#include <string>

namespace wengu {

/// "Again", "Hard", "Good", "Easy", translated.
[[nodiscard]] std::string grade_word(Grade grade);

/// How long until a card comes back: "10 min", "3 days", "2.5 months".
[[nodiscard]] std::string wait_words(std::chrono::minutes wait);

/// The wait that `schedule` means when it is set at `now`.
[[nodiscard]] std::chrono::minutes wait_of(const Schedule& schedule, const Moment& now);

/// When a grade brings a card back.
struct Return {
    std::chrono::minutes wait{};  ///< By the schedule.
    bool again_today = false;     ///< The sitting asks it once more, whatever the schedule says.
};
/// `repeats`: the sitting asks the card again. A step with a time of its own is said as that time.
[[nodiscard]] Return return_of(const Schedule& schedule, bool repeats, const Moment& now);
/// "again today", else "9 days"; empty if neither is so, because no schedule changes.
[[nodiscard]] std::string return_words(const Return& next, bool counted = true);

/// "today", "tomorrow", "in 9 days", "3 days late".
[[nodiscard]] std::string day_words(Day day, Day today);

/// "Nov", translated.
[[nodiscard]] std::string month_word(Day day);

/// "Sun", translated.
[[nodiscard]] std::string weekday_word(Day day);

/// "Nov 22", translated.
[[nodiscard]] std::string date_words(Day day);

/// "1:38", "12:07", "1:02:33".
[[nodiscard]] std::string clock_words(std::chrono::seconds time);

/// "81%"; a dash when there is nothing to say (negative).
[[nodiscard]] std::string percent_words(double share);

}  // namespace wengu
