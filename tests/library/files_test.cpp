#include "library/files.h"

#include "core/error.h"
#include "support/temp_dir.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("files: what somebody saves while a file is rewritten is taken along", "[library]") {
    const test::TempDir dir;
    const auto file = dir.write("note.md", "old\n");
    int asked = 0;
    rewrite_file(file, [&](const std::string& bytes) {
        if (++asked == 1) dir.write("note.md", "old\nand an edit\n");
        return bytes + "ours\n";
    });
    CHECK(asked == 2);
    CHECK(dir.read("note.md") == "old\nand an edit\nours\n");
}

TEST_CASE("files: a file that is replaced all the time is left alone", "[library]") {
    const test::TempDir dir;
    const auto file = dir.write("note.md", "0");
    int saved = 0;
    const auto change = [&](const std::string&) {
        const auto fresh = dir.write("fresh", std::to_string(++saved));
        std::filesystem::rename(fresh, file);  // as editors save: same size, another file
        return std::string{"ours"};
    };
    CHECK_THROWS_WITH(rewrite_file(file, change),
                      "cannot write " + file.string() + ": another program is changing it");
    CHECK(dir.read("note.md") == "2");
    CHECK(entries_of(dir.path()).size() == 1);
}

TEST_CASE("files: without anything to say nothing is written", "[library]") {
    const test::TempDir dir;
    const auto file = dir.write("note.md", "old");
    rewrite_file(file, [](const std::string&) { return std::nullopt; });
    CHECK(dir.read("note.md") == "old");
}

TEST_CASE("files: a pipe in the place of a file is not waited for", "[library]") {
    const test::TempDir dir;
    const auto pipe = dir / "note.md";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_WITH(read_regular_file(pipe),
                      "cannot read " + pipe.string() + ": not a regular file");
}

TEST_CASE("files: a new file has what the umask leaves, an old one keeps what it has",
          "[library]") {
    const test::TempDir dir;
    const auto mode_of = [&](const char* name) {
        return static_cast<unsigned>(std::filesystem::status(dir / name).permissions());
    };
    const auto before = umask(077);
    replace_file(dir / "private.md", "x");
    umask(002);
    replace_file(dir / "shared.md", "x");
    std::filesystem::permissions(dir / "shared.md", std::filesystem::perms{0640});
    replace_file(dir / "shared.md", "y");
    umask(before);
    CHECK(mode_of("private.md") == 0600);
    CHECK(mode_of("shared.md") == 0640);
    CHECK_THROWS_WITH(replace_file("/dev/null", "x"), "cannot write /dev/null: not a regular file");
}

TEST_CASE("files: a name of unknown origin cannot leave its folder", "[library]") {
    CHECK(safe_file_name("01J9Z3") == "01J9Z3");
    for (const std::string text : {"", ".", "..", "../../x", "/etc/passwd", "a/b", "名", "a.b"}) {
        CAPTURE(text);
        const auto name = safe_file_name(text);
        CHECK(name.find_first_not_of("x0123456789abcdef") == std::string::npos);
        CHECK(name.size() == 17);
    }
    CHECK(safe_file_name(std::string(65, 'a')).size() == 17);
    CHECK(safe_file_name("../a") != safe_file_name("../b"));
}

}  // namespace
}  // namespace wengu
