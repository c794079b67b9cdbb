// An import of many notes: whether their cards are stored as they are read, or have to wait
// for others that they could be, must make no difference.

#include "support/world.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace wengu {
namespace {

using Json = nlohmann::json;

/// More notes than are held at a time, with points, tags, progress of their own, problems and
/// questions that are asked twice.
void write_vault(const test::World& world) {
    for (int i = 0; i < 150; ++i) {
        std::string text = fmt::format("---\ntags: [t{}]\ndifficulty: hard\n", i % 3);
        if (i % 4 == 0) {
            text += "last_reviewed: 2026-02-01\nnext_review: 2026-03-05\nreview_count: 3\n";
        }
        if (i % 10 == 0) text += "mastery_level: much\n";
        text += fmt::format("---\n# Lock {}\n\n## What does lock {} protect?\n\n", i, i);
        text += fmt::format("- **Counter**: number {}\n- **Queue**: the one behind it\n\n", i);
        text += "## What is a lock?\n\nOne at a time.\n";
        world.home.write(fmt::format("vault/deck{}/note{:03}.md", i % 7, i), text);
    }
    world.home.write("vault/broken.md", "\xFF\xFEx\xD8 no text at all \x80\x81");
}

/// Leaves a card that is gone, which any later draft could be.
void leave_a_gone_card(test::World& world) {
    const auto note = world.home.write("other/old.md", "# Old\n\n## What was it?\n\nForgotten.\n");
    const auto folder = (world.home / "other").string();
    REQUIRE(world.run({"import", folder}) == 0);
    std::filesystem::remove(note);
    REQUIRE(world.run({"import", folder}) == 0);
}

/// The report of the import, without what names the home folder.
std::string import_vault(test::World& world, const std::vector<std::string>& options = {}) {
    std::vector<std::string> command{"import", (world.home / "vault").string(), "--json"};
    command.insert(command.end(), options.begin(), options.end());
    REQUIRE(world.run(command) == 3);  // done, with problems
    auto report = world.printed;
    const auto home = world.home.path().string();
    for (auto at = report.find(home); at != std::string::npos; at = report.find(home, at)) {
        report.replace(at, home.size(), "~");
    }
    return report;
}

Json cards(test::World& world) {
    REQUIRE(world.run({"list", "--json"}) == 0);
    auto list = Json::parse(world.printed)["cards"];
    const auto home = world.home.path().string();
    for (auto& card : list) card["note"] = card["note"].get<std::string>().substr(home.size());
    return list;
}

}  // namespace

TEST_CASE("import: cards stored as they are read are the same as those that had to wait", "[cli]") {
    test::World fresh;
    test::World used;
    for (auto* world : {&fresh, &used}) write_vault(*world);
    leave_a_gone_card(used);
    const auto report = import_vault(fresh);
    CHECK(Json::parse(report)["added"] == 300);
    CHECK(import_vault(used) == report);
    const auto expected = cards(fresh);
    CHECK(expected.size() == 300);
    CHECK(expected[0]["points"].size() == 2);
    CHECK(cards(used) == expected);
    for (const char* words : {"Counter", "is:new", "tag:t1"}) {
        REQUIRE(fresh.run({"list", words}) == 0);
        REQUIRE(used.run({"list", words}) == 0);
        CHECK(fresh.printed == used.printed);
    }
}

TEST_CASE("import: a dry run of new notes says what the import then does", "[cli]") {
    test::World world;
    write_vault(world);
    const auto said = import_vault(world, {"--dry-run"});
    CHECK(cards(world).empty());
    CHECK(import_vault(world) == said);
}

namespace {

/// A project page: what its chapters say is not sure to be worth a card.
constexpr const char* kProject =
    "# Wheel\n\n## Installing\n\nFetch the sources, build them, and copy the program.\n\n"
    "## Contributing\n\nOpen a discussion first, then write code and tests.\n\n"
    "## License\n\nUse it as you like, but keep this notice.\n\n"
    "## What is a wheel?\n\nA thing that turns.\n\n"
    "## Memory layout\n\nHeader, spokes and padding follow each other on the heap.\n";

/// Imports the folder with these options and returns the fronts that the collection has then.
std::vector<std::string> fronts_after(test::World& world, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"import", (world.home / "notes").string()});
    REQUIRE(world.run(options) == 0);
    std::vector<std::string> fronts;
    for (const auto& card : cards(world)) fronts.push_back(card["front"]);
    return fronts;
}

const std::vector<std::string> kSure{"What is a wheel?"};
const std::vector<std::string> kAll{"Wheel › Installing", "What is a wheel?",
                                    "Wheel › Memory layout"};

}  // namespace

TEST_CASE("import: --all adds what an earlier import was not sure of, and it stays", "[cli]") {
    test::World world;
    world.home.write("notes/wheel.md", kProject);
    CHECK(fronts_after(world) == kSure);
    CHECK(fronts_after(world, {"--all"}) == kAll);
    CHECK(world.run({"import", (world.home / "notes").string()}) == 0);
    CHECK(world.printed == "1 note\n  added            0\n  unchanged        3\n");
    // Edited and imported without --all: what is known stays, what is doubtful and new is not
    // added.
    world.home.write("notes/wheel.md", std::string{kProject} +
                                           "\n## Error handling\n\nEvery call returns a code that "
                                           "tells what went wrong.\n");
    CHECK(fronts_after(world) == kAll);
    CHECK(fronts_after(world, {"--all"}).size() == 4);
}

TEST_CASE("import: taken back, --all can be asked for again", "[cli]") {
    test::World world;
    world.home.write("notes/wheel.md", kProject);
    CHECK(fronts_after(world) == kSure);
    CHECK(fronts_after(world, {"--all"}) == kAll);
    REQUIRE(world.run({"undo", "--import"}) == 0);
    CHECK(fronts_after(world) == kSure);
    CHECK(fronts_after(world, {"--all"}) == kAll);
}

TEST_CASE("import: notes are read again when the user's own words have changed", "[cli]") {
    test::World world;
    world.home.write("notes/wheel.md", kProject);
    CHECK(fronts_after(world) == kSure);
    world.home.write(".config/wengu/words.txt", "[no cards titles]\nwhat is a wheel\n");
    CHECK(fronts_after(world).empty());
    std::filesystem::remove(world.home / ".config/wengu/words.txt");
    CHECK(fronts_after(world) == kSure);
}

}  // namespace wengu
