#pragma once
// The one door to standard output and standard error: whatever a note, a name or a merge holds,
// no terminal obeys it. The function of fmt/ostream.h would compile the whole of fmt's
// formatting into every file that prints, which takes longer than all else in it.

#include <fmt/format.h>
#include <iosfwd>
#include <string>
#include <string_view>

namespace wengu {

void print_arguments(std::ostream& out, fmt::string_view format, fmt::format_args arguments);

/// Text as `print` sends it: control characters, C1 among them, and bidirectional overrides are
/// visible escapes (see `sanitised`), line ends and tabs stay.
[[nodiscard]] std::string visible(std::string_view text);

/// Text of our own making with styling in it; what it holds of others went through `visible` or
/// a Line.
void print_styled(std::ostream& out, std::string_view text);

/// JSON, and a line end. What `print` would make visible is written as \uXXXX, so that it is the
/// same JSON.
void print_json_text(std::ostream& out, std::string_view json);

/// Writes what `fmt::format` gives for the same arguments, made `visible`. All that a command says
/// goes through this or one of the two above.
template <typename... Arguments>
void print(std::ostream& out, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    print_arguments(out, format, fmt::make_format_args(arguments...));
}

}  // namespace wengu
