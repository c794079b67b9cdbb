#pragma once
// The frame that every screen stands in: a header, a rule, what it is about,
// a rule, the keys. And the measures that follow from the size.

#include "term/terminal.h"
#include "tui/keymap.h"

#include <optional>
#include <vector>

namespace wengu {

/// What a screen needs to know besides its state.
struct ScreenOptions {
    Size size = {};
    Widths widths = {};
    Keymap keymap = Keymap{};

    /// Cells of the page: the screen, but never so wide that reading tires.
    [[nodiscard]] int page() const;
    /// Blank cells left of text.
    [[nodiscard]] int margin() const { return size.columns < 60 ? 1 : 2; }
    /// Cells for running text.
    [[nodiscard]] int text() const { return page() - 2 * margin(); }
};

struct Frame {
    Line title = {};   ///< Left in the header; shortened when it does not fit.
    Line status = {};  ///< Right in the header.
    std::vector<Line> body = {};
    int top = 0;  ///< First line of the body that is wanted on screen.
    std::optional<Line> more =
        {};  ///< The key that shows what does not fit; else those that scroll.
    std::vector<Line> footer = {};  ///< Below the lower rule.
};

/// Rows that a body can take above `footer_rows` rows.
[[nodiscard]] int body_rows(const ScreenOptions& options, int footer_rows);

/// The picture. A body that is too long is shown from `top`, with how much is
/// missing on the lower rule.
[[nodiscard]] Picture framed(const Frame& frame, const ScreenOptions& options);

/// Rows of the body that `framed` shows.
[[nodiscard]] int rows_of(const Frame& frame, const ScreenOptions& options);

/// The `top` that `intent` scrolls to; nullopt if it does not scroll.
[[nodiscard]] std::optional<int> scrolled(Intent intent, const Frame& frame,
                                          const ScreenOptions& options);

/// `top` kept within a body of `lines` lines shown in `rows` rows.
[[nodiscard]] int within(int top, int lines, int rows);

/// Where a body laid out anew must begin to show the text that stood first before.
[[nodiscard]] int same_place(const std::vector<Line>& before, int top,
                             const std::vector<Line>& after);

/// A key and what it does: "u undo". Empty if the intent has no key.
[[nodiscard]] Line key_hint(const ScreenOptions& options, Intent intent, const char* label);

/// The hints side by side on one line: as many as fit, the last one always.
[[nodiscard]] Line hint_line(const std::vector<Line>& hints, const ScreenOptions& options);

/// `items` side by side, on as many lines as they need.
[[nodiscard]] std::vector<Line> flowed(const std::vector<Line>& items, int gap, int width,
                                       const Widths& widths);

/// `lines` behind `cells` blanks; empty lines stay empty.
[[nodiscard]] std::vector<Line> indented(std::vector<Line> lines, int cells);

/// The line of dashes between the parts of a screen, with a text at its right end.
[[nodiscard]] Line rule(const ScreenOptions& options, const Line& text = {});

/// `text` wrapped for the page, each line behind the margin.
[[nodiscard]] std::vector<Line> page_text(const Line& text, const ScreenOptions& options);

void append(std::vector<Line>& lines, const std::vector<Line>& more);

}  // namespace wengu
