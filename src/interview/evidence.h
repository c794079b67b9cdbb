#pragma once
// Where in an answer a point was heard: neighbouring clauses that say most of it.

#include "interview/differences.h"
#include "interview/point_items.h"

#include <vector>

namespace wengu {

struct Window {
    Reach reach;
    double weight = 0;  ///< Of what was heard in it.
    int items = 0;      ///< How many things.
};

/// How clearly each item of a point was heard in some clauses.
class Hearing {
public:
    explicit Hearing(const PointItems& point) : point_{&point}, clearly_(point.items.size()) {}

    void hear(const Tokens& tokens);
    [[nodiscard]] double weight() const;
    /// Of what none of `others` has.
    [[nodiscard]] double weight_without(const std::vector<const PointItems*>& others) const;
    [[nodiscard]] int items() const;

private:
    const PointItems* point_;
    std::vector<double> clearly_;
};

/// The windows that say nearly as much of the point as the best one, which comes first.
/// Empty when nothing was heard.
[[nodiscard]] std::vector<Window> windows_of(const PointItems& point, const Heard& said);

}  // namespace wengu
