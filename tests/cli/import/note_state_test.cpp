// Review state in front matter, and the way back: what the author wrote before the first grade.

#include "support/world.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace wengu {
namespace {

constexpr const char* kNote =
    "---\n"
    "title: Caching\n"
    "mastery_level: 35 %   # by hand\n"
    "next_review:\n"
    "last_reviewed: ''\n"
    "review_count: 0\n"
    "---\n"
    "# Caching\n\n## What is a stampede?\n\nMany clients miss one key.\n\n"
    "## How is it prevented?\n\nOne computes, the others wait.\n";

std::string contents(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

/// A vault of that one note, imported.
struct Desk {
    explicit Desk(const std::string& text = kNote) {
        note = world.home.write("vault/cache.md", text);
        run({"import", (world.home / "vault").string()});
    }

    void run(const std::vector<std::string>& command, const std::string& input = "") {
        const int code = world.run(command, input);
        INFO(world.said);
        REQUIRE(code == 0);
    }
    /// Grades one card, with 1 to 4.
    void grade(char key) { run({"review", "--linear"}, std::string{"\n"} + key + "\nq\n"); }
    [[nodiscard]] std::string text() const { return contents(note); }
    [[nodiscard]] bool says(const std::string& line) const {
        return text().find("\n" + line + "\n") != std::string::npos;
    }

    test::World world;
    std::filesystem::path note;
};

}  // namespace

TEST_CASE("notes: with all grades taken back a note says to the byte what it said before",
          "[cli]") {
    Desk desk;
    desk.grade('4');
    CHECK(desk.says("next_review: 2026-03-02"));
    CHECK(desk.says("review_count: 1"));
    desk.run({"undo"});
    CHECK(desk.text() == kNote);
    desk.run({"notes", "update", "--dry-run"});  // it is forgotten, so that an edit is not undone
    CHECK(desk.world.printed.find("+ mastery_level: 0 %") != std::string::npos);

    desk.grade('3');
    desk.run({"undo"});
    CHECK(desk.text() == kNote);
}

TEST_CASE("notes: grades of several days are taken back one by one to what was there first",
          "[cli]") {
    Desk desk;
    desk.grade('3');
    desk.world.at("2026-03-02T09:00:00+08:00");
    desk.grade('3');
    CHECK(desk.says("review_count: 2"));
    desk.run({"undo"});
    CHECK(desk.says("review_count: 1"));
    CHECK(desk.says("next_review: 2026-03-02"));
    desk.run({"undo"});
    CHECK(desk.text() == kNote);
}

TEST_CASE("notes: a sitting that takes back the last grade of the one before gives it back too",
          "[cli]") {
    Desk desk;
    desk.grade('3');
    REQUIRE(desk.says("review_count: 1"));
    desk.run({"review", "--linear"}, "u\nq\n");
    CHECK(desk.text() == kNote);
}

TEST_CASE("notes: a grade taken back in its own sitting leaves the note as it was", "[cli]") {
    Desk desk;
    desk.run({"review", "--linear"}, "\n3\nu\nq\n");
    CHECK(desk.text() == kNote);
}

TEST_CASE("notes: without a card that is due the next review is the author's again", "[cli]") {
    Desk desk;
    desk.grade('3');
    REQUIRE(desk.says("next_review: 2026-03-02"));
    desk.run({"suspend", "prevented"});
    desk.run({"notes", "update"});
    CHECK(desk.says("next_review:"));
    CHECK(desk.says("review_count: 1"));
    desk.run({"unsuspend", "prevented"});
    desk.run({"notes", "update"});
    CHECK(desk.says("next_review: 2026-03-02"));
}

TEST_CASE("notes: an author's line that was added or rewritten since stays, but for its value",
          "[cli]") {
    Desk desk{"---\nnext_review: '2026-05-01'\n---\n# A\n\n## What is a lock?\n\nOne at a time.\n"};
    desk.grade('3');
    REQUIRE(desk.says("next_review: '2026-03-02'"));
    auto text = desk.text();
    text.replace(text.find("next_review: '2026-03-02'"), 25,
                 "review_count: 1\nnext_review:   2026-03-02  # soon");
    desk.world.home.write("vault/cache.md", text);
    desk.run({"undo"});
    CHECK(desk.text() ==
          "---\nreview_count: 0\nnext_review:   2026-05-01  # soon\n---\n# A\n\n"
          "## What is a lock?\n\nOne at a time.\n");
}

TEST_CASE("notes: an import taken back leaves the way back for the grades given since", "[cli]") {
    Desk desk;
    desk.grade('3');
    desk.run({"undo", "--import"});
    REQUIRE(desk.says("review_count: 1"));
    desk.run({"undo"});
    CHECK(desk.text() == kNote);
}

TEST_CASE("notes: another machine knows from a merge what a note said first", "[cli]") {
    Desk first;
    first.grade('3');
    first.run({"export", "--jsonl"});
    const auto lines = first.world.printed;

    Desk second{first.text()};  // the file came along
    second.run({"import", "--jsonl", second.world.home.write("other.jsonl", lines).string()});
    second.world.at("2026-03-02T09:00:00+08:00");
    second.grade('3');
    second.run({"undo", "2"});
    CHECK(second.text() == kNote);
}

TEST_CASE("notes: grades from a wengu that does not say what it overwrote put nothing back",
          "[cli]") {
    Desk first;
    first.grade('3');
    first.run({"export", "--jsonl"});
    std::istringstream all{first.world.printed};
    std::string lines;
    for (std::string line; std::getline(all, line);) {
        if (line.find("\"said_before\"") == std::string::npos) lines += line + "\n";
    }
    Desk second{first.text()};
    second.run({"import", "--jsonl", second.world.home.write("other.jsonl", lines).string()});
    second.world.at("2026-03-02T09:00:00+08:00");
    second.grade('3');
    second.run({"undo", "2"});
    CHECK_FALSE(second.text() == kNote);
    CHECK(second.says("review_count: 1"));  // brought along with the note
}

TEST_CASE("notes: that a note cannot be written is said once for each state of its file", "[cli]") {
    const std::string said =
        "cache.md:3:7: the value of tags has a [ that is never closed\n"
        "    add the ]; until then the value counts as missing\n";
    Desk desk{
        "---\nreview_count: 0\n---\n# A\n\n## What is a lock?\n\nOne at a time.\n\n"
        "## What is a queue?\n\nThe one behind it.\n"};
    const auto complaint_after_grading = [&](const std::string& tags) {
        desk.world.home.write("vault/cache.md", "---\nreview_count: 0\ntags: " + tags +
                                                    "\n---\n# A\n\n## What is a lock?\n\nOne.\n");
        desk.world.advance(std::chrono::hours{24});
        desk.grade('3');
        return desk.world.said;
    };
    CHECK(complaint_after_grading("[a, b").ends_with(said));
    CHECK(complaint_after_grading("[a, b").find("cache.md") == std::string::npos);
    CHECK(complaint_after_grading("[a, b, c").ends_with(said));
    CHECK(desk.world.run({"notes", "update"}) == 3);  // whoever asks is told
    CHECK(desk.world.said.ends_with(said));
    CHECK(complaint_after_grading("[a, b]").find("cache.md") == std::string::npos);
    CHECK(desk.says("review_count: 4"));
}

}  // namespace wengu
