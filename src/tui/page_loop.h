#pragma once
// A page that only scrolls: shown until the user leaves it.

#include "library/environment.h"
#include "tui/screens/frame.h"

#include <functional>

namespace wengu {

/// The picture with the page shown from line `top` on.
using Page = std::function<Picture(int top, const ScreenOptions& options)>;

/// Scrolls `page` by the user's keys until they leave it or press a key of another
/// intent of a page (Search): that one. Ctrl-C and a vanished terminal leave it.
Intent show_page(Terminal& terminal, const Environment& environment, const Page& page);

}  // namespace wengu
