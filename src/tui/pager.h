#pragma once
// Long plain output at a terminal, a screen at a time.

#include "tui/context.h"

#include <string>
#include <string_view>

namespace wengu {

/// WENGU_PAGER, else PAGER, else less; empty when the user wants none.
[[nodiscard]] std::string pager_of(const Context& context);

/// Prints `text`; at a terminal that it does not fit, through $WENGU_PAGER, $PAGER or
/// `less -FRX`. A pager that is empty, "cat" or cannot be run means no pager.
/// The text is made `visible`, as by `print`.
void print_paged(const Context& context, std::string_view text);

/// The same for text with styling of our own in it, see `print_styled`.
void print_paged_styled(const Context& context, std::string_view text);

/// Markdown as text for standard output: drawn where that is a terminal, else as it is
/// but for control characters.
[[nodiscard]] std::string drawn(const Context& context, std::string_view markdown);

}  // namespace wengu
