#pragma once
// Inline Markdown as styled text: wikilinks by their alias, images by name,
// ==marks==, formulas as written.

#include "markdown/document.h"
#include "term/style.h"

namespace wengu {

/// One paragraph: a Line for each line that the author asked for (hard breaks).
/// A source line end is a blank, and nothing at all between Han characters.
[[nodiscard]] std::vector<Line> styled_inlines(const Inlines& inlines, Style base = {});

/// The same on one line: hard breaks become blanks.
[[nodiscard]] Line styled_line(const Inlines& inlines, Style base = {});

/// HTML without the tags that only lay out text (<b>, <br>, <details>, ...) and
/// without comments. What merely looks like a tag (`vector<T>`) stays.
[[nodiscard]] std::string without_tags(std::string_view html);

}  // namespace wengu
