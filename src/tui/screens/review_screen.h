#pragma once
// The review, as pictures: the question, the answer, typing, the end. Plain
// values in; what they are worth is the session's business.

#include "core/grade.h"
#include "term/line_editor.h"
#include "tui/screens/frame.h"
#include "tui/screens/words.h"

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace wengu {

struct ReviewView {
    int position = 0;  ///< Of the card in the session, from 1.
    int total = 0;
    int left = 0;
    std::string deck = {};     ///< Shown from the start: must not give the answer away.
    std::string context = {};  ///< Note and headings: shown when asked for, and with the answer.
    std::string source = {};   ///< "career/plan.md:742".
    std::string topic = {};    ///< Stands above the question; may be empty.
    std::string front = {};    ///< Markdown.
    std::string back = {};     ///< Markdown; empty for an open question.
    std::vector<std::string> points = {};  ///< Titles.
    int days_late = 0;
    bool is_new = false;
    bool repeat = false;
    bool flagged = false;
    bool can_undo = false;

    bool revealed = false;
    bool show_context = false;
    int points_shown = 0;             ///< Hints asked for.
    std::string typed = {};           ///< The user's own answer; may be empty.
    bool compare = false;             ///< Show it beside the card's.
    std::array<Return, 4> returns{};  ///< When the card comes back, by grade.
    bool counted = true;              ///< False: no grade changes a schedule.
    int top = 0;                      ///< First body line on screen.
    bool wrap_code = true;
    int code_offset = 0;
    std::string notice = {};  ///< One line for the user, in place of the lower hints.
};

/// The body of the question or the answer, for scrolling.
[[nodiscard]] std::vector<Line> review_body(const ReviewView& view, const ScreenOptions& options);
[[nodiscard]] Frame review_frame(const ReviewView& view, const ScreenOptions& options);
[[nodiscard]] Picture review_picture(const ReviewView& view, const ScreenOptions& options);

/// The question with a field below it. The cursor stands at the caret.
[[nodiscard]] Picture typing_picture(const ReviewView& view, LineEditor& editor,
                                     const ScreenOptions& options);

/// Why `intent` can do nothing just now, in words for the user; empty if it can.
[[nodiscard]] std::string refusal(Intent intent, const ReviewView& view, const Keymap& keymap);

/// What to say to a key that means nothing here: about the input method, if it
/// is on, else how to get help.
[[nodiscard]] std::string unknown_key(const Key& key, const Keymap& keymap);

/// What a sitting came to.
struct SummaryView {
    int cards = 0;
    int new_cards = 0;
    std::array<int, 4> by_grade{};
    std::chrono::seconds taken{0};
    int left = 0;           ///< Still due today.
    int tomorrow = 0;       ///< Due on the next study day, of the whole collection.
    std::string next = {};  ///< When the next card is due, in words; may be empty.
    int streak_days = 0;
    bool can_undo = false;
};

[[nodiscard]] Picture summary_picture(const SummaryView& view, const ScreenOptions& options);
/// At most three lines that stay in the scrollback when the program ends.
[[nodiscard]] std::vector<Line> summary_lines(const SummaryView& view);

}  // namespace wengu
