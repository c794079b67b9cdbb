#pragma once
// Grades that a clock that was wrong has put into days to come.

#include "store/reviews.h"

namespace wengu::store {

/// Grades that hold and whose times lie more than a day after `now`, given here or on another
/// machine. They keep their cards away until then.
[[nodiscard]] int count_ahead(const Store& store, Instant now);

/// Takes these back and gives them again now, in the order in which they were given; those of days
/// that are still to come count for `today`. Returns how many. All or nothing.
int give_again_now(Store& store, const Moment& now, Day today, const Replay& replay);

}  // namespace wengu::store
