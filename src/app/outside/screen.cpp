#include "app/outside/screen.h"

#include "app/screens/help_screen.h"
#include "core/error.h"

namespace wengu {
namespace {

StylingInputs styling_inputs(const Context& context, bool is_terminal) {
    return {.flag = colour_wish(context.options.color),
            .no_color = context.variable("NO_COLOR"),
            .force_color = context.variable("CLICOLOR_FORCE") + context.variable("FORCE_COLOR"),
            .setting = colour_wish(context.settings.text("ui.color")),
            .is_terminal = is_terminal,
            .term = context.variable("TERM")};
}

Theme theme_of(const Context& context, bool is_terminal) {
    const auto wanted = theme_named(context.settings.text("ui.theme"));
    return theme_for(choose_styling(styling_inputs(context, is_terminal)),
                     wanted.value_or(Theme{}));
}

Widths widths_of(const Context& context) {
    const auto& setting = context.settings.text("ui.ambiguous_width");
    if (setting == "auto") return {.ambiguous = probe_ambiguous_width()};
    return {.ambiguous = setting == "2" ? 2 : 1};
}

}  // namespace

bool wants_lines(const Context& context, bool asked) {
    const auto term = context.variable("TERM");
    const bool can_draw =
        context.in_is_terminal && context.out_is_terminal && term != "dumb" && !term.empty();
    return asked || !can_draw || context.settings.is_on("ui.linear") ||
           !context.variable("WENGU_LINEAR").empty();
}

ScreenOptions screen_options(const Context& context, const Terminal& terminal) {
    return {.size = terminal.size(),
            .widths = terminal.widths(),
            .keymap = Keymap{context.settings.text("ui.keys")}};
}

std::unique_ptr<Terminal> open_screen(const Context& context) {
    return open_terminal({.theme = theme_of(context, true),
                          .widths = widths_of(context),
                          .term = context.variable("TERM"),
                          .term_program = context.variable("TERM_PROGRAM")});
}

Theme output_theme(const Context& context) { return theme_of(context, context.out_is_terminal); }

void show_help(Terminal& terminal, const Context& context, Scope scope) {
    int top = 0;
    while (true) {
        const auto options = screen_options(context, terminal);
        terminal.draw(help_picture(scope, top, options));
        const auto key = terminal.read_key();
        if (key.kind == Key::Kind::Resize || key.kind == Key::Kind::Redraw) continue;
        const auto intent = options.keymap.intent(Scope::Page, key);
        const int page = std::max(1, body_rows(options, 1) - 1);
        if (intent == Intent::Down) {
            ++top;
        } else if (intent == Intent::Up) {
            top = std::max(0, top - 1);
        } else if (intent == Intent::PageDown) {
            top += page;
        } else if (intent == Intent::PageUp) {
            top = std::max(0, top - page);
        } else {
            return;
        }
        const auto lines = static_cast<int>(help_lines(scope, options).size());
        top = within(top, lines, body_rows(options, 1));
    }
}

}  // namespace wengu
