#pragma once
// From one picture to the next: the bytes that change what a terminal shows. Pure.

#include "term/terminal.h"

#include <string>
#include <vector>

namespace wengu {

class Repaint {
public:
    Repaint(Theme theme, Widths widths) : theme_{std::move(theme)}, widths_{widths} {}

    /// What shows `picture` on a screen of `size`: the rows that differ from those of the last
    /// call, and where the cursor stands.
    [[nodiscard]] std::string bytes_for(const Picture& picture, Size size);

    /// The screen shows something else now: the next call sends every row.
    void forget() { shown_.clear(); }

private:
    Theme theme_;
    Widths widths_;
    std::vector<std::string> shown_;  ///< Rows as they were sent.
};

}  // namespace wengu
