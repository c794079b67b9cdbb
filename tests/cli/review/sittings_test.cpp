// Several sittings on one day: what comes back, and what is counted once.

#include "support/world.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace wengu {
namespace {

using Json = nlohmann::json;

/// One question in each of so many notes.
void import_questions(test::World& world, int count, const std::string& deck = "net") {
    for (int i = 0; i < count; ++i) {
        world.home.write(
            fmt::format("notes/{}/note{}.md", deck, i),
            fmt::format("# Net\n\n## What does layer {} of {} guarantee?\n\nBytes.\n", i, deck));
    }
    REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
}

/// One sitting that answers with these grades and then leaves; how many questions it asked.
int sit(test::World& world, const std::string& time, const std::string& grades,
        const std::string& deck = "") {
    world.at(time);
    std::string lines;
    for (const char grade : grades) lines += std::string{"\n"} + grade + "\n";
    std::vector<std::string> command{"review", "--linear"};
    if (!deck.empty()) command.push_back(deck);
    REQUIRE(world.run(command, lines + "q\n") == 0);
    int asked = 0;
    for (auto at = world.printed.find("Question "); at != std::string::npos;
         at = world.printed.find("Question ", at + 1)) {
        ++asked;
    }
    return asked;
}

Json printed(test::World& world, const std::vector<std::string>& command) {
    REQUIRE(world.run(command) == 0);
    return Json::parse(world.printed);
}

Json only_card(test::World& world) { return printed(world, {"list", "--json"})["cards"][0]; }

TEST_CASE("review: a card failed in one sitting comes back in the next until it is passed",
          "[cli]") {
    test::World world;
    import_questions(world, 1);
    CHECK(sit(world, "2026-03-01T09:00:00+08:00", "1") == 2);  // again at once, left unanswered
    const auto failed = only_card(world);
    CHECK(printed(world, {"due", "--json"})["learning"] == 1);
    CHECK(printed(world, {"due", "--json"})["decks"][0]["learning"] == 1);
    CHECK(sit(world, "2026-03-01T12:00:00+08:00", "2") == 2);
    CHECK(sit(world, "2026-03-01T15:00:00+08:00", "3") == 1);
    CHECK(sit(world, "2026-03-01T18:00:00+08:00", "") == 0);
    const auto passed = only_card(world);
    CHECK(printed(world, {"due", "--json"})["learning"] == 0);
    CHECK(passed["next_review"] == failed["next_review"]);
    CHECK(passed["interval_days"] == failed["interval_days"]);
    CHECK(passed["mastery_level"] == failed["mastery_level"]);
    CHECK(passed["lapses"] == failed["lapses"]);
}

TEST_CASE("review: a known card that fails twice on one day is one lapse and one miss", "[cli]") {
    test::World world;
    import_questions(world, 1);
    CHECK(sit(world, "2026-03-01T09:00:00+08:00", "3") == 1);
    CHECK(sit(world, "2026-03-02T09:00:00+08:00", "1") == 2);
    CHECK(sit(world, "2026-03-02T12:00:00+08:00", "1") == 2);
    CHECK(sit(world, "2026-03-02T15:00:00+08:00", "3") == 1);
    CHECK(only_card(world)["lapses"] == 1);
    const auto retention = printed(world, {"stats", "--json"})["retention"];
    CHECK(retention["asked"] == 1);
    CHECK(retention["recalled"] == 0);
}

TEST_CASE("review: a card that comes back uses up no further room in the limits of the day",
          "[cli]") {
    test::World world;
    import_questions(world, 3);
    REQUIRE(world.run({"config", "set", "study.new_per_day", "2"}) == 0);
    CHECK(sit(world, "2026-03-01T09:00:00+08:00", "1") == 2);
    const auto today = printed(world, {"today", "--json"});
    CHECK(today["new"] == 1);
    CHECK(today["learning"] == 1);
    CHECK(sit(world, "2026-03-01T12:00:00+08:00", "33") == 2);
    CHECK(sit(world, "2026-03-01T15:00:00+08:00", "") == 0);
}

TEST_CASE("review: a failed card comes back where its deck is asked for, not in another", "[cli]") {
    test::World world;
    import_questions(world, 1, "tcp");
    import_questions(world, 1, "udp");
    CHECK(sit(world, "2026-03-01T09:00:00+08:00", "1", "tcp") == 2);
    CHECK(sit(world, "2026-03-01T10:00:00+08:00", "3", "udp") == 1);
    CHECK(sit(world, "2026-03-01T11:00:00+08:00", "", "udp") == 0);
    CHECK(sit(world, "2026-03-01T12:00:00+08:00", "3", "tcp") == 1);
}

TEST_CASE("review: with FSRS a lapse comes back in a later sitting when its step is over",
          "[cli]") {
    test::World world;
    import_questions(world, 1);
    REQUIRE(world.run({"config", "set", "scheduler", "fsrs"}) == 0);
    CHECK(sit(world, "2026-03-01T09:00:00+08:00", "4") == 1);
    world.at("2026-06-01T09:00:00+08:00");
    CHECK(sit(world, "2026-06-01T09:00:00+08:00", "1") >= 1);
    CHECK(only_card(world)["state"] == "learning");
    CHECK(sit(world, "2026-06-01T12:00:00+08:00", "3") == 1);
    CHECK(only_card(world)["lapses"] == 1);
    CHECK(sit(world, "2026-06-01T15:00:00+08:00", "") == 0);
}

bool says(const test::World& world, const std::string& text) {
    return world.printed.find(text) != std::string::npos;
}

TEST_CASE("review: the keys say which grades have the card asked again today, also on repeats",
          "[cli]") {
    test::World world;
    import_questions(world, 1);
    sit(world, "2026-03-01T09:00:00+08:00", "3");
    sit(world, "2026-03-02T09:00:00+08:00", "2");
    CHECK(says(world, "1 Again again today, 2 Hard again today, 3 Good 6 days, 4 Easy 6 days"));
    CHECK(says(world, "Hard: again today. 1 card left."));
    sit(world, "2026-03-02T12:00:00+08:00", "1");
    CHECK(says(world, "1 Again again today, 2 Hard again today, 3 Good 6 days, 4 Easy 6 days"));
    CHECK(only_card(world)["interval_days"] == 6);  // a repeat changes nothing
    sit(world, "2026-03-02T15:00:00+08:00", "3");
    CHECK(says(world, "Good: back in 6 days. 0 cards left."));
}

TEST_CASE(
    "review: undo in a new sitting takes back the last grade of the one before and asks again",
    "[cli]") {
    test::World world;
    import_questions(world, 3);
    const auto before = printed(world, {"list", "--json"})["cards"];
    sit(world, "2026-03-01T09:00:00+08:00", "34");
    world.at("2026-03-02T09:00:00+08:00");
    REQUIRE(world.run({"review", "--linear"}, "u\nu\nu\nq\n") == 0);
    CHECK(says(world, "Taken back: Easy of Mar 1.\nNet\nQuestion 1/"));
    CHECK(says(world, "Taken back: Good of Mar 1.\nNet\nQuestion 1/"));
    CHECK(says(world, "nothing to take back yet"));
    const auto after = printed(world, {"list", "--json"})["cards"];
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(after[i]["state"] == "new");
    REQUIRE(world.run({"undo"}) == 0);
    CHECK(world.said.find("there is no grade to take back") != std::string::npos);
}

TEST_CASE("review: the card of a grade taken back from before can be graded at once", "[cli]") {
    test::World world;
    import_questions(world, 2);
    sit(world, "2026-03-01T09:00:00+08:00", "4");
    const auto before = printed(world, {"list", "--json"})["cards"];
    world.at("2026-03-01T10:00:00+08:00");
    REQUIRE(world.run({"review", "--linear"}, "u\n\n3\nu\n\n2\nq\n") == 0);
    const auto after = printed(world, {"list", "--json"})["cards"];
    for (std::size_t i = 0; i < before.size(); ++i)
        CHECK(after[i]["reviews"] == before[i]["reviews"]);
}

TEST_CASE("review: cramming takes back nothing from before and says what does", "[cli]") {
    test::World world;
    import_questions(world, 1);
    sit(world, "2026-03-01T09:00:00+08:00", "4");
    const auto graded = only_card(world);
    REQUIRE(world.run({"review", "--linear", "--cram", "net"}, "u\nq\n") == 0);
    CHECK(says(world, "`wengu undo` reaches further back"));
    CHECK(only_card(world) == graded);
}

TEST_CASE("review: a card set aside is said to be, with the way back", "[cli]") {
    test::World world;
    import_questions(world, 3);
    const auto cards = printed(world, {"list", "--json"})["cards"];
    const auto id = [&](std::size_t i) { return cards[i]["id"].get<std::string>().substr(0, 4); };
    REQUIRE(world.run({"review", "--linear"}, "s\nb\nu\nq\n") == 0);
    CHECK(says(world, "Suspended. u takes it back, later `wengu unsuspend " + id(0)));
    CHECK(says(world, "Put off until tomorrow. u takes it back, later `wengu bury --off " + id(1)));
    CHECK(says(world, "Taken back: the card is asked again."));
}

TEST_CASE("today: all new cards are counted, also beyond those that are read", "[cli]") {
    test::World world;
    std::string note = "# Many\n";
    for (int i = 0; i < 1500; ++i) note += fmt::format("\n## What is {} for?\n\nFor it.\n", i);
    world.home.write("notes/many.md", note);
    REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
    REQUIRE(world.run({"today"}) == 0);
    CHECK(world.printed.find("20 new") != std::string::npos);
    CHECK(world.printed.find("1480  new, over today's limit") != std::string::npos);
}

TEST_CASE("today: questions that share a heading come on one day, holes of one sentence do not",
          "[cli]") {
    test::World world;
    world.home.write("notes/list.md",
                     "# TCP\n\n## Questions\n\n"
                     "- Why does it start with three packets?\n"
                     "    - Both sides have to hear that the other hears them.\n"
                     "- Why does it end with four packets?\n"
                     "    - Each direction is closed on its own.\n");
    REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
    CHECK(printed(world, {"list", "--json"})["cards"].size() == 2);
    CHECK(printed(world, {"today", "--json"})["new"] == 2);
    world.home.write("notes/holes.md",
                     "# UDP\n\n## Header\n\nThe header of {{c1::UDP}} has {{c2::eight}} bytes.\n");
    REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
    CHECK(printed(world, {"list", "--json"})["cards"].size() == 4);
    CHECK(printed(world, {"today", "--json"})["new"] == 3);
}

TEST_CASE("review: new cards come best first, with their topic above them as the settings say",
          "[cli]") {
    test::World world;
    world.home.write("notes/a.md", "# Steps\n\n## Step 1: install\n\n```\nmake\n```\n");
    world.home.write("notes/b.md",
                     "# Latches\n\n## Use\n\n### Why does a latch not block?\n\n"
                     "A latch is held for so short a time that waiting is spinning.\n");
    REQUIRE(world.run({"import", "--all", (world.home / "notes").string()}) == 0);
    REQUIRE(world.run({"review", "--linear"}, "q\n") == 0);
    CHECK(world.printed.starts_with("Latches › Use\nQuestion 1/"));
    world.environment["WENGU_UI_TOPIC"] = "title";
    REQUIRE(world.run({"review", "--linear"}, "q\n") == 0);
    CHECK(world.printed.starts_with("Latches\nQuestion 1/"));
    world.environment["WENGU_UI_TOPIC"] = "off";
    REQUIRE(world.run({"review", "--linear"}, "q\n") == 0);
    CHECK(world.printed.starts_with("Question 1/"));
}

TEST_CASE("today: a deck whose limit is reached does not hide the new cards of others", "[cli]") {
    test::World world;
    std::string note = "# Many\n";
    for (int i = 0; i < 1500; ++i) note += fmt::format("\n## What is {} for?\n\nFor it.\n", i);
    world.home.write("notes/a/many.md", note);
    REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
    import_questions(world, 4, "b");
    world.home.write(".config/wengu/config.toml", "[deck.\"a\"]\nnew_per_day = 3\n");
    const auto today = printed(world, {"today", "--json"});
    CHECK(today["new"] == 7);
    REQUIRE(world.run({"today"}) == 0);
    CHECK(world.printed.find("1497  new, over today's limit") != std::string::npos);
}

}  // namespace
}  // namespace wengu
