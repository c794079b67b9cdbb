#pragma once
// Running a review: on the full screen, or line by line.

#include "app/review/view.h"

namespace wengu {

/// Draws and reads keys until the session ends or the user leaves. Returns an ExitCode.
int review_on_screen(Context& context, Terminal& terminal, ReviewDesk& desk);

/// Writes lines to `out` and reads lines from the context's input; the end of the
/// input ends the review as `q` would. Returns an ExitCode.
int review_in_lines(Context& context, std::ostream& out, ReviewDesk& desk);

}  // namespace wengu
