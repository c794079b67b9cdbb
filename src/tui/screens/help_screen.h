#pragma once
// The keys of a screen, grouped, on top of it; generated from the key table.

#include "term/line_editor.h"
#include "tui/screens/frame.h"

namespace wengu {

/// Every key of `scope`. With `filter`, only lines that contain it.
[[nodiscard]] std::vector<Line> help_lines(Scope scope, const ScreenOptions& options,
                                           std::string_view filter = {});

/// `search` is the field in which the filter is typed; nullptr while nobody types.
[[nodiscard]] Picture help_picture(Scope scope, int top, const ScreenOptions& options,
                                   std::string_view filter = {}, LineEditor* search = nullptr);

}  // namespace wengu
