// The whole program in a real pseudo-terminal: long answers typed in Chinese, and every
// way of leaving in the middle of one.

#include "cli/cli.h"
#include "cli/world.h"
#include "support/pty_user.h"
#include "support/world.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace wengu {
namespace {

using test::PtyUser;

constexpr const char* kNote =
    "# 缓存\n\n## 怎样保证缓存和数据库一致？\n\n**要点：**\n- **幂等**：重试也安全\n"
    "- **过期时间**：五分钟内自愈\n- **监控**：不一致要能发现\n";

/// A home with a collection of one card, and the program started in it.
class House {
public:
    House() {
        world.home.write("notes/缓存.md", kNote);
        REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
    }

    /// The program as the shell would start it; ends the process.
    void start(const std::vector<std::string>& arguments) const {
        const rlimit no_core{0, 0};
        setrlimit(RLIMIT_CORE, &no_core);
        clearenv();
        setenv("HOME", world.home.path().c_str(), 1);
        setenv("TERM", "xterm", 1);
        setenv("WENGU_UI_AMBIGUOUS_WIDTH", "1", 1);
        setenv("WENGU_NOW", "2026-03-01T09:00:00+08:00", 1);
        auto context = the_world();
        _exit(run(arguments, context));
    }

    /// What was typed in a review and cut short.
    [[nodiscard]] std::string draft() const {
        const auto folder = world.home / ".local/state/wengu/drafts";
        std::string text;
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            std::ifstream in{entry.path()};
            text.append(std::istreambuf_iterator<char>{in}, {});
        }
        return text;
    }

    test::World world;
};

TEST_CASE("review: an answer typed, erased, pasted into, resized and interrupted is kept whole",
          "[pty]") {
    const House house;
    std::string wanted;
    {
        PtyUser user{80, 24, [&house] { house.start({"review"}); }};
        REQUIRE(user.sees("怎样保证"));
        user.type("t");
        REQUIRE(user.sees("Ctrl-D"));
        wanted = write_long_answer(user);
        user.type("\x03");
        const int status = user.wait_for_end();
        CHECK(WEXITSTATUS(status) == 130);
        CHECK(user.terminal_restored());
    }
    CHECK(house.draft() == wanted);

    PtyUser again{80, 24, [&house] { house.start({"review"}); }};
    REQUIRE(again.sees("怎样保证"));
    again.type("t");
    REQUIRE(again.sees("完知新温故"));
    again.type("\x04v");
    REQUIRE(again.sees("The card's answer"));
    again.type("3");
    REQUIRE(again.sees("Reviewed 1 card"));
    again.type("q");
    CHECK(WEXITSTATUS(again.wait_for_end()) == 0);
    CHECK(again.terminal_restored());
    CHECK(house.draft().empty());
}

TEST_CASE("interview: the same answer, interrupted, is there when the interview goes on", "[pty]") {
    House house;
    std::string wanted;
    {
        PtyUser user{80, 24, [&house] { house.start({"interview", "-n", "1"}); }};
        user.look(300);
        user.type("\r");
        REQUIRE(user.sees("怎样保证"));
        user.type("\r");
        REQUIRE(user.sees("Ctrl-D"));
        wanted = write_long_answer(user);
        user.type("\x03");
        const int status = user.wait_for_end();
        CHECK(WEXITSTATUS(status) == 130);
        CHECK(user.terminal_restored());
    }
    {
        PtyUser again{80, 24, [&house] { house.start({"interview", "--resume"}); }};
        REQUIRE(again.sees("完知新温故"));
        again.type("\x04");
        // On to the end, whatever is asked.
        for (int i = 0; i < 12; ++i) {
            for (const char* key : {"\r", "3", "y"}) {
                again.type(key);
                again.look(30);
            }
        }
        CHECK(WEXITSTATUS(again.wait_for_end()) == 0);
        CHECK(again.terminal_restored());
    }
    REQUIRE(house.world.run({"interview", "report", "last", "--format", "json"}) == 0);
    const auto report = nlohmann::json::parse(house.world.printed);
    CHECK(report["questions"][0]["answer"] == wanted);
}

TEST_CASE("review: a crash and a kill give the terminal back as it was", "[pty]") {
    for (const int number : {SIGSEGV, SIGABRT, SIGTERM, SIGHUP}) {
        CAPTURE(number);
        const House house;
        PtyUser user{80, 24, [&house] { house.start({"review"}); }};
        REQUIRE(user.sees("怎样保证"));
        CHECK(user.screen.alternate);
        CHECK_FALSE(user.modes_restored());
        user.signal(number);
        const int status = user.wait_for_end();
        const bool crash = number == SIGSEGV || number == SIGABRT;
        CHECK((WIFSIGNALED(status) ? WTERMSIG(status) : 0) == (crash ? number : 0));
        CHECK(user.terminal_restored());
    }
}

TEST_CASE("review: paste and stray keys grade nothing", "[pty]") {
    House house;
    {
        PtyUser user{80, 24, [&house] { house.start({"review"}); }};
        REQUIRE(user.sees("怎样保证"));
        user.type(" ");
        REQUIRE(user.sees("3 Good"));
        user.type("\x1b[200~1\n2\n3\n\x1b[201~");
        user.type("你");
        REQUIRE(user.sees("Is the input method on?"));
        user.type("３");  // as an input method sends it
        REQUIRE(user.sees("Reviewed 1 card"));
        user.type("q");
        user.wait_for_end();
    }
    REQUIRE(house.world.run({"list", "--json"}) == 0);
    CHECK(nlohmann::json::parse(house.world.printed)["cards"][0]["reviews"] == 1);
}

}  // namespace
}  // namespace wengu
