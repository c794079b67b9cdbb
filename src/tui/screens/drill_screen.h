#pragma once
// The mock interview as pictures: plan, question with its clock, the answer
// being typed, prediction, checklist, follow-up. Pure functions of the state.

#include "interview/drill.h"
#include "term/line_editor.h"
#include "tui/screens/frame.h"

#include <string>

namespace wengu {

/// What the screen remembers besides the drill itself.
struct DrillView {
    const Drill* drill = nullptr;
    Instant now{};
    LineEditor* editor = nullptr;  ///< At Answer, Predict and Probe.
    std::string notice;            ///< One line about the last key, if anything.
    std::size_t point = 0;         ///< At Check: the point at the caret.
    int top = 0;                   ///< First visible line of the body.
    bool show_back = false;        ///< At Check: the standard answer instead of the points; at
                                   ///< Return: the point itself.
    std::int64_t total_ms = 0;     ///< Since the drill began.
    std::string topic = {};        ///< Stands above the question; may be empty.
};

/// Where the body must begin so that the chosen point is in sight, as near to `view.top`
/// as can be. Only at Check.
[[nodiscard]] int drill_top(const DrillView& view, const ScreenOptions& options);

[[nodiscard]] Picture drill_picture(const DrillView& view, const ScreenOptions& options);

}  // namespace wengu
