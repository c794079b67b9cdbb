#pragma once
// Breaking a paragraph into lines that Chinese and English readers accept:
// between Han characters, at blanks, never before a closing mark and never
// after an opening one.

#include "term/style.h"

namespace wengu {

struct WrapOptions {
    int width = 80;    ///< Cells of the longest line, prefixes included.
    int overhang = 0;  ///< Cells by which a closing mark may stick out: 0 or 1.
    Line first = {};   ///< Put before the first line: a list marker.
    Line rest = {};    ///< Put before every other line: the hanging indent.
};

/// The lines of `text`, at least one. Blanks at a break are dropped; a word
/// longer than a line is cut between clusters. Nothing else is ever lost.
[[nodiscard]] std::vector<Line> wrapped(const Line& text, const WrapOptions& options,
                                        const Widths& widths);

/// Whether a line may not begin with `c`: closing and pausing marks.
[[nodiscard]] bool is_closing_mark(char32_t c);

/// Whether a line may not end with `c`: opening brackets and quotes.
[[nodiscard]] bool is_opening_mark(char32_t c);

}  // namespace wengu
