#include "tui/page_loop.h"

#include "tui/screen.h"

#include <algorithm>
#include <optional>

namespace wengu {
namespace {

constexpr int kEnd = 100'000;  ///< Below every page.

/// The least place that shows what `top` shows: pages do not scroll beyond their end.
int settled(const Page& page, int top, const ScreenOptions& options) {
    const auto wanted = page(top, options);
    int low = 0;
    int high = std::max(0, top);
    while (low < high) {
        const int middle = (low + high) / 2;
        if (page(middle, options) == wanted) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/// Where `intent` leads from `top`; nullopt if it does not scroll.
std::optional<int> scrolled(Intent intent, int top, const ScreenOptions& options) {
    const int screen = std::max(1, body_rows(options, 1) - 1);
    switch (intent) {
        case Intent::Down: return top + 1;
        case Intent::Up: return std::max(0, top - 1);
        case Intent::PageDown: return top + screen;
        case Intent::PageUp: return std::max(0, top - screen);
        case Intent::Top: return 0;
        case Intent::Bottom: return kEnd;
        default: return std::nullopt;
    }
}

}  // namespace

Intent show_page(Terminal& terminal, const Environment& environment, const Page& page) {
    int top = 0;
    while (true) {
        const auto options = screen_options(environment, terminal);
        terminal.draw(page(top, options));
        const auto key = terminal.read_key();
        if (key.kind == Key::Kind::Interrupt || key.kind == Key::Kind::Terminate)
            return Intent::Quit;
        const auto intent = options.keymap.intent(Scope::Page, key);
        if (!intent) continue;
        if (const auto place = scrolled(*intent, top, options)) {
            top = settled(page, *place, options);
        } else if (*intent == Intent::Help) {
            show_help(terminal, environment, Scope::Page);
        } else if (*intent == Intent::Quit || *intent == Intent::Search) {
            return *intent;
        }
    }
}

}  // namespace wengu
