#include "support/world.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

namespace wengu::test {
namespace {

constexpr int kNotes = 40;

void write_note(const std::filesystem::path& path, int number) {
    std::ofstream file{path};
    for (int i = 0; i < 10; ++i) {
        file << "## What does lock " << number << '-' << i << " protect?\n\n"
             << "Counter " << i << ", and the queue behind it.\n\n";
    }
}

/// What the collection holds, as the program itself tells it.
std::string contents(World& world) {
    REQUIRE(world.run({"list", "--jsonl"}) == 0);
    return world.printed;
}

/// Imports in a process of its own, killed after `delay`; true when it was done before.
bool import_killed_after(World& world, const std::string& vault, std::chrono::microseconds delay) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) _exit(world.run({"import", vault}));
    std::this_thread::sleep_for(delay);
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("import: killed at any moment, the collection is as it was or complete", "[cli]") {
    World world;
    const auto vault = world.home / "vault";
    std::filesystem::create_directories(vault);
    write_note(vault / "first.md", 0);
    REQUIRE(world.run({"import", vault.string()}) == 0);
    const auto before = contents(world);
    for (int i = 1; i < kNotes; ++i) write_note(vault / ("note" + std::to_string(i) + ".md"), i);

    int interrupted = 0;
    bool done = false;
    for (std::chrono::microseconds delay{1000}; !done; delay += delay / 3) {
        done = import_killed_after(world, vault.string(), delay);
        const auto after = contents(world);
        if (!done && after == before) {
            ++interrupted;
            continue;
        }
        // Killed after the last write, before the end: then everything is there.
        CHECK(std::ranges::count(after, '\n') == kNotes * 10);
        REQUIRE(world.run({"import", vault.string()}) == 0);
        CHECK(contents(world) == after);
        done = true;
    }
    CHECK(interrupted > 0);
    CHECK(world.run({"check"}) == 0);
}

}  // namespace wengu::test
