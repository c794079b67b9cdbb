#pragma once
// What each algorithm does with one answer. Only the scheduler includes this:
// a further algorithm is one more pair of functions here.

#include "memory/scheduler.h"

namespace wengu::rules {

/// One answer about to be given.
struct Occasion {
    Moment now;
    Day today{};           ///< Never before the last review's study day.
    int elapsed_days = 0;  ///< Study days since the last review.
    std::uint64_t seed = 0;
};

[[nodiscard]] Schedule start_sm2(const SchedulerOptions& options, const CardSeed& seed);
[[nodiscard]] Outcomes preview_sm2(const SchedulerOptions& options, const Schedule& schedule,
                                   const Occasion& occasion, Difficulty difficulty);

[[nodiscard]] Schedule start_fsrs(const SchedulerOptions& options, const fsrs::Model& model,
                                  const CardSeed& seed);
[[nodiscard]] Outcomes preview_fsrs(const SchedulerOptions& options, const fsrs::Model& model,
                                    const Schedule& schedule, const Occasion& occasion,
                                    Difficulty difficulty);

/// Lets the card wait `interval_days` from today, fuzzed if the options say so.
void wait(Schedule& schedule, int interval_days, const SchedulerOptions& options,
          const Occasion& occasion);

/// Pushes due days apart where needed: no grade comes back before a lower one.
void put_in_order(Outcomes& outcomes);

}  // namespace wengu::rules
