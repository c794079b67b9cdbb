#include "tui/screen.h"

#include "tui/themes.h"

#include "core/error.h"
#include "term/line_editor.h"
#include "tui/screens/help_screen.h"

#include <algorithm>

namespace wengu {
namespace {

StylingInputs styling_inputs(const Context& context, bool is_terminal) {
    return {.flag = colour_wish(context.color),
            .no_color = context.variable("NO_COLOR"),
            .force_color = context.variable("CLICOLOR_FORCE") + context.variable("FORCE_COLOR"),
            .setting = colour_wish(context.settings.text("ui.color")),
            .is_terminal = is_terminal,
            .term = context.variable("TERM")};
}

Theme theme_on(const Context& context, bool is_terminal) {
    return theme_for(choose_styling(styling_inputs(context, is_terminal)),
                     theme_of(context.settings));
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

ScreenOptions screen_options(const Environment& environment, const Terminal& terminal) {
    return {.size = terminal.size(),
            .widths = terminal.widths(),
            .keymap = Keymap{environment.settings.text("ui.keys")}};
}

std::unique_ptr<Terminal> open_screen(const Context& context) {
    return open_terminal({.theme = theme_on(context, true),
                          .widths = widths_of(context),
                          .term = context.variable("TERM"),
                          .term_program = context.variable("TERM_PROGRAM")});
}

Theme output_theme(const Context& context) { return theme_on(context, context.out_is_terminal); }

int text_width(const Context& context) {
    constexpr int kReadingWidth = 100;
    constexpr int kUnbroken = 1 << 20;
    return context.out_is_terminal ? std::min(kReadingWidth, terminal_size().columns) : kUnbroken;
}

namespace {

/// The keys of a screen, scrolled and searched, until another key leaves them.
class Help {
public:
    Help(Terminal& terminal, const Environment& environment, Scope scope)
        : terminal_{terminal}, environment_{environment}, scope_{scope} {}

    void run() {
        while (!left_) {
            const auto options = screen_options(environment_, terminal_);
            terminal_.draw(
                help_picture(scope_, top_, options, search_.text(), typing_ ? &search_ : nullptr));
            const auto key = terminal_.read_key();
            using enum Key::Kind;
            if (key.kind == Terminate || key.kind == Interrupt) return;
            if (key.kind == Resize || key.kind == Redraw || key.kind == None) continue;
            typing_ ? type(key) : command(key, options);
        }
    }

private:
    void type(const Key& key) {
        top_ = 0;
        if (search_.press(key)) return;
        if (key.kind == Key::Kind::Escape) search_.set_text("");
        if (key.kind == Key::Kind::Escape || key.kind == Key::Kind::Enter) typing_ = false;
    }

    void command(const Key& key, const ScreenOptions& options) {
        if (key.kind == Key::Kind::Paste) return;
        const int page = std::max(1, body_rows(options, 1) - 1);
        switch (options.keymap.intent(Scope::Page, key).value_or(Intent::Quit)) {
            case Intent::Down: ++top_; break;
            case Intent::Up: --top_; break;
            case Intent::PageDown: top_ += page; break;
            case Intent::PageUp: top_ -= page; break;
            case Intent::Search: typing_ = true; break;
            default: left_ = true;
        }
        const auto lines = help_lines(scope_, options, search_.text()).size();
        top_ = within(top_, static_cast<int>(lines), body_rows(options, 1));
    }

    Terminal& terminal_;
    const Environment& environment_;
    Scope scope_;
    LineEditor search_{LineEditor::Kind::OneLine};
    int top_ = 0;
    bool typing_ = false;
    bool left_ = false;
};

}  // namespace

void show_help(Terminal& terminal, const Environment& environment, Scope scope) {
    Help{terminal, environment, scope}.run();
}

}  // namespace wengu
