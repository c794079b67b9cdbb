#pragma once
// A Markdown table in cells: as it is if it fits, else its widest columns
// wrapped, else one record per row. Nothing is ever cut.

#include "markdown/document.h"
#include "term/style.h"

namespace wengu {

/// Columns are not made narrower than this: a table that would need it becomes
/// records instead.
inline constexpr int kNarrowestColumn = 12;

/// Requires: `table.kind == BlockKind::Table`.
[[nodiscard]] std::vector<Line> table_lines(const Block& table, int width, const Widths& widths);

/// The same as one record per row: a "heading: value" line for each cell.
[[nodiscard]] std::vector<Line> table_records(const Block& table, int width, const Widths& widths);

}  // namespace wengu
