#pragma once
// Whether a mock interview is due today, and why.

#include <optional>
#include <string>

namespace wengu {

struct DrillHabit {
    int goal = 0;  ///< Mock interviews wanted a week; 0: no advice.
    int this_week = 0;
    int days_left_in_week = 0;      ///< Today included.
    std::optional<int> days_since;  ///< The last one; nullopt: never.
    std::optional<double> change;   ///< Its coverage against the one before, -1..1.
    int days_to_interview = 0;      ///< 0: it is today.
};

/// The reason for one today, as half a sentence; empty when none is advised: the week's
/// goal is met, there was one today, or the interview itself is today.
[[nodiscard]] std::string drill_advice(const DrillHabit& habit);

}  // namespace wengu
