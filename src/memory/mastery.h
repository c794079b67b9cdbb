#pragma once
// How well a card is known, as one number that changes only with a review,
// and as honest probabilities for a given day.
//
// mastery = 0 if never answered, else 0.9^(horizon / S), where S is the FSRS
// stability or the SM-2 interval, in days: both mean "days until recall has
// fallen to 90 %". So mastery >= 0.90 says that recall stays above 90 % for
// the horizon, a month by default.

#include "core/schedule.h"
#include "memory/scheduler.h"

namespace wengu {

inline constexpr double kMasteryHorizonDays = 30;

/// Of a card with this stability; 0 for none. Requires: horizon_days > 0.
[[nodiscard]] double mastery_of_stability(double stability_days,
                                          double horizon_days = kMasteryHorizonDays);

/// Days until recall falls to 90 %: FSRS stability, else the SM-2 interval.
[[nodiscard]] double stability_of(const Schedule& schedule);

[[nodiscard]] double mastery_level(const Schedule& schedule,
                                   double horizon_days = kMasteryHorizonDays);

/// Probability of recall on `day` by the scheduler's power curve; 0 for a card
/// never answered. `recall_now` is `recall_on` for today.
[[nodiscard]] double recall_on(const Scheduler& scheduler, const Schedule& schedule, Day day);

}  // namespace wengu
