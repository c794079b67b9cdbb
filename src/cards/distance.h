#pragma once
// How far two texts are from each other, counted in edits.

#include <string_view>

namespace wengu {

/// Levenshtein distance in code points: the fewest insertions, deletions and
/// replacements that turn `a` into `b`. Bit-parallel (Myers 1999, Hyyrö 2003):
/// about |a| * |b| / 64 steps.
[[nodiscard]] int edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace wengu
