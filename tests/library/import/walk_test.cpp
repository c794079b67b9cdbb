#include "library/import/walk.h"

#include "support/temp_dir.h"

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

TEST_CASE("walk: a path that is not there is an error", "[library]") {
    CHECK_THROWS_WITH(walk({"/no/such/folder"}, {}),
                      "cannot read /no/such/folder: No such file or directory");
}

}  // namespace
}  // namespace wengu
