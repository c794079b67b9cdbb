#pragma once
// Playing a mock interview: on the full screen, or line by line.

#include "app/drill/run.h"
#include "term/terminal.h"

namespace wengu {

/// Writes lines and reads lines; the end of the input leaves the drill open.
/// Whether the drill came to its end.
bool drill_in_lines(Context& context, DrillRun& run);

/// Draws and reads keys. Whether the drill came to its end.
bool drill_on_screen(Context& context, Terminal& terminal, DrillRun& run);

}  // namespace wengu
