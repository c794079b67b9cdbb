#pragma once
// What every HTML page of the program has in common: one file that fetches nothing, in
// light and dark, with all text escaped. What is on a page is the business of who writes it.

#include <string>
#include <string_view>

namespace wengu {

/// In the head of every page of ours, so that it is known again.
inline constexpr const char* kHtmlMark = "<meta name=\"generator\" content=\"wengu\">";

/// Text as it stands in HTML, also between quotation marks.
[[nodiscard]] std::string escaped_html(std::string_view text);

/// Everything up to the content of the body. `title` is plain text; `style` is CSS and may
/// use the colours --bg, --fg, --dim and --line, and set further ones.
[[nodiscard]] std::string html_begin(std::string_view language, std::string_view title,
                                     std::string_view style);

/// Everything behind it.
[[nodiscard]] std::string html_end();

}  // namespace wengu
