#include "memory/rules.h"

#include <algorithm>

namespace wengu::rules {
namespace {

using std::chrono::minutes;

constexpr std::array<double, 3> kSeedDifficulty{-0.4, 0.0, 0.8};
constexpr std::array<double, 3> kSeedStability{1.25, 1.0, 0.8};
using Intervals = std::array<int, 4>;

constexpr std::size_t kAgain = 0;
constexpr std::size_t kHard = 1;
constexpr std::size_t kGood = 2;
constexpr std::size_t kEasy = 3;

std::array<fsrs::Memory, 4> first_memories(const fsrs::Model& model, Difficulty difficulty) {
    const auto index = static_cast<std::size_t>(difficulty);
    std::array<fsrs::Memory, 4> result;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto memory = model.first(static_cast<Grade>(i + 1));
        result[i].difficulty = std::clamp(memory.difficulty + kSeedDifficulty[index], 1.0, 10.0);
        result[i].stability = std::clamp(memory.stability * kSeedStability[index],
                                         fsrs::kMinStability, fsrs::kMaxStability);
    }
    return result;
}

/// The step that follows a grade, and how long it lasts; nullopt: no step left.
struct Step {
    int index = 0;
    minutes delay{0};
};

std::optional<Step> next_step(const std::vector<minutes>& steps, int current, std::size_t grade) {
    const auto count = static_cast<int>(steps.size());
    if (current >= count || grade == kEasy) return std::nullopt;
    if (grade == kAgain) return Step{.index = 0, .delay = steps[0]};
    if (grade == kHard) {
        // Halfway between the first two steps; half as long again when there is one.
        const auto twice = count == 1 ? steps[0] * 3 : steps[0] + steps[1];
        return Step{.index = current, .delay = (twice + minutes{1}) / 2};
    }
    if (current + 1 >= count) return std::nullopt;
    return Step{.index = current + 1, .delay = steps[static_cast<std::size_t>(current) + 1]};
}

/// Comes back after a step of minutes (or of days, when a step is that long).
void wait_step(Schedule& schedule, const Step& step, const SchedulerOptions& options,
               const Occasion& occasion) {
    const Moment back{occasion.now.at + step.delay, occasion.now.utc_offset};
    schedule.step = step.index;
    schedule.due_at = back.at;
    schedule.due = std::max(occasion.today, study_day(back, options.rollover));
    schedule.interval_days = static_cast<int>((schedule.due - occasion.today).count());
}

void graduate(Schedule& schedule) {
    schedule.phase = Phase::Review;
    schedule.step = 0;
}

/// Cards in their first steps or back in them after a lapse.
void schedule_steps(Outcomes& outcomes, Phase phase, const Intervals& intervals,
                    const SchedulerOptions& options, const Occasion& occasion) {
    const bool relearning = phase == Phase::Relearning;
    const auto& steps = relearning ? options.fsrs.relearning_steps : options.fsrs.learning_steps;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        auto& outcome = outcomes[i];
        if (const auto step = next_step(steps, outcome.step, i)) {
            outcome.phase = relearning ? Phase::Relearning : Phase::Learning;
            wait_step(outcome, *step, options, occasion);
        } else {
            graduate(outcome);
            wait(outcome, intervals[i], options, occasion);
        }
    }
}

/// Each grade at least a day after the one below, as far as the maximum allows.
void spread_apart(Intervals& days, std::size_t from, int most) {
    for (std::size_t i = from; i < days.size(); ++i) {
        days[i] = std::min(most, std::max(days[i], days[i - 1] + 1));
    }
}

void schedule_review(Outcomes& outcomes, Intervals intervals, const SchedulerOptions& options,
                     const Occasion& occasion) {
    intervals[kHard] = std::min(intervals[kHard], intervals[kGood]);
    intervals[kAgain] = std::min(intervals[kAgain], intervals[kHard]);
    spread_apart(intervals, kGood, options.max_interval_days);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        graduate(outcomes[i]);
        wait(outcomes[i], intervals[i], options, occasion);
    }
    outcomes[kAgain].lapses += 1;
    const auto& steps = options.fsrs.relearning_steps;
    if (steps.empty()) return;
    outcomes[kAgain].phase = Phase::Relearning;
    wait_step(outcomes[kAgain], {.index = 0, .delay = steps[0]}, options, occasion);
}

/// Without reviews on the same day there are no steps: whole days only.
void schedule_long_term(Outcomes& outcomes, bool first, Intervals intervals,
                        const SchedulerOptions& options, const Occasion& occasion) {
    intervals[kAgain] = std::min(intervals[kAgain], intervals[kHard]);
    spread_apart(intervals, kHard, options.max_interval_days);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        graduate(outcomes[i]);
        wait(outcomes[i], intervals[i], options, occasion);
    }
    outcomes[kAgain].lapses += first ? 0 : 1;
}

}  // namespace

/// An interval that another scheduler found is read as one for the desired
/// retention, with SM-2's middle ease.
Schedule start_fsrs(const SchedulerOptions& options, const fsrs::Model& model,
                    const CardSeed& seed) {
    Schedule result = start_sm2(options, seed);
    result.ease = sm2::kInitialEase;
    result.streak = 0;
    if (result.phase == Phase::New) return result;
    const auto memory = model.from_interval(result.interval_days, sm2::kInitialEase / 100.0,
                                            options.fsrs.retention);
    result.stability = memory.stability;
    result.difficulty = memory.difficulty;
    return result;
}

Outcomes preview_fsrs(const SchedulerOptions& options, const fsrs::Model& model,
                      const Schedule& schedule, const Occasion& occasion, Difficulty difficulty) {
    const bool first = schedule.phase == Phase::New;
    const auto memories =
        first ? first_memories(model, difficulty)
              : model.outcomes({schedule.stability, schedule.difficulty}, occasion.elapsed_days);
    const double days_per_stability = model.interval(1, options.fsrs.retention);
    Outcomes outcomes;
    Intervals intervals{};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        outcomes[i] = schedule;
        outcomes[i].stability = memories[i].stability;
        outcomes[i].difficulty = memories[i].difficulty;
        outcomes[i].reviews += 1;
        outcomes[i].last_day = occasion.today;
        intervals[i] = fsrs::rounded_interval(memories[i].stability * days_per_stability,
                                              options.max_interval_days);
    }
    if (!options.fsrs.short_term) {
        schedule_long_term(outcomes, first, intervals, options, occasion);
    } else if (schedule.phase == Phase::Review) {
        schedule_review(outcomes, intervals, options, occasion);
    } else {
        schedule_steps(outcomes, schedule.phase, intervals, options, occasion);
    }
    put_in_order(outcomes);
    return outcomes;
}

}  // namespace wengu::rules
