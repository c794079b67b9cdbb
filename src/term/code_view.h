#pragma once
// Source code with its keywords, strings, numbers and comments told apart. A
// scanner with a table per language, not a parser: it may be wrong about a
// colour, never about the text.

#include "term/style.h"

namespace wengu {

/// The lines of `code`; in role Code alone when nobody knows `language` (the
/// first word after the fence). Tabs become blanks up to the next multiple of 4.
[[nodiscard]] std::vector<Line> code_lines(std::string_view code, std::string_view language);

}  // namespace wengu
