#include "library/import/walk.h"

#include "support/as_nobody.h"
#include "support/temp_dir.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

namespace wengu {
namespace {

std::vector<std::string> names(const Walk& walk, const test::TempDir& dir) {
    std::vector<std::string> result;
    for (const auto& file : walk.files) {
        result.push_back(file.path.substr(dir.path().string().size() + 1) + " in " + file.deck);
    }
    return result;
}

TEST_CASE("walk: finds Markdown below a folder and names decks by folders", "[library]") {
    const test::TempDir dir;
    dir.write("vault/a.md", "x");
    dir.write("vault/cpp/raii.markdown", "x");
    dir.write("vault/cpp/readme.txt", "x");
    dir.write("vault/.obsidian/hidden.md", "x");
    std::filesystem::create_directory_symlink(dir / "vault", dir / "vault/cpp/loop");

    const auto found = walk({(dir / "vault").string()}, {});
    CHECK(names(found, dir) ==
          std::vector<std::string>{"vault/a.md in vault", "vault/cpp/raii.markdown in cpp"});
    CHECK(found.problems.empty());
}

TEST_CASE("walk: a deck has one name however it was imported", "[library]") {
    const test::TempDir dir;
    dir.write("vault/cpp/raii.md", "x");
    const auto vault = (dir / "vault").string();
    CHECK(walk({(dir / "vault/cpp").string()}, {vault}).files.at(0).deck == "cpp");
    CHECK(walk({(dir / "vault/cpp/raii.md").string()}, {vault}).files.at(0).deck == "cpp");
    CHECK(walk({vault, (dir / "vault/cpp").string()}, {}).files.size() == 1);
}

TEST_CASE("walk: a file too large to be a note is skipped with a word", "[library]") {
    const test::TempDir dir;
    dir.write("vault/big.md", "");
    std::filesystem::resize_file(dir / "vault/big.md", kLargestNote + 1);
    const auto found = walk({(dir / "vault").string()}, {});
    CHECK(found.files.empty());
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].message == "larger than 16 MiB; skipped");
}

TEST_CASE("walk: what cannot be looked at is told of, and known to be unread", "[library]") {
    const test::TempDir dir;
    dir.write("vault/shut/a.md", "x");
    REQUIRE(mkfifo((dir / "vault/pipe.md").c_str(), 0600) == 0);
    std::filesystem::create_symlink("loop", dir / "vault/loop");
    std::filesystem::permissions(dir.path(), std::filesystem::perms{0755});
    std::filesystem::permissions(dir / "vault/shut", std::filesystem::perms::none);
    Walk found;
    {
        const test::AsNobody nobody;
        found = walk({(dir / "vault").string()}, {});
    }
    std::filesystem::permissions(dir / "vault/shut", std::filesystem::perms{0755});
    CHECK(found.files.empty());
    CHECK(found.unread == std::vector<std::string>{(dir / "vault/loop").string(),
                                                   (dir / "vault/pipe.md").string(),
                                                   (dir / "vault/shut").string()});
    REQUIRE(found.problems.size() == 2);
    CHECK(found.problems[0].message == "not a regular file");
    CHECK(found.problems[1].message == "cannot open the folder: Permission denied");
}

TEST_CASE("walk: copies that synchronisers leave give no cards and are named", "[library]") {
    const test::TempDir dir;
    const std::vector<std::string> copies{"cache (Anna's conflicted copy 2026-11-30).md",
                                          "cache (conflicted copy 2026-11-30).md",
                                          "cache (冲突副本 2026-11-30).md", "cache 2.md",
                                          "cache.sync-conflict-20261130-091500-ABCDEFG.md"};
    dir.write("vault/cache.md", "# Cache\n\n## What is a stampede?\n\nMany miss one key.\n");
    for (const auto& name : copies) {
        dir.write("vault/" + name, "# Cache\n\n## What is a stampede?\n\nAnother answer.\n");
    }
    dir.write("vault/part.md", "# One\n\nfirst\n\nsecond\n");
    dir.write("vault/part 2.md", "# Two\n\nthird\n\nfourth\n");  // a note of its own
    dir.write("vault/http 2.md", "# HTTP/2\n");

    const auto found = walk({(dir / "vault").string()}, {});
    CHECK(names(found, dir) ==
          std::vector<std::string>{"vault/cache.md in vault", "vault/http 2.md in vault",
                                   "vault/part 2.md in vault", "vault/part.md in vault"});
    REQUIRE(found.copies.size() == copies.size());
    for (std::size_t i = 0; i < copies.size(); ++i) {
        CHECK(found.copies[i] == (dir / ("vault/" + copies[i])).string());
        CHECK(found.problems[i].message ==
              "a copy that a synchroniser left beside cache.md; it gives no cards");
    }
    const auto named = walk({(dir / "vault/cache 2.md").string()}, {});
    CHECK(named.files.size() == 1);
}

TEST_CASE("walk: a path that is not there is an error", "[library]") {
    CHECK_THROWS_WITH(walk({"/no/such/folder"}, {}),
                      "cannot read /no/such/folder: No such file or directory");
}

}  // namespace
}  // namespace wengu
