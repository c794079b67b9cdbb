#pragma once
// Formatted text on a stream. The function of fmt/ostream.h would compile the whole of fmt's
// formatting into every file that prints, which takes longer than all else in it.

#include <fmt/format.h>
#include <iosfwd>

namespace wengu {

void print_arguments(std::ostream& out, fmt::string_view format, fmt::format_args arguments);

/// Writes what `fmt::format` gives for the same arguments.
template <typename... Arguments>
void print(std::ostream& out, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    print_arguments(out, format, fmt::make_format_args(arguments...));
}

}  // namespace wengu
