#pragma once
// Markdown as lines for a screen of a given width. Nothing of the text is ever
// cut: what does not fit is wrapped.

#include "markdown/document.h"
#include "term/style.h"

namespace wengu {

struct MarkdownOptions {
    int width = 80;         ///< Cells of the longest line.
    int overhang = 0;       ///< Cells by which a closing mark may stick out of a paragraph.
    bool wrap_code = true;  ///< False: code is shown from column `code_offset`, with a mark
                            ///< where more follows, for scrolling sideways.
    int code_offset = 0;
    bool spoken = false;  ///< For ears and pipes: no rules, no columns, tables as records.
};

[[nodiscard]] std::vector<Line> markdown_lines(std::string_view markdown,
                                               const MarkdownOptions& options,
                                               const Widths& widths);

/// The same for text that is parsed already.
[[nodiscard]] std::vector<Line> markdown_lines(const Document& document,
                                               const MarkdownOptions& options,
                                               const Widths& widths);

/// The file or address of every image in `document`, in reading order.
[[nodiscard]] std::vector<std::string> images_of(const Document& document);

}  // namespace wengu
