#pragma once
// The most usual slip in a list of front matter: its bracket, or a quote, is never closed.

#include "core/error.h"
#include "notes/block.h"

#include <optional>
#include <string_view>

namespace wengu {

/// What is missing at the end of a value that begins with a bracket or a quote and never closes
/// it: `]`, `}` or the quote. (After a quote our YAML library takes the rest of the block for the
/// value and sees nothing wrong.)
[[nodiscard]] std::optional<char> missing_end(std::string_view bytes, const Entry& entry);

/// Says so of this key, whose value lacks `end`. The problem's path is empty.
[[nodiscard]] Problem unclosed_problem(const Entry& entry, char end);

/// The first such key of front matter.
[[nodiscard]] std::optional<Problem> first_unclosed(std::string_view bytes,
                                                    const std::vector<Entry>& entries);

}  // namespace wengu
