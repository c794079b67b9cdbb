// A mock interview killed by SIGKILL whenever it waits for a line, and gone on with.

#include "support/world.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <fstream>
#include <streambuf>

namespace wengu {
namespace {

using nlohmann::json;

/// Gives its text; kills this process when more is wanted.
class Deadly : public std::streambuf {
public:
    explicit Deadly(std::string text) : text_{std::move(text)} {
        setg(text_.data(), text_.data(), text_.data() + text_.size());
    }

protected:
    int_type underflow() override {
        kill(getpid(), SIGKILL);
        return traits_type::eof();
    }

private:
    std::string text_;
};

/// Swallows what is printed; kills this process once `last` was among it.
class DeadlyPrinter : public std::streambuf {
public:
    explicit DeadlyPrinter(std::string last) : last_{std::move(last)} {}

protected:
    int_type overflow(int_type c) override {
        const char byte = traits_type::to_char_type(c);
        xsputn(&byte, 1);
        return c;
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        printed_.append(text, static_cast<std::size_t>(size));
        if (!last_.empty() && printed_.find(last_) != std::string::npos) kill(getpid(), SIGKILL);
        return size;
    }

private:
    std::string last_;
    std::string printed_;
};

/// Runs `wengu` in a process of its own until it wants more input than there is, or has
/// printed `last`.
void run_until_killed(const test::World& world, const std::vector<std::string>& arguments,
                      const std::string& input, const std::string& last = {}) {
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        Deadly buffer{input};
        std::istream in{&buffer};
        DeadlyPrinter printer{last};
        std::ostream out{&printer};
        Context context{{.now = [] { return *parse_moment("2026-03-01T09:00:00+08:00"); },
                         .variables = [&](const char* name) -> std::optional<std::string> {
                             const auto found = world.environment.find(name);
                             if (found == world.environment.end()) return std::nullopt;
                             return found->second;
                         }},
                        {.in = in, .out = out, .err = out}};
        (void)run(arguments, context);
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGKILL);
}

void fill(test::World& world) {
    const auto folder = world.home.path() / "notes";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "note.md"}
        << "# 缓存\n\n## 怎样保证缓存和数据库一致？\n\n**要点：**\n- **幂等**：重试也安全\n"
           "- **过期时间**：五分钟内自愈\n- **监控**：不一致要能发现\n";
    REQUIRE(world.run({"import", folder.string()}) == 0);
}

const std::vector<std::string> kLines{
    "", "", "要做到幂等，重试也安全。", "", "3", "还要监控。", "y 1", "n 2", "3", "", "y", "", "",
    "", ""};

std::string joined(std::size_t first, std::size_t last) {
    std::string text;
    for (auto i = first; i < last; ++i) text += kLines[i] + "\n";
    return text;
}

json result(test::World& world) {
    REQUIRE(world.run({"interview", "report", "last", "--format", "json"}) == 0);
    auto told = json::parse(world.printed)["questions"];
    world.run({"list", "--json"});
    const auto listed = json::parse(world.printed);
    return {told[0]["answer"], told[0]["points"], told[0]["grade"], listed["cards"][0]["reviews"]};
}

TEST_CASE("interview: killed at any step, it goes on without loss or double counting", "[cli]") {
    test::World whole;
    fill(whole);
    REQUIRE(whole.run({"interview", "-n", "1"}, joined(0, kLines.size())) == 0);
    const auto wanted = result(whole);
    CHECK(wanted[3] == 1);
    for (std::size_t cut = 1; cut <= 10; ++cut) {
        INFO("killed while waiting for line " << cut);
        test::World world;
        fill(world);
        run_until_killed(world, {"interview", "-n", "1"}, joined(0, cut));
        const auto from = cut == 10 ? 9 : cut;  // a point that came back is shown once more
        REQUIRE(world.run({"interview", "--resume"}, joined(from, kLines.size())) == 0);
        CHECK(result(world) == wanted);
    }
}

TEST_CASE("interview: killed as its end is told, it is finished and counted once", "[cli]") {
    test::World whole;
    fill(whole);
    REQUIRE(whole.run({"interview", "-n", "1"}, joined(0, kLines.size())) == 0);
    const auto wanted = result(whole);
    test::World world;
    fill(world);
    run_until_killed(world, {"interview", "-n", "1"}, joined(0, kLines.size()), "Takeaway");
    CHECK(world.run({"interview", "--resume"}) == 1);
    CHECK(result(world) == wanted);
}

}  // namespace
}  // namespace wengu
