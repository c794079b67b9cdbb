#pragma once
// "Did you mean ...?"

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The candidate with the fewest typing slips from `word` (optimal string
/// alignment distance, case ignored); empty when none is near enough to suggest.
[[nodiscard]] std::string nearest(std::string_view word,
                                  const std::vector<std::string_view>& candidates);

}  // namespace wengu
