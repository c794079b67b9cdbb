#include "interview/suggest.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr double kAgainBelow = 0.4;
constexpr double kHardBelow = 0.7;

/// The grade if each open point counts for `open`.
Grade grade_with(const Coverage& coverage, const std::vector<Point>& points, double open) {
    double heard = 0;
    bool verdict_lost = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto state = coverage.points[i].state;
        const double share = state == PointState::Mentioned ? 1
                             : state == PointState::Perhaps ? open
                                                            : 0;
        heard += share;
        verdict_lost |= points[i].kind == "verdict" && share <= 0;
    }
    const auto grade = grade_for(heard / static_cast<double>(points.size()), verdict_lost);
    return coverage.doubtful ? std::min(grade, Grade::Hard) : grade;
}

int steps(Grade low, Grade high) { return static_cast<int>(high) - static_cast<int>(low); }

}  // namespace

Grade grade_for(double share, bool verdict_lost) {
    if (verdict_lost || share < kAgainBelow) return Grade::Again;
    return share < kHardBelow ? Grade::Hard : Grade::Good;
}

std::optional<Grade> suggested_grade(const Coverage& coverage, const std::vector<Point>& points) {
    if (points.empty()) return std::nullopt;
    const auto low = grade_with(coverage, points, 0);
    const auto high = grade_with(coverage, points, 1);
    if (steps(low, high) > 1) return std::nullopt;
    const bool differs = std::ranges::any_of(
        coverage.points, [](const PointHint& hint) { return hint.state == PointState::Differs; });
    const auto grade = differs ? low : grade_with(coverage, points, 0.5);
    if (coverage.own_words && grade >= Grade::Good) return std::nullopt;
    return grade;
}

}  // namespace wengu
