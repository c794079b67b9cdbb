#pragma once
// How well a card was recalled.

namespace wengu {

/// The values are stored in the review log: never renumber them.
enum class Grade { Again = 1, Hard = 2, Good = 3, Easy = 4 };

}  // namespace wengu
