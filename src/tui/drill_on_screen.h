#pragma once
// A mock interview on the full screen.

#include "library/sittings/drill_run.h"
#include "term/terminal.h"
#include "tui/context.h"

namespace wengu {

/// Draws and reads keys. Whether the drill came to its end.
bool drill_on_screen(Context& context, Terminal& terminal, DrillRun& run);

}  // namespace wengu
