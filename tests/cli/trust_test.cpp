// Hostile or unlucky surroundings: what notes and names may do to a terminal, what a command may
// do to files that are not wengu's, and what is owed to notes after a sitting that was killed.

#include "core/text.h"
#include "support/as_nobody.h"
#include "support/paths.h"
#include "support/world.h"
#include "tui/editor.h"
#include "tui/print.h"

#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

namespace wengu {
namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

/// The first character of `text` that a terminal would obey; empty if there is none.
std::string obeyed(std::string_view text) {
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (control || turns) return fmt::format("U+{:04X}", static_cast<unsigned>(c));
    }
    return {};
}

constexpr const char* kHostile = "\x1b]0;title\a\x1b[31m \u009b2J \u202e";

/// A vault whose folder, file, headings, answer, tags and front matter are all hostile.
std::string hostile_vault(test::World& world) {
    const auto folder = fmt::format("vault{}", "\x1b[31m\u202e");
    world.home.write(
        folder + "/de\x1b[1mck/no\u009bte.md",
        fmt::format("---\ntags: [\"a\u202eb\"]\ndifficulty: \"{0}\"\n"
                    "mastery_level: 0.0\n---\n# Top {0}\n\n## What is {0} good for?\n\n"
                    "- **One {0}**: first\n- **Two**: second {0}\n\n"
                    "## What is a lock?\n\nOne at a time.\n",
                    kHostile));
    return (world.home / folder).string();
}

TEST_CASE("output: no command lets a note, a folder or a name steer the terminal", "[cli]") {
    test::World world;
    const auto vault = hostile_vault(world);
    world.environment["WENGU_STUDY_NEW_PER_DAY"] = "9";
    const auto answer =
        world.home.write("answer.md", fmt::format("- **A {0}**: b {0}\n", kHostile));
    const std::vector<Command> commands{
        {"import", vault, "--verbose"},
        {"split", vault, "--explain"},
        {"split", vault, "--jsonl"},
        {"points", answer.string()},
        {"points", answer.string(), "--json"},
        {"check"},
        {"check", "--json"},
        {"list"},
        {"list", "--plain"},
        {"list", "--json"},
        {"list", "--jsonl"},
        {"due"},
        {"due", "--plain"},
        {"search", "good"},
        {"show", "lock"},
        {"show", "lock", "--json"},
        {"show", "good", "--points"},
        {"show", "good", "--info"},
        {"flag", "good"},
        {"suspend", "good"},
        {"unsuspend", "good"},
        {"bury", "good"},
        {"bury", "good", "--off"},
        {"reset", "good", "--yes"},
        {"notes", "update", "--dry-run"},
        {"today"},
        {"stats"},
        {"doctor"},
        {"export", "--jsonl"},
        {"profile", "show", kHostile},
        {kHostile},
    };
    for (const auto& command : commands) {
        CAPTURE(command);
        world.run(command);
        CHECK(obeyed(world.printed) == "");
        CHECK(obeyed(world.said) == "");
    }
    world.run({"review", "--linear"}, "\n3\n\n3\nq\n");
    CHECK(obeyed(world.printed + world.said) == "");
    REQUIRE(world.run({"list", "--json"}) == 0);
    const auto front = nlohmann::json::parse(world.printed)["cards"][0]["front"];
    CHECK(front.get<std::string>().find("\u202e") != std::string::npos);  // JSON says what is
}

TEST_CASE("output: visible text keeps its lines and columns", "[cli]") {
    CHECK(visible("a\tb\nc\x1b[0m\r\u202e") == "a\tb\nc\\x1b[0m\\x0d\\u202e");
}

/// Whether the line writes to a stream by itself.
bool is_way_out(std::string_view line) {
    for (const std::string_view way : {"out <<", "err <<", "out<<", "err<<", "std::cout",
                                       "std::cerr", "fwrite", "printf", "puts"}) {
        const auto at = line.find(way);
        if (at == std::string_view::npos) continue;
        const char before = at == 0 ? ' ' : line[at - 1];
        const bool inside = std::isalnum(static_cast<unsigned char>(before)) != 0 || before == '_';
        if (!inside) return true;
    }
    return false;
}

TEST_CASE("output: there is no way out but print", "[cli]") {
    const std::set<std::string> doors{"print.cpp", "world.cpp", "pager.cpp"};
    for (const char* room : {"cli", "tui", "library"}) {
        const fs::path folder = fs::path{test::source_dir()} / "src" / room;
        for (const auto& file : fs::recursive_directory_iterator{folder}) {
            if (!file.is_regular_file() || doors.contains(file.path().filename().string()))
                continue;
            std::ifstream in{file.path()};
            for (std::string line; std::getline(in, line);) {
                if (line.find("<< '\\a'") != std::string::npos) continue;  // the bell
                INFO(file.path().string() << ": " << line);
                CHECK_FALSE(is_way_out(line));
            }
        }
    }
}

constexpr const char* kNote =
    "---\nmastery_level: 0.0\nnext_review:\nreview_count: 0\n---\n"
    "# Locks\n\n## What is a mutex?\n\nOne at a time.\n\n## What is a latch?\n\nOnce.\n";

/// A vault of that one note, imported.
struct Desk {
    Desk() {
        world.home.write("vault/locks.md", kNote);
        REQUIRE(world.run({"import", (world.home / "vault").string()}) == 0);
    }
    void grade() { REQUIRE(world.run({"review", "--linear"}, "\n3\nq\n") == 0); }
    [[nodiscard]] std::string text() const { return world.home.read("vault/locks.md"); }
    [[nodiscard]] bool says(const std::string& line) const {
        return text().find("\n" + line + "\n") != std::string::npos;
    }
    /// As if the program had been killed between the grade and the end of its sitting.
    void lose_what_was_written() const { world.home.write("vault/locks.md", kNote); }

    test::World world;
};

TEST_CASE("notes: what a killed sitting did not write is written by the next command", "[cli]") {
    for (const Command& next : {Command{"today"}, Command{"review", "--linear"},
                                Command{"interview", "--linear"}, Command{"import", "vault"}}) {
        CAPTURE(next);
        Desk desk;
        desk.grade();
        desk.lose_what_was_written();
        auto command = next;
        if (command.back() == "vault") command.back() = (desk.world.home / "vault").string();
        desk.world.run(command, "q\n");
        CHECK(desk.says("review_count: 1"));
        CHECK(desk.world.said.find("locks.md") == std::string::npos);
    }
}

TEST_CASE("notes: what is owed is found by the grades since, and written once", "[cli]") {
    Desk desk;
    desk.grade();
    REQUIRE(desk.world.run({"today"}) == 0);
    desk.lose_what_was_written();
    REQUIRE(desk.world.run({"today"}) == 0);
    CHECK(desk.text() == kNote);  // somebody wrote that, and no grade came since
    desk.world.at("2026-03-02T09:00:00+08:00");
    desk.grade();
    desk.lose_what_was_written();
    REQUIRE(desk.world.run({"today"}) == 0);
    CHECK(desk.says("review_count: 2"));
}

TEST_CASE("notes: a restore leaves no note that tells of grades it took away", "[cli]") {
    Desk desk;
    desk.grade();
    REQUIRE(desk.world.run({"backup", (desk.world.home / "b.db").string()}) == 0);
    desk.world.at("2026-03-02T09:00:00+08:00");
    desk.grade();
    REQUIRE(desk.says("review_count: 2"));
    REQUIRE(desk.world.run({"restore", (desk.world.home / "b.db").string(), "--yes"}) == 0);
    REQUIRE(desk.world.run({"today"}) == 0);
    CHECK(desk.says("review_count: 1"));
}

TEST_CASE("notes: a read-only note and one with a second name stay, said once", "[cli]") {
    Desk desk;
    const auto note = desk.world.home / "vault/locks.md";
    SECTION("read-only") { fs::permissions(note, fs::perms{0444}); }
    SECTION("a hard link") { fs::create_hard_link(note, desk.world.home / "other.txt"); }
    desk.grade();
    CHECK(desk.text() == kNote);
    CHECK(desk.world.said.find("so it stays as it is") != std::string::npos);
    desk.world.at("2026-03-02T09:00:00+08:00");
    desk.grade();
    CHECK(desk.world.said.find("so it stays as it is") == std::string::npos);
    CHECK(desk.world.run({"check"}) == 3);
    CHECK(desk.world.printed.find("so it stays as it is") != std::string::npos);
}

TEST_CASE("import: a folder that cannot be looked at keeps its cards", "[cli]") {
    Desk desk;
    const auto vault = desk.world.home / "vault";
    desk.world.home.write("vault/sub/more.md", "# More\n\n## What is a fence?\n\nAn order.\n");
    REQUIRE(desk.world.run({"import", vault.string()}) == 0);
    fs::rename(vault / "sub", desk.world.home / "unmounted");
    fs::create_symlink("sub", vault / "sub");  // leads to itself
    CHECK(desk.world.run({"import", vault.string()}) == 0);
    CHECK(desk.world.printed.find("gone") == std::string::npos);
    REQUIRE(desk.world.run({"list", "fence"}) == 0);
    CHECK(desk.world.printed.find("What is a fence?") != std::string::npos);
}

TEST_CASE("doctor: names what a synchroniser left of notes and of the collection", "[cli]") {
    Desk desk;
    desk.world.home.write("vault/locks.sync-conflict-20260301-090000-ABC.md", kNote);
    desk.world.home.write(".local/share/wengu/wengu (conflicted copy).db", "x");
    desk.world.run({"doctor"});
    CHECK(desk.world.printed.find("locks.sync-conflict-20260301-090000-ABC.md") !=
          std::string::npos);
    CHECK(desk.world.printed.find("wengu (conflicted copy).db") != std::string::npos);
}

TEST_CASE("files of ours: nothing else is replaced without --force", "[cli]") {
    Desk desk;
    auto& world = desk.world;
    const auto note = world.home.write("mine.md", "# Mine\n");
    std::string foreign = "SQLite format 3";
    foreign.resize(4096);
    const auto database = world.home.write("other.db", foreign);
    const std::vector<Command> commands{{"backup", note.string()},
                                        {"backup", database.string()},
                                        {"stats", "--html", note.string()},
                                        {"export", note.string()}};
    for (const auto& command : commands) {
        CAPTURE(command);
        CHECK(world.run(command) == 2);
        CHECK(world.said.find("so it stays as it is (--force replaces it)") != std::string::npos);
        CHECK(world.home.read("mine.md") == "# Mine\n");
        CHECK(world.home.read("other.db") == foreign);
    }
    for (auto command : commands) {
        CAPTURE(command);
        command.emplace_back("--force");
        CHECK(world.run(command) == 0);
        const auto replaced = fs::path{command[command.size() - 2]}.filename().string();
        CHECK(world.home.read(replaced) != (replaced == "mine.md" ? "# Mine\n" : foreign));
        world.home.write("mine.md", "# Mine\n");
    }
    const auto page = (world.home / "page.html").string();
    const auto copy = (world.home / "copy.db").string();
    for (int again = 0; again < 2; ++again) {
        CHECK(world.run({"stats", "--html", page}) == 0);
        CHECK(world.run({"backup", copy}) == 0);
    }
    CHECK(world.run({"stats", "--html", "/dev/null", "--force"}) == 1);
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a folder that cannot be entered: one sentence, and nothing hangs or aborts", "[cli]") {
    Desk desk;
    auto& world = desk.world;
    fs::create_symlink("top", world.home / "top");  // leads to itself
    const auto top = (world.home / "top").string();
    for (const Command& command :
         {Command{"backup", top + "/x.db"}, Command{"restore", top + "/b.db"}}) {
        CAPTURE(command);
        CHECK(world.run(command) == 1);
        CHECK(std::ranges::count(world.said, '\n') == 1);
        CHECK(world.said.starts_with("wengu: "));
    }
    if (geteuid() != 0) return;
    for (const auto& entry : fs::recursive_directory_iterator{world.home.path()}) {
        REQUIRE(lchown(entry.path().c_str(), test::AsNobody::kNobody, test::AsNobody::kNobody) ==
                0);
    }
    REQUIRE(chown(world.home.path().c_str(), test::AsNobody::kNobody, 0) == 0);
    fs::create_directory(world.home / "shut");
    fs::rename(world.home / "vault", world.home / "shut/vault");
    fs::create_directory_symlink(world.home / "shut/vault", world.home / "vault");
    fs::permissions(world.home / "shut", fs::perms::none);
    const auto shut = (world.home / "shut").string();
    {
        const test::AsNobody nobody;
        CHECK(world.run({"doctor"}) == 3);
        CHECK(world.printed.find("the folder " + (world.home / "vault").string()) !=
              std::string::npos);
        for (const Command& command :
             {Command{"backup", shut + "/x.db"}, Command{"restore", shut + "/b.db"}}) {
            CAPTURE(command);
            CHECK(world.run(command) == 1);
            CHECK(std::ranges::count(world.said, '\n') == 1);
        }
    }
}

TEST_CASE("a full disk: what was printed in vain is no success", "[cli]") {
    Desk desk;
    std::istringstream in;
    std::ofstream out{"/dev/full"};
    std::ostringstream err;
    auto context = desk.world.context(in, out, err);
    CHECK(wengu::run({"list"}, context) == 1);
    CHECK(err.str() == "wengu: cannot write what was asked for: No space left on device\n");
}

TEST_CASE("editor: quotes, backslashes and a path with blanks", "[cli]") {
    using Words = std::vector<std::string>;
    CHECK(command_words("vim -n") == Words{"vim", "-n"});
    CHECK(command_words("'/opt/my editor/ed'  --wait") == Words{"/opt/my editor/ed", "--wait"});
    CHECK(command_words(R"("a \"b\"" c\ d '')") == Words{"a \"b\"", "c d", ""});
    const test::TempDir dir;
    const auto program = dir.write("my editor/ed", "");
    fs::permissions(program, fs::perms{0755});
    CHECK(command_words(program.string()) == Words{program.string()});
}

}  // namespace
}  // namespace wengu
