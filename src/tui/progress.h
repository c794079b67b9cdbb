#pragma once
// How far a long piece of work has come, on standard error; silent for the first
// half second.

#include "library/import/importer.h"
#include "tui/context.h"

#include <chrono>
#include <string_view>

namespace wengu {

class ProgressLine {
public:
    explicit ProgressLine(const Context& context);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    /// Leaves no trace on a terminal.
    ~ProgressLine();

    /// `done` of `total` notes are read, `name` is the last one. On a terminal the line is
    /// rewritten ten times a second at most; elsewhere each tenth is a line.
    void at(std::size_t done, std::size_t total, std::string_view name);

private:
    using Clock = std::chrono::steady_clock;

    const Context& context_;
    std::size_t tenths_ = 0;  ///< Those that were said.
    Clock::time_point next_;
    bool shown_ = false;
};

/// A line of an import's progress; it goes when the function does. `context` must outlive it.
[[nodiscard]] Progress progress_line(const Context& context);

}  // namespace wengu
