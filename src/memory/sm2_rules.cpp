#include "memory/rules.h"

#include <algorithm>

namespace wengu::rules {
namespace {

/// E-factors a card starts with, by Difficulty.
constexpr std::array<int, 3> kSeedEase{265, 250, 220};

int first_ease(Difficulty difficulty) { return kSeedEase[static_cast<std::size_t>(difficulty)]; }

sm2::Options capped(const SchedulerOptions& options) {
    sm2::Options result = options.sm2;
    result.max_interval_days = options.max_interval_days;
    return result;
}

/// A success before the due day has proved only the days that passed: the
/// interval neither shrinks nor grows beyond what those days support.
int early_interval(const Schedule& schedule, int elapsed_days, const sm2::Options& options) {
    return std::max(schedule.interval_days, sm2::grow(elapsed_days, schedule.ease, options));
}

Schedule answered(const SchedulerOptions& options, const Schedule& schedule,
                  const Occasion& occasion, Grade grade) {
    const auto sm2_options = capped(options);
    auto state = sm2::next(
        {.streak = schedule.streak, .ease = schedule.ease, .interval_days = schedule.interval_days},
        sm2::quality(grade), sm2_options);
    const bool failed = grade == Grade::Again;
    if (!failed && schedule.streak > 1 && occasion.today < schedule.due) {
        state.interval_days = early_interval(schedule, occasion.elapsed_days, sm2_options);
    }
    Schedule result = schedule;
    // A card that only its drill of the same day gets right is forgotten again each day.
    const bool lapsed =
        failed && (schedule.phase == Phase::Review || schedule.phase == Phase::Relearning);
    if (!failed) result.phase = Phase::Review;
    if (failed && schedule.phase == Phase::New) result.phase = Phase::Learning;
    if (lapsed) result.phase = Phase::Relearning;
    result.lapses += lapsed ? 1 : 0;
    result.streak = state.streak;
    result.ease = state.ease;
    result.reviews += 1;
    result.last_day = occasion.today;
    wait(result, state.interval_days, options, occasion);
    return result;
}

}  // namespace

Schedule start_sm2(const SchedulerOptions& options, const CardSeed& seed) {
    Schedule result;
    if (!seed.progress || seed.progress->reviews <= 0) return result;
    result.ease = first_ease(seed.difficulty);
    const auto& progress = *seed.progress;
    const auto days = std::max<long>(1, (progress.next_review - progress.last_reviewed).count());
    result.phase = Phase::Review;
    result.interval_days = static_cast<int>(std::min<long>(days, options.max_interval_days));
    result.due = progress.next_review;
    result.last_day = progress.last_reviewed;
    result.reviews = progress.reviews;
    result.streak = days == 1 ? 1 : std::max(2, progress.reviews);
    return result;
}

/// Repeats on the same study day are SM-2's drill: they count as reviews and
/// change nothing else.
Outcomes preview_sm2(const SchedulerOptions& options, const Schedule& present,
                     const Occasion& occasion, Difficulty difficulty) {
    Schedule schedule = present;
    if (schedule.phase == Phase::New) schedule.ease = first_ease(difficulty);
    Outcomes outcomes;
    if (schedule.last_day && occasion.elapsed_days == 0) {
        outcomes.fill(schedule);
        for (auto& outcome : outcomes) outcome.reviews += 1;
        return outcomes;
    }
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        outcomes[i] = answered(options, schedule, occasion, static_cast<Grade>(i + 1));
    }
    put_in_order(outcomes);
    return outcomes;
}

}  // namespace wengu::rules
