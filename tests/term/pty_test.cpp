// The real terminal, on a real pseudo-terminal.

#include "support/pty_user.h"
#include "term/line_editor.h"
#include "term/terminal.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wengu {
namespace {

using test::PtyUser;

/// A file that is gone when the test is.
class Draft {
public:
    Draft() {
        char name[] = "/tmp/wengu_draft_XXXXXX";
        close(mkstemp(name));
        path = name;
    }
    ~Draft() { std::remove(path.c_str()); }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    [[nodiscard]] std::string text() const {
        std::ostringstream text;
        text << std::ifstream{path}.rdbuf();
        return text.str();
    }

    std::string path;
};

TerminalOptions options() {
    return {.theme = theme_for(Styling::Colours, *theme_named("auto")), .term = "xterm"};
}

/// The program under test: an editor in a full screen that keeps its text at the end.
void edit(const std::string& path) {
    const auto terminal = open_terminal(options());
    LineEditor editor;
    for (Key key; key.kind != Key::Kind::Interrupt && key.kind != Key::Kind::Terminate;
         key = terminal->read_key()) {
        editor.press(key);
        const auto size = terminal->size();
        const auto view = editor.view(size, terminal->widths());
        terminal->draw({.lines = view.lines, .cursor = view.caret});
    }
    std::ofstream{path} << editor.text();
}

TEST_CASE("terminal: an answer typed in Chinese, erased, pasted into and resized is kept whole",
          "[pty]") {
    Draft draft;
    PtyUser user{80, 24, [&draft] { edit(draft.path); }};
    user.look();
    CHECK(user.screen.alternate);
    CHECK(user.screen.marks_pastes);
    const auto written = write_long_answer(user);
    user.type("\x03");
    CHECK(user.wait_for_end() == 0);
    CHECK(user.terminal_restored());
    CHECK(draft.text() == written);
}

TEST_CASE("terminal: what is on the screen is what was drawn, and only changes are sent", "[pty]") {
    PtyUser user{
        80, 24, [] {
            const auto terminal = open_terminal(options());
            Picture picture{
                .lines = {Line{"题目 👨‍👩‍👧 和 ⚠\uFE0F 后面", Role::Title},
                          Line{"第二行"}, Line{"x"}},
                .cursor = Position{1, 6}};
            terminal->draw(picture);
            static_cast<void>(terminal->read_key());
            picture.lines[2] = Line{"改了"};
            terminal->draw(picture);
            static_cast<void>(terminal->read_key());
        }};
    REQUIRE(user.sees("第二行"));
    CHECK(user.screen.row(0) == "题目 👨‍👩‍👧 和 ⚠\uFE0F 后面");
    CHECK(user.screen.cursor_row == 1);
    CHECK(user.screen.cursor_column == 6);
    user.look();
    user.sent.clear();
    user.type("a");
    REQUIRE(user.sees("改了"));
    CHECK(user.sent == "\x1b[?25l\x1b[3;1H改了\x1b[K\x1b[2;7H\x1b[?25h");
    user.type("a");
    user.wait_for_end();
    CHECK(user.terminal_restored());
}

TEST_CASE("terminal: it is given back on every way out", "[pty]") {
    struct Way {
        const char* name;
        std::function<void()> leave;
        int signal;  ///< That ends the program; 0 when it ends by itself.
    };
    const std::vector<Way> ways{
        {"abort", [] { std::abort(); }, SIGABRT},
        {"a bad pointer", [] { raise(SIGSEGV); }, SIGSEGV},
        {"exit()", [] { std::exit(0); }, 0},
        {"terminate()", [] { std::terminate(); }, SIGABRT},
    };
    for (const auto& way : ways) {
        CAPTURE(way.name);
        PtyUser user{80, 24, [&way] {
                         const rlimit none{0, 0};
                         setrlimit(RLIMIT_CORE, &none);
                         const auto terminal = open_terminal(options());
                         terminal->draw({.lines = {Line{"da"}}, .cursor = {}});
                         static_cast<void>(terminal->read_key());
                         way.leave();
                     }};
        REQUIRE(user.sees("da"));
        CHECK_FALSE(user.modes_restored());
        user.type("x");
        const int status = user.wait_for_end();
        CHECK((WIFSIGNALED(status) ? WTERMSIG(status) : 0) == way.signal);
        CHECK(user.terminal_restored());
    }
}

TEST_CASE("terminal: SIGTERM and a lost connection keep the draft", "[pty]") {
    for (const bool hang_up : {false, true}) {
        CAPTURE(hang_up);
        Draft draft;
        PtyUser user{80, 24, [&draft] { edit(draft.path); }};
        user.look();
        user.type("写到一半");
        REQUIRE(user.sees("写到一半"));
        if (hang_up) {
            user.hang_up();
        } else {
            user.signal(SIGTERM);
        }
        CHECK(user.wait_for_end() == 0);
        CHECK(draft.text() == "写到一半");
        if (!hang_up) CHECK(user.terminal_restored());
    }
}

TEST_CASE("terminal: an editor gets the terminal as it was, and the picture comes back", "[pty]") {
    PtyUser user{80, 24, [] {
                     const auto terminal = open_terminal(options());
                     terminal->draw({.lines = {Line{"我们的"}}, .cursor = {}});
                     static_cast<void>(terminal->read_key());
                     terminal->suspend([] {
                         std::printf("editor here\r\n");
                         std::fflush(stdout);
                         char byte = 0;
                         static_cast<void>(read(STDIN_FILENO, &byte, 1));
                     });
                     static_cast<void>(terminal->read_key());
                     static_cast<void>(terminal->read_key());
                 }};
    REQUIRE(user.sees("我们的"));
    user.type("e");
    REQUIRE(user.sees("editor here"));
    CHECK(user.terminal_restored());
    user.type("\n");
    REQUIRE(user.sees("我们的"));
    CHECK_FALSE(user.modes_restored());
    user.type("x");
    user.wait_for_end();
    CHECK(user.terminal_restored());
}

TEST_CASE("terminal: after a stop it is taken anew, and still given back as it was", "[pty]") {
    // Here nobody can stop for good (the process group has no shell above it), but
    // everything around the stop happens.
    for (const int number : {SIGTSTP, SIGCONT}) {
        CAPTURE(number);
        Draft draft;
        PtyUser user{80, 24, [&draft] { edit(draft.path); }};
        user.look();
        user.type("停");
        REQUIRE(user.sees("停"));
        user.signal(number);
        user.look();
        user.type("了\x1a再来");
        REQUIRE(user.sees("停了再来"));
        CHECK(user.screen.alternate);
        CHECK_FALSE(user.modes_restored());
        user.type("\x03");
        user.wait_for_end();
        CHECK(user.terminal_restored());
        CHECK(draft.text() == "停了再来");
    }
}

TEST_CASE("terminal: a key that does not come within its time is no key", "[pty]") {
    PtyUser user{80, 24, [] {
                     const auto terminal = open_terminal(options());
                     const auto key = terminal->read_key(std::chrono::milliseconds{20});
                     const auto escape = terminal->read_key();
                     terminal->draw({.lines = {Line{key.kind == Key::Kind::None ? "none" : "some"},
                                               Line{name_of(escape)}},
                                     .cursor = {}});
                     static_cast<void>(terminal->read_key());
                 }};
    usleep(100'000);
    user.type("\x1b");
    CHECK(user.sees("esc"));
    CHECK(user.screen.row(0) == "none");
}

TEST_CASE("terminal: the width of ambiguous characters is asked once, and typing meanwhile is kept",
          "[pty]") {
    for (const int cells : {1, 2}) {
        PtyUser user{80, 24, [] {
                         const int answer = probe_ambiguous_width();
                         const auto terminal = open_terminal(options());
                         const auto typed = terminal->read_key();
                         terminal->draw(
                             {.lines = {Line{std::to_string(answer) + typed.text}}, .cursor = {}});
                         static_cast<void>(terminal->read_key());
                     }};
        for (int i = 0; i < 50 && user.sent.find("\x1b[6n") == std::string::npos; ++i) user.look(5);
        user.type("k\x1b[1;" + std::to_string(cells + 1) + "R");
        CHECK(user.sees(std::to_string(cells) + "k"));
    }
}

}  // namespace
}  // namespace wengu
