#pragma once
// The most usual slip in a list of front matter: its bracket, or a quote, is never closed.

#include "core/error.h"
#include "notes/block.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wengu {

/// What is missing at the end of a value that begins with a bracket or a quote and never closes
/// it: `]`, `}` or the quote.
[[nodiscard]] std::optional<char> missing_end(std::string_view bytes, const Entry& entry);

/// Whether a value begins with a quote that is never closed. Our YAML library then takes the rest
/// of the block for the value and sees nothing wrong.
[[nodiscard]] bool has_open_quote(std::string_view bytes, const std::vector<Entry>& entries);

/// Says so of this key, whose value lacks `end`. The problem's path is empty.
[[nodiscard]] Problem unclosed_problem(const Entry& entry, char end);

/// The first such key of front matter.
[[nodiscard]] std::optional<Problem> first_unclosed(std::string_view bytes,
                                                    const std::vector<Entry>& entries);

}  // namespace wengu
