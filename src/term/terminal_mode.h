#pragma once
// Taking the terminal and giving it back on every way out: the modes, the
// escape sequences and the signals. One at a time per process.

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Holds the terminal in raw mode from construction to destruction. Signals that
/// concern the screen arrive as numbers on `signal_fd`; a crash, abort() or
/// exit() gives the terminal back before the process ends.
class TerminalMode {
public:
    /// `enter` and `leave` are written when the terminal is taken and given back.
    /// Throws Error when standard input is no terminal.
    TerminalMode(std::string enter, std::string leave);
    ~TerminalMode();
    TerminalMode(const TerminalMode&) = delete;
    TerminalMode& operator=(const TerminalMode&) = delete;

    /// Readable when a signal has arrived.
    [[nodiscard]] int signal_fd() const { return pipe_[0]; }
    /// The numbers of the signals that have arrived since the last call.
    [[nodiscard]] std::vector<int> take_signals() const;

    void give_back();
    void take_again();
    /// Gives the terminal back and stops the process group, as Ctrl-Z does.
    /// Returns once it is continued; the terminal is still given back then.
    void stop();

private:
    void take();

    int pipe_[2] = {-1, -1};
    std::string enter_;
};

/// Writes all bytes to standard output; false when the terminal is gone.
bool write_to_terminal(std::string_view bytes);

}  // namespace wengu
