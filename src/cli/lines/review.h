#pragma once
// A review line by line, for pipes, screen readers and dumb terminals.

#include "tui/context.h"
#include "tui/review_view.h"

namespace wengu {

/// Writes lines to `out` and reads lines from the context's input; the end of the
/// input ends the review as `q` would.
void review_in_lines(Context& context, std::ostream& out, ReviewPresenter& desk);

}  // namespace wengu
