#pragma once
// The grade that the findings amount to, and when they do not amount to one.

#include "core/grade.h"
#include "interview/coverage.h"

#include <optional>
#include <vector>

namespace wengu {

/// Again below 40 % of the points or with the verdict lost, Hard below 70 %, else Good.
[[nodiscard]] Grade grade_for(double share, bool verdict_lost);

/// The grade if the plain findings are right. nullopt where the open ones could move it by
/// more than a step, for a good one that is mostly in other words than the card's, and
/// without points. An answer in doubt is never Good.
[[nodiscard]] std::optional<Grade> suggested_grade(const Coverage& coverage,
                                                   const std::vector<Point>& points);

}  // namespace wengu
