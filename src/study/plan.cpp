#include "study/plan.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

constexpr int kHorizon = 366;
/// A busy day is no backlog: at least one card in four must be overdue.
constexpr int kOverdueShare = 4;

/// Cards per day: those due by today on day 0, later ones on their day.
std::vector<int> arrivals(std::span<const Schedule* const> schedules, Day today) {
    std::vector<int> result(kHorizon);
    for (const auto* schedule : schedules) {
        const auto days = std::max<long>(0, (schedule->due - today).count());
        if (days < kHorizon) result[static_cast<std::size_t>(days)] += 1;
    }
    return result;
}

}  // namespace

bool is_holiday(Day day, std::span<const Holiday> holidays) {
    return std::ranges::any_of(holidays,
                               [day](const Holiday& h) { return h.first <= day && day <= h.last; });
}

double usual_reviews(std::span<const Schedule* const> schedules) {
    double total = 0;
    for (const auto* schedule : schedules) total += 1.0 / std::max(1, schedule->interval_days);
    return total;
}

CatchUp plan_catch_up(std::span<const Schedule* const> schedules, Day today, int done_today,
                      std::optional<int> most, std::span<const Holiday> holidays,
                      const CatchUpOptions& options) {
    CatchUp plan;
    const double usual = usual_reviews(schedules);
    plan.usual = static_cast<int>(std::lround(usual));
    plan.quota =
        std::max(options.at_least, static_cast<int>(std::lround(options.times_usual * usual)));
    if (most) plan.quota = std::min(plan.quota, *most);
    const auto coming = arrivals(schedules, today);
    int pool = coming[0] + done_today;
    const auto overdue = std::ranges::count_if(
        schedules, [today](const Schedule* schedule) { return schedule->due < today; });
    plan.active = options.on && pool > plan.quota && overdue * kOverdueShare >= pool;
    if (!plan.active) return plan;
    for (std::size_t i = 0; i < coming.size() && pool > 0; ++i) {
        const Day day = today + std::chrono::days{i};
        const int planned = is_holiday(day, holidays) ? 0 : std::min(pool, plan.quota);
        plan.days.push_back({.day = day, .due = pool, .planned = planned});
        if (pool == planned) break;
        pool += (i + 1 < coming.size() ? coming[i + 1] : 0) - planned;
    }
    return plan;
}

}  // namespace wengu
