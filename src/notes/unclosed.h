#pragma once
// The most usual slip in a list of front matter: its bracket is never closed.

#include "core/error.h"
#include "notes/block.h"

#include <optional>
#include <string_view>

namespace wengu {

/// The bracket that is missing at the end of a value which does not parse, `]` or `}`; nullopt
/// when something else is wrong with it.
[[nodiscard]] std::optional<char> missing_end(std::string_view value);

/// Says so of this key, whose value lacks `end`. The problem's path is empty.
[[nodiscard]] Problem unclosed_problem(const Entry& entry, char end);

/// The first such key of front matter that does not parse.
[[nodiscard]] std::optional<Problem> first_unclosed(std::string_view bytes,
                                                    const std::vector<Entry>& entries);

}  // namespace wengu
