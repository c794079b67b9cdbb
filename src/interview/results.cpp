#include "interview/results.h"

#include "interview/suggest.h"

#include <algorithm>

namespace wengu {
namespace {

double share_of(const PointResult& point) {
    const double share = point.mark == Mark::Yes ? 1 : point.mark == Mark::No ? 0 : 0.5;
    return point.prompted ? std::min(share, 0.5) : share;
}

bool verdict_missing(const QuestionResult& result) {
    return std::ranges::any_of(result.points, [](const PointResult& point) {
        return point.point.kind == "verdict" && point.mark == Mark::No;
    });
}

}  // namespace

std::string said_by(const Point& point) {
    return point.detail.empty() ? point.title : point.title + ": " + point.detail;
}

bool is_plain(const PointResult& point) { return !point.confirmed && point.mark != Mark::Open; }

bool has_plain(const QuestionResult& result) {
    return std::ranges::any_of(result.points, is_plain);
}

std::optional<std::size_t> open_point(const QuestionResult& result, std::size_t from) {
    const auto count = result.points.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = (from + i) % count;
        if (result.points[at].mark == Mark::Open) return at;
    }
    return std::nullopt;
}

int confirmed_points(const QuestionResult& result) {
    return static_cast<int>(std::ranges::count(result.points, true, &PointResult::confirmed));
}

bool is_confirmed(const QuestionResult& result) {
    return !result.points.empty() &&
           confirmed_points(result) == static_cast<int>(result.points.size());
}

std::optional<double> coverage_of(const QuestionResult& result) {
    double sum = 0;
    for (const auto& point : result.points) {
        if (point.confirmed) sum += share_of(point);
    }
    const int confirmed = confirmed_points(result);
    if (confirmed == 0) return std::nullopt;
    return sum / confirmed;
}

bool is_overtime(const QuestionResult& result) {
    return result.target_ms > 0 && result.duration_ms * 2 > result.target_ms * 3;
}

std::optional<Grade> suggested_grade(const QuestionResult& result) {
    if (!is_confirmed(result)) return std::nullopt;
    const auto coverage = coverage_of(result);
    const auto grade = grade_for(*coverage, verdict_missing(result));
    if (grade == Grade::Again) return grade;
    if (grade == Grade::Hard || is_overtime(result) || result.hint_used) return Grade::Hard;
    const bool in_time = result.target_ms == 0 || result.duration_ms <= result.target_ms;
    const bool sure = result.predicted.value_or(0) >= 75;
    return *coverage >= 0.9 && in_time && sure ? Grade::Easy : Grade::Good;
}

Effect effect_of(const EffectInput& input) {
    if (input.no_schedule) return {};
    const bool failed = input.grade == Grade::Again;
    const bool matters = input.due || failed || input.early_counts;
    return {true, matters && !input.counted_today};
}

}  // namespace wengu
