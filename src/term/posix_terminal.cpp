#include "term/terminal.h"

#include "term/repaint.h"
#include "term/terminal_mode.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <deque>

namespace wengu {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kEscapeWait{30};
constexpr milliseconds kProbeWait{100};

/// What was typed while the terminal was asked a question.
std::string typed_ahead;  // NOLINT: handed from the probe to the terminal opened after it

std::string entering(const TerminalOptions& options, int rows) {
    // Pasted text is marked, lines do not wrap by themselves, the screen is empty.
    const std::string modes = "\x1b[?2004h\x1b[?7l\x1b[2J\x1b[H";
    if (options.alternate_screen) return "\x1b[?1049h" + modes;
    return std::string(static_cast<std::size_t>(rows), '\n') + modes;
}

std::string leaving(const TerminalOptions& options) {
    const std::string modes = "\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h";
    return modes + (options.alternate_screen ? "\x1b[?1049l" : "\x1b[999;1H\r\n");
}

/// Waits until one of two descriptors can be read; what poll() says of them.
struct Ready {
    bool input = false;
    bool signal = false;
};

Ready wait_for(int signal_fd, std::optional<milliseconds> timeout) {
    pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {signal_fd, POLLIN, 0}};
    const int wait = timeout ? static_cast<int>(std::max<long long>(0, timeout->count())) : -1;
    if (poll(fds, 2, wait) <= 0) return {};
    return {.input = fds[0].revents != 0, .signal = fds[1].revents != 0};
}

class PosixTerminal final : public Terminal {
public:
    explicit PosixTerminal(const TerminalOptions& options)
        : options_{options},
          size_{terminal_size()},
          synchronised_{knows_synchronised_update(options.term, options.term_program)},
          mode_{entering(options, size_.rows), leaving(options)},
          repaint_{options.theme, options.widths} {
        push(decoder_.feed(typed_ahead));
        typed_ahead.clear();
    }

    [[nodiscard]] Size size() const override { return size_; }
    [[nodiscard]] Widths widths() const override { return options_.widths; }

    void draw(const Picture& picture) override {
        picture_ = picture;
        auto bytes = repaint_.bytes_for(picture_, size_);
        if (synchronised_) bytes = "\x1b[?2026h" + bytes + "\x1b[?2026l";
        if (!write_to_terminal(bytes)) gone_ = true;
    }

    [[nodiscard]] Key read_key(std::optional<milliseconds> timeout) override {
        const auto deadline = Clock::now() + timeout.value_or(milliseconds{0});
        while (keys_.empty() && !gone_) {
            std::optional<milliseconds> wait;
            if (timeout) wait = std::chrono::ceil<milliseconds>(deadline - Clock::now());
            const bool unfinished = decoder_.pending();
            if (unfinished) wait = kEscapeWait;
            const Ready ready = wait_for(mode_.signal_fd(), wait);
            if (ready.signal) take_signals();
            if (ready.input) take_input();
            if (ready.input || ready.signal) continue;
            if (unfinished) push(decoder_.flush());
            if (timeout && Clock::now() >= deadline) break;
        }
        return next_key();
    }

    void suspend(const std::function<void()>& action) override {
        mode_.give_back();
        action();
        resume();
    }

private:
    void push(const std::vector<Key>& keys) { keys_.insert(keys_.end(), keys.begin(), keys.end()); }

    Key next_key() {
        if (keys_.empty()) return {.kind = gone_ ? Key::Kind::Terminate : Key::Kind::None};
        Key key = keys_.front();
        keys_.pop_front();
        if (key != Key{.kind = Key::Kind::Text, .text = "z", .ctrl = true}) return key;
        stop();
        return {.kind = Key::Kind::Redraw};
    }

    void take_input() {
        char bytes[4096];
        const auto count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count > 0) push(decoder_.feed({bytes, static_cast<std::size_t>(count)}));
        if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) gone_ = true;
    }

    void take_signals() {
        for (const int number : mode_.take_signals()) {
            if (number == SIGTERM || number == SIGHUP) gone_ = true;
            if (number == SIGINT) push({{.kind = Key::Kind::Interrupt}});
            if (number == SIGTSTP) stop();
            if (number == SIGCONT) resume();
            if (number == SIGWINCH) {
                size_ = terminal_size(size_);
                repaint_.forget();
                push({{.kind = Key::Kind::Resize}});
            }
        }
    }

    void stop() {
        mode_.stop();
        resume();
    }

    void resume() {
        mode_.take_again();
        static_cast<void>(mode_.take_signals());
        size_ = terminal_size(size_);
        repaint_.forget();
        draw(Picture{picture_});
        push({{.kind = Key::Kind::Redraw}});
    }

    TerminalOptions options_;
    Size size_;
    bool synchronised_;
    TerminalMode mode_;
    KeyDecoder decoder_;
    std::deque<Key> keys_;
    Picture picture_;
    Repaint repaint_;
    bool gone_ = false;
};

/// The column in a cursor position report ("ESC [ row ; column R"), taken out of
/// `bytes`; 0 when there is none yet.
int take_report(std::string& bytes) {
    for (auto start = bytes.find("\x1b["); start != std::string::npos;
         start = bytes.find("\x1b[", start + 1)) {
        const auto end = bytes.find_first_not_of("0123456789;", start + 2);
        if (end == std::string::npos || bytes[end] != 'R') continue;
        const auto semicolon = bytes.find(';', start);
        if (semicolon > end) continue;
        const int column = std::atoi(bytes.c_str() + semicolon + 1);
        bytes.erase(start, end + 1 - start);
        return column;
    }
    return 0;
}

}  // namespace

std::unique_ptr<Terminal> open_terminal(const TerminalOptions& options) {
    return std::make_unique<PosixTerminal>(options);
}

int probe_ambiguous_width() {
    if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) return 1;
    const TerminalMode mode{"\r─\x1b[6n", "\r\x1b[K"};
    const auto deadline = Clock::now() + kProbeWait;
    int column = 0;
    while (column == 0 && Clock::now() < deadline) {
        const auto rest = std::chrono::ceil<milliseconds>(deadline - Clock::now());
        if (!wait_for(mode.signal_fd(), rest).input) continue;
        char bytes[256];
        const auto count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) break;
        typed_ahead.append(bytes, static_cast<std::size_t>(count));
        column = take_report(typed_ahead);
    }
    return column == 3 ? 2 : 1;
}

Size terminal_size(Size otherwise) {
    winsize size = {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
    return {.columns = size.ws_col, .rows = size.ws_row};
}

bool knows_synchronised_update(std::string_view term, std::string_view term_program) {
    constexpr std::string_view kPrograms[] = {"WezTerm", "ghostty", "iTerm.app", "contour",
                                              "vscode"};
    for (const auto start : {"xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm"}) {
        if (term.starts_with(start)) return true;
    }
    const bool multiplexed = term.starts_with("tmux") || term.starts_with("screen");
    return !multiplexed && std::ranges::find(kPrograms, term_program) != std::end(kPrograms);
}

}  // namespace wengu
