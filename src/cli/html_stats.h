#pragma once
// The statistics as one page for a browser.

#include "tui/stats_view.h"

#include <string>

namespace wengu {

/// A whole HTML document in itself: styles and charts (SVG) included, nothing fetched,
/// light or dark as the reader's system is, fit to be printed. All text is escaped.
[[nodiscard]] std::string stats_html(const Statistics& stats);

}  // namespace wengu
