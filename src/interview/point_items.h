#pragma once
// The points of a card as what can be heard of them: items with weights, and what
// makes a point complete.

#include "core/card.h"
#include "interview/rarity.h"
#include "interview/tokens.h"

#include <vector>

namespace wengu {

struct PointItems {
    std::vector<Item> items;
    double full = 0;  ///< The weight that makes the point complete.
};

/// Words of the title weigh more, words of the question, of sibling points and of
/// most of a person's notes (`rarity`) less.
[[nodiscard]] std::vector<PointItems> read_points(const std::vector<Point>& points,
                                                  const Tokens& question, const Concepts& concepts,
                                                  const Rarity& rarity);

/// Whether an answer in these scripts could have been recognised to say the point: at
/// least half of the point's weight.
[[nodiscard]] bool is_in_reach(const PointItems& point, const Concepts::Scripts& spoken);

/// Whether both say the same thing.
[[nodiscard]] bool has_item(const PointItems& point, const Item& item);

}  // namespace wengu
