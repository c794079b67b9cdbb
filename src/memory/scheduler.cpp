#include "memory/scheduler.h"

#include "core/hash.h"
#include "memory/rules.h"

#include <algorithm>
#include <numeric>

namespace wengu {
namespace {

bool earlier(const Review& a, const Review& b) {
    return a.moment.at != b.moment.at ? a.moment.at < b.moment.at : a.id < b.id;
}

/// The rows that change the schedule, in the order they take effect, each id once.
std::vector<const Review*> in_order(std::span<const Review> rows) {
    std::vector<const Review*> result;
    result.reserve(rows.size());
    for (const auto& row : rows) {
        if (counts(row)) result.push_back(&row);
    }
    const auto before = [](const Review* a, const Review* b) { return earlier(*a, *b); };
    if (!std::ranges::is_sorted(result, before)) std::ranges::stable_sort(result, before);
    const auto same = [](const Review* a, const Review* b) {
        return !a->id.empty() && a->id == b->id;
    };
    result.erase(std::unique(result.begin(), result.end(), same), result.end());
    return result;
}

rules::Occasion occasion(const SchedulerOptions& options, const Schedule& schedule,
                         const Moment& now, const CardSeed& seed) {
    rules::Occasion result{.now = now, .today = study_day(now, options.rollover)};
    if (schedule.last_day) {
        result.today = std::max(result.today, *schedule.last_day);
        result.elapsed_days = static_cast<int>((result.today - *schedule.last_day).count());
    }
    if (options.fuzz.on) {
        result.seed = hash64(seed.card_id, static_cast<std::uint64_t>(schedule.reviews));
    }
    return result;
}

}  // namespace

std::optional<Algorithm> parse_algorithm(std::string_view name) {
    if (name == "sm2") return Algorithm::Sm2;
    if (name == "fsrs") return Algorithm::Fsrs;
    return std::nullopt;
}

Scheduler::Scheduler(SchedulerOptions options)
    : options_{std::move(options)}, model_{options_.fsrs.params, options_.fsrs.short_term} {}

std::string_view Scheduler::name() const {
    return options_.algorithm == Algorithm::Sm2 ? "sm2/1" : "fsrs/6";
}

Schedule Scheduler::start(const CardSeed& seed) const {
    return options_.algorithm == Algorithm::Sm2 ? rules::start_sm2(options_, seed)
                                                : rules::start_fsrs(options_, model_, seed);
}

Outcomes Scheduler::preview(const Schedule& schedule, const Moment& now,
                            const CardSeed& seed) const {
    const auto when = occasion(options_, schedule, now, seed);
    if (options_.algorithm == Algorithm::Sm2)
        return rules::preview_sm2(options_, schedule, when, seed.difficulty);
    return rules::preview_fsrs(options_, model_, schedule, when, seed.difficulty);
}

Schedule Scheduler::next(const Schedule& schedule, const Moment& now, Grade grade,
                         const CardSeed& seed) const {
    return preview(schedule, now, seed)[static_cast<std::size_t>(grade) - 1];
}

Schedule Scheduler::replay(std::span<const Review> rows, const CardSeed& seed) const {
    Schedule schedule = start(seed);
    for (const auto* row : in_order(rows)) {
        schedule = next(schedule, row->moment, row->grade, seed);
    }
    return schedule;
}

std::optional<double> Scheduler::recall_on(const Schedule& schedule, Day day) const {
    const double stability = schedule.stability > 0 ? schedule.stability : schedule.interval_days;
    if (!schedule.last_day || stability <= 0) return std::nullopt;
    const auto elapsed = std::max<long>(0, (day - *schedule.last_day).count());
    return model_.recall(static_cast<double>(elapsed), stability);
}

bool Scheduler::repeats_today(const Schedule& after, Grade grade, Day today) const {
    if (options_.algorithm == Algorithm::Sm2) return grade < Grade::Good;
    return after.due_at.has_value() && after.due <= today;
}

bool counts(const Review& row) { return row.counted && row.source != Source::Cram; }

namespace rules {

void wait(Schedule& schedule, int interval_days, const SchedulerOptions& options,
          const Occasion& occasion) {
    schedule.interval_days = interval_days;
    if (options.fuzz.on) {
        const FuzzDraw draw{.seed = occasion.seed,
                            .today = occasion.today,
                            .elapsed_days = occasion.elapsed_days,
                            .max_interval_days = options.max_interval_days};
        schedule.interval_days = fuzzed(interval_days, draw, options.fuzz);
    }
    schedule.due = occasion.today + std::chrono::days{schedule.interval_days};
    schedule.due_at.reset();
}

void put_in_order(Outcomes& outcomes) {
    for (std::size_t i = 1; i < outcomes.size(); ++i) {
        if (outcomes[i].due_at || outcomes[i].due >= outcomes[i - 1].due) continue;
        outcomes[i].due = outcomes[i - 1].due;
        outcomes[i].interval_days = outcomes[i - 1].interval_days;
    }
}

}  // namespace rules
}  // namespace wengu
