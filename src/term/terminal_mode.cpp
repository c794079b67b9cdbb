#include "term/terminal_mode.h"

#include "core/error.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace wengu {
namespace {

constexpr std::array<int, 6> kScreenSignals{SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
constexpr std::array<int, 6> kCrashSignals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

/// What signal handlers need. Plain memory: they may not allocate or lock.
struct Shared {
    volatile std::sig_atomic_t taken = 0;
    volatile int pipe_end = -1;
    termios original{};
    char leave[128] = {};
    std::size_t leave_length = 0;
    std::array<struct sigaction, kScreenSignals.size()> old_screen{};
    std::array<struct sigaction, kCrashSignals.size()> old_crash{};
};
Shared shared;  // NOLINT: signal handlers reach nothing else

alignas(16) char crash_stack[64 * 1024];  // NOLINT: the stack of a handler after an overflow

/// Safe inside a signal handler.
void restore() {
    if (shared.taken == 0) return;
    shared.taken = 0;
    if (write(STDOUT_FILENO, shared.leave, shared.leave_length) < 0) {
        // The terminal is gone; there is nothing left to restore.
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &shared.original);
}

void on_screen_signal(int number) {
    const int saved = errno;
    const auto byte = static_cast<char>(number);
    if (write(shared.pipe_end, &byte, 1) < 0) {
        // A full pipe: enough signals are waiting already.
    }
    errno = saved;
}

/// Gives the terminal back, then lets whoever was there before us handle the crash.
void on_crash(int number) {
    restore();
    const auto* const found = std::find(kCrashSignals.begin(), kCrashSignals.end(), number);
    const auto index = static_cast<std::size_t>(found - kCrashSignals.begin());
    sigaction(number, &shared.old_crash[index], nullptr);
    raise(number);
}

void handle(int number, void (*handler)(int), int flags, struct sigaction* old) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, old);
}

void install_handlers() {
    stack_t stack = {};
    stack.ss_sp = crash_stack;
    stack.ss_size = sizeof crash_stack;
    sigaltstack(&stack, nullptr);
    for (std::size_t i = 0; i < kScreenSignals.size(); ++i) {
        handle(kScreenSignals[i], on_screen_signal, SA_RESTART, &shared.old_screen[i]);
    }
    for (std::size_t i = 0; i < kCrashSignals.size(); ++i) {
        handle(kCrashSignals[i], on_crash, SA_ONSTACK | SA_NODEFER, &shared.old_crash[i]);
    }
}

void remove_handlers() {
    for (std::size_t i = 0; i < kScreenSignals.size(); ++i) {
        sigaction(kScreenSignals[i], &shared.old_screen[i], nullptr);
    }
    for (std::size_t i = 0; i < kCrashSignals.size(); ++i) {
        sigaction(kCrashSignals[i], &shared.old_crash[i], nullptr);
    }
}

termios raw_mode(termios mode) {
    mode.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INPCK | ISTRIP | IXON | IXOFF);
    mode.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
    mode.c_cflag |= CS8;
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    return mode;
}

}  // namespace

TerminalMode::TerminalMode(std::string enter, std::string leave) : enter_{std::move(enter)} {
    if (tcgetattr(STDIN_FILENO, &shared.original) != 0 || isatty(STDOUT_FILENO) == 0) {
        fail("this needs a terminal; use --linear");
    }
    if (pipe2(pipe_, O_CLOEXEC | O_NONBLOCK) != 0) fail("cannot open a pipe: {}", strerror(errno));
    shared.pipe_end = pipe_[1];
    shared.leave_length = std::min(leave.size(), sizeof shared.leave);
    std::memcpy(shared.leave, leave.data(), shared.leave_length);
    install_handlers();
    static const bool at_exit = std::atexit(restore) == 0;
    static_cast<void>(at_exit);
    take();
}

TerminalMode::~TerminalMode() {
    restore();
    remove_handlers();
    close(pipe_[0]);
    close(pipe_[1]);
}

void TerminalMode::take() {
    const termios mode = raw_mode(shared.original);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
    shared.taken = 1;
    write_to_terminal(enter_);
}

void TerminalMode::give_back() {
    restore();
    // A stop belongs to the program that now has the terminal, and to us with it.
    handle(SIGTSTP, SIG_DFL, 0, nullptr);
}

void TerminalMode::take_again() {
    handle(SIGTSTP, on_screen_signal, SA_RESTART, nullptr);
    // While the terminal is ours its modes are our own, not what to go back to.
    if (shared.taken == 0) tcgetattr(STDIN_FILENO, &shared.original);
    take();
}

void TerminalMode::stop() {
    give_back();
    kill(0, SIGTSTP);
}

std::vector<int> TerminalMode::take_signals() const {
    std::vector<int> signals;
    char bytes[64];
    ssize_t count = 0;
    while ((count = read(pipe_[0], bytes, sizeof bytes)) > 0) {
        signals.insert(signals.end(), bytes, bytes + count);
    }
    return signals;
}

bool write_to_terminal(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace wengu
