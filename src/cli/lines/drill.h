#pragma once
// A mock interview line by line, for pipes, screen readers and dumb terminals.

#include "library/sittings/drill_run.h"
#include "tui/context.h"

namespace wengu {

/// Writes lines and reads lines; the end of the input leaves the drill open.
/// Whether the drill came to its end.
bool drill_in_lines(Context& context, DrillRun& run);

}  // namespace wengu
