#pragma once
// What a scheduler would do with a card that gets these grades: each step with
// its interval, its memory and its mastery.

#include "memory/mastery.h"
#include "memory/scheduler.h"

#include <optional>
#include <span>
#include <vector>

namespace wengu {

struct TraceStep {
    Grade grade = Grade::Good;
    int elapsed_days = 0;                  ///< Since the step before; 0 for the first.
    int interval_days = 0;                 ///< Until the card is due again.
    Schedule after;                        ///< Ease, or stability and difficulty.
    std::optional<double> retrievability;  ///< Just before the grade; empty for the first.
    double mastery = 0;
};

/// Grades given one after the other. `elapsed_days` has one entry for each
/// grade, the first of them 0; empty: each review happens on its due day.
///
/// FSRS shows the bare formula: no steps of minutes, no fuzz, and the interval
/// of each grade by itself (in a review the four are kept in order as well).
[[nodiscard]] std::vector<TraceStep> trace(SchedulerOptions options, std::span<const Grade> grades,
                                           std::span<const int> elapsed_days,
                                           double horizon_days = kMasteryHorizonDays);

}  // namespace wengu
