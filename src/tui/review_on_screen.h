#pragma once
// A review on the full screen.

#include "term/terminal.h"
#include "tui/review_view.h"

namespace wengu {

/// How the user left a screen.
enum class Left { Finished, Interrupted };

/// Draws and reads keys until the session ends or the user leaves.
Left review_on_screen(const Environment& environment, Terminal& terminal, ReviewPresenter& desk);

}  // namespace wengu
