#pragma once
// Opening the terminal the way the settings and the world ask for.

#include "term/terminal.h"
#include "tui/context.h"
#include "tui/screens/frame.h"

#include <memory>

namespace wengu {

/// Whether to write plain lines instead of drawing screens: asked for by option,
/// setting or WENGU_LINEAR, no terminal, or one that cannot move its cursor.
[[nodiscard]] bool wants_lines(const Context& context, bool asked);

/// What screens need besides their state, for a terminal of that size.
[[nodiscard]] ScreenOptions screen_options(const Environment& environment,
                                           const Terminal& terminal);

/// Takes the terminal. Requires: !wants_lines(context, false).
[[nodiscard]] std::unique_ptr<Terminal> open_screen(const Context& context);

/// The theme for text that stays on standard output.
[[nodiscard]] Theme output_theme(const Context& context);

/// Cells that a line of text on standard output may take: as the terminal has them, but no more
/// than read well. What goes elsewhere is not broken.
[[nodiscard]] int text_width(const Context& context);

/// Shows the keys of `scope` until the user has seen them.
void show_help(Terminal& terminal, const Environment& environment, Scope scope);

}  // namespace wengu
