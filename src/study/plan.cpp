#include "study/plan.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

constexpr int kHorizon = 366;
/// A busy day is no backlog: at least one card in four must be overdue.
constexpr int kOverdueShare = 4;

/// Cards per day: those due by today on day 0, later ones on their day.
std::vector<int> arrivals(const Workload& work) {
    std::vector<int> result(kHorizon);
    for (const auto* schedule : work.known) {
        const auto days = std::max<long>(0, (schedule->due - work.today).count());
        if (days < kHorizon) result[static_cast<std::size_t>(days)] += 1;
    }
    const auto later = std::min(work.later.due.size(), result.size() - 1);
    for (std::size_t i = 0; i < later; ++i) result[i + 1] += work.later.due[i];
    return result;
}

/// So many cards a day until nothing is left over.
std::vector<CatchUpDay> level_days(const std::vector<int>& coming, int pool, int quota,
                                   const Workload& work) {
    std::vector<CatchUpDay> result;
    for (std::size_t i = 0; i < coming.size(); ++i) {
        if (i > 0) pool += coming[i];
        const Day day = work.today + std::chrono::days{i};
        const int planned = is_holiday(day, work.holidays) ? 0 : std::min(pool, quota);
        result.push_back({.day = day, .due = pool, .planned = planned});
        pool -= planned;
        if (pool == 0) break;
    }
    return result;
}

}  // namespace

bool is_holiday(Day day, std::span<const Holiday> holidays) {
    return std::ranges::any_of(holidays,
                               [day](const Holiday& h) { return h.first <= day && day <= h.last; });
}

bool may_be_backlog(int due, int overdue) { return overdue * kOverdueShare >= due; }

double usual_reviews(std::span<const Schedule* const> schedules) {
    double total = 0;
    for (const auto* schedule : schedules) total += 1.0 / std::max(1, schedule->interval_days);
    return total;
}

CatchUp plan_catch_up(const Workload& work, const CatchUpOptions& options) {
    CatchUp plan;
    const double usual = usual_reviews(work.known) + work.later.usual_reviews;
    plan.usual = static_cast<int>(std::lround(usual));
    plan.quota =
        std::max(options.at_least, static_cast<int>(std::lround(options.times_usual * usual)));
    if (work.most) plan.quota = std::min(plan.quota, *work.most);
    const auto coming = arrivals(work);
    const int pool = coming[0] + work.done_today;
    const auto overdue = static_cast<int>(
        std::count_if(work.known.begin(), work.known.end(),
                      [&work](const Schedule* schedule) { return schedule->due < work.today; }));
    plan.active = options.on && pool > plan.quota && may_be_backlog(pool, overdue);
    if (plan.active) plan.days = level_days(coming, pool, plan.quota, work);
    return plan;
}

}  // namespace wengu
