#include "memory/trace.h"

#include <cassert>

namespace wengu {
namespace {

/// A Monday like any other: without fuzz the day does not matter.
constexpr Moment kStart{Instant{std::chrono::hours{24 * 20'000 + 12}}, std::chrono::minutes{0}};

SchedulerOptions bare(SchedulerOptions options) {
    options.fuzz.on = false;
    options.fsrs.learning_steps.clear();
    options.fsrs.relearning_steps.clear();
    return options;
}

int interval_of(const Schedule& schedule, const SchedulerOptions& options,
                const fsrs::Model& model) {
    if (options.algorithm == Algorithm::Sm2) return schedule.interval_days;
    return fsrs::rounded_interval(model.interval(schedule.stability, options.fsrs.retention),
                                  options.max_interval_days);
}

}  // namespace

std::vector<TraceStep> trace(SchedulerOptions options, std::span<const Grade> grades,
                             std::span<const int> elapsed_days, double horizon_days) {
    assert(elapsed_days.empty() || elapsed_days.size() == grades.size());
    const Scheduler scheduler{bare(std::move(options))};
    const fsrs::Model model{scheduler.options().fsrs.params, scheduler.options().fsrs.short_term};
    const CardSeed seed;
    std::vector<TraceStep> steps;
    Moment now = kStart;
    Schedule schedule = scheduler.start(seed);
    for (std::size_t i = 0; i < grades.size(); ++i) {
        TraceStep step;
        step.grade = grades[i];
        if (i > 0) {
            step.elapsed_days = elapsed_days.empty() ? steps[i - 1].interval_days : elapsed_days[i];
        }
        now.at += std::chrono::days{step.elapsed_days};
        step.retrievability = scheduler.recall_on(schedule, study_day(now));
        schedule = scheduler.next(schedule, now, grades[i], seed);
        step.after = schedule;
        step.interval_days = interval_of(schedule, scheduler.options(), model);
        step.mastery = mastery_of_stability(stability_of(schedule), horizon_days);
        steps.push_back(step);
    }
    return steps;
}

}  // namespace wengu
