#pragma once
// A user at a real pseudo-terminal: starts a program on its other end, types,
// looks, changes the size, and sees how the terminal is left behind.

#include "support/screen.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <functional>
#include <stdexcept>
#include <string>

namespace wengu::test {

class PtyUser {
public:
    /// Runs `program` in a child process whose terminal is `columns` x `rows`.
    PtyUser(int columns, int rows, const std::function<void()>& program) : screen{rows} {
        winsize size{};
        size.ws_col = static_cast<unsigned short>(columns);
        size.ws_row = static_cast<unsigned short>(rows);
        if (openpty(&master_, &slave_, nullptr, nullptr, &size) != 0) {
            throw std::runtime_error{"no pseudo-terminal"};
        }
        tcgetattr(slave_, &before_);
        child_ = fork();
        if (child_ != 0) return;
        close(master_);
        login_tty(slave_);
        // The test framework's handlers are not the program's.
        for (const int number : {SIGABRT, SIGSEGV, SIGTERM, SIGFPE, SIGILL}) {
            std::signal(number, SIG_DFL);
        }
        program();
        _exit(0);
    }

    ~PtyUser() {
        if (child_ > 0) kill(child_, SIGKILL);
        if (child_ > 0) waitpid(child_, nullptr, 0);
        if (master_ >= 0) close(master_);
        close(slave_);
    }
    PtyUser(const PtyUser&) = delete;
    PtyUser& operator=(const PtyUser&) = delete;

    /// Types bytes, in portions that cut characters in two, and looks on meanwhile.
    void type(const std::string& bytes) {
        constexpr std::size_t kPortion = 200;
        for (std::size_t at = 0; at < bytes.size(); at += kPortion) {
            const auto portion = bytes.substr(at, kPortion);
            if (write(master_, portion.data(), portion.size()) < 0) return;
            look(1);
        }
    }

    /// Reads what the program draws until it is quiet for `quiet_ms`.
    void look(int quiet_ms = 60) {
        pollfd fd{master_, POLLIN, 0};
        char bytes[4096];
        while (poll(&fd, 1, quiet_ms) > 0) {
            const auto count = read(master_, bytes, sizeof bytes);
            if (count <= 0) return;
            const std::string_view text{bytes, static_cast<std::size_t>(count)};
            sent += text;
            screen.write(text);
        }
    }

    /// Looks until a row of the screen contains `text`; false after two seconds.
    bool sees(const std::string& text) {
        for (int i = 0; i < 100; ++i) {
            look(20);
            for (int row = 0; row < rows(); ++row) {
                if (screen.row(row).find(text) != std::string::npos) return true;
            }
        }
        return false;
    }

    void resize(int columns, int rows) {
        winsize size{};
        size.ws_col = static_cast<unsigned short>(columns);
        size.ws_row = static_cast<unsigned short>(rows);
        ioctl(master_, TIOCSWINSZ, &size);
    }

    void signal(int number) const { kill(child_, number); }

    void hang_up() {
        close(slave_);
        close(master_);
        master_ = -1;
        slave_ = open("/dev/null", O_RDWR);
    }

    /// Waits for the program to end; its status as waitpid() says it.
    int wait_for_end() {
        int status = 0;
        for (int i = 0; i < 300; ++i) {
            if (master_ >= 0) look(10);
            if (waitpid(child_, &status, WNOHANG) == child_) {
                child_ = 0;
                if (master_ >= 0) look(10);
                return status;
            }
            if (master_ < 0) usleep(10'000);
        }
        throw std::runtime_error{"the program does not end"};
    }

    /// Whether the modes are those from before the program.
    [[nodiscard]] bool modes_restored() const {
        termios now{};
        tcgetattr(slave_, &now);
        return now.c_lflag == before_.c_lflag && now.c_iflag == before_.c_iflag &&
               now.c_oflag == before_.c_oflag;
    }

    /// Modes restored, main screen, cursor shown, pastes no longer marked.
    [[nodiscard]] bool terminal_restored() const {
        return modes_restored() && !screen.alternate && screen.cursor_shown && !screen.marks_pastes;
    }

    Screen screen;
    std::string sent;

private:
    static constexpr int kRows = 24;
    [[nodiscard]] static int rows() { return kRows; }

    int master_ = -1;
    int slave_ = -1;
    pid_t child_ = 0;
    termios before_{};
};

inline std::string repeated(std::string_view text, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) result += text;
    return result;
}

/// Types 200 Han characters, erases 50, writes in the middle, pastes 5,000 bytes and makes
/// the window small. Returns the text that there must be.
inline std::string write_long_answer(PtyUser& user) {
    user.type(repeated("温故知新", 50));
    user.type(repeated("\x7f", 50));
    user.type(repeated("\x1b[D", 4));
    user.type("，中间，");
    std::string pasted;
    while (pasted.size() < 5000) pasted += pasted.size() % 97 == 0 ? "\n" : "可";
    user.type("\x1b[200~" + pasted + "\x1b[201~");
    user.resize(40, 12);
    user.type("完");
    REQUIRE(user.sees("完"));
    CHECK(user.screen.cursor_column < 40);
    CHECK(user.screen.cursor_row < 12);
    return repeated("温故知新", 36) + "温故，中间，" + pasted + "完知新温故";
}

}  // namespace wengu::test
