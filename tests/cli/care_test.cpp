// What keeps a collection whole: backups, merging, changing the scheduler, days off.

#include "core/random.h"
#include "store/store.h"
#include "support/world.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

namespace wengu {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kTwoQuestions =
    "# Net\n\n## What does TCP guarantee?\n\nBytes arrive in order.\n\n"
    "## What does UDP guarantee?\n\nNothing but the checksum.\n";

std::string many_questions(int count, const std::string& front_matter = "") {
    std::string text = front_matter + "# Many\n";
    for (int i = 0; i < count; ++i) {
        text += fmt::format("\n## What is number {} good for?\n\nFor counting to {}.\n", i, i + 1);
    }
    return text;
}

std::string notes_of(const test::World& world) { return (world.home.path() / "notes").string(); }

fs::path database_of(const test::World& world) {
    return world.home.path() / ".local/share/wengu/wengu.db";
}

void import_notes(test::World& world, const std::string& text) {
    world.home.write("notes/note.md", text);
    REQUIRE(world.run({"import", notes_of(world)}) == 0);
}

/// Answers everything that is asked, with these grades one after the other.
void review(test::World& world, const std::string& grades) {
    std::string lines;
    for (const char grade : grades) lines += std::string{"\n"} + grade + "\n";
    REQUIRE(world.run({"review", "--linear"}, lines) == 0);
}

/// What follows from the log of each card.
Json schedules(test::World& world) {
    REQUIRE(world.run({"list", "--json"}) == 0);
    Json result;
    const auto document = Json::parse(world.printed);
    for (const auto& card : document["cards"]) {
        for (const char* key :
             {"state", "interval_days", "reviews", "lapses", "mastery_level", "next_review"}) {
            result[card["id"].get<std::string>()][key] = card[key];
        }
    }
    return result;
}

std::string day_in_march(int day, const char* time) {
    return fmt::format("2026-03-{:02}T{}+08:00", day, time);
}

TEST_CASE("exchange: two devices come to the same schedules whichever is merged first", "[cli]") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        INFO("seed " << seed);
        Random random{seed};
        test::World laptop;
        test::World phone;
        for (auto* world : {&laptop, &phone}) import_notes(*world, many_questions(6));
        for (int day = 1; day <= 20; ++day) {
            for (auto* world : {&laptop, &phone}) {
                world->at(day_in_march(day, world == &laptop ? "08:00:00" : "21:00:00"));
                if (random.below(3) == 0) continue;
                std::string grades;
                for (int i = 0; i < 8; ++i) grades += static_cast<char>('1' + random.below(4));
                review(*world, grades);
                if (random.below(4) == 0) REQUIRE(world->run({"undo"}) == 0);
            }
        }
        const auto card = schedules(phone).begin().key();
        REQUIRE(phone.run({"reset", card, "--yes"}) == 0);
        REQUIRE(laptop.run({"export", "--jsonl"}) == 0);
        const auto from_laptop = laptop.home.write("laptop.jsonl", laptop.printed);
        REQUIRE(phone.run({"export", "--jsonl"}) == 0);
        const auto from_phone = phone.home.write("phone.jsonl", phone.printed);
        REQUIRE(schedules(laptop) != schedules(phone));

        REQUIRE(laptop.run({"import", "--jsonl", from_phone.string()}) == 0);
        REQUIRE(phone.run({"import", "--jsonl", from_laptop.string()}) == 0);
        const auto merged = schedules(laptop);
        CHECK(merged == schedules(phone));

        REQUIRE(laptop.run({"import", "--jsonl", from_phone.string(), "--json"}) == 0);
        const auto again = Json::parse(laptop.printed);
        CHECK(again["reviews"] == 0);
        CHECK(again["undone"] == 0);
        CHECK(again["cards"] == 0);
        CHECK(schedules(laptop) == merged);
    }
}

TEST_CASE("exchange: a line that is no JSON is named, and nothing of the file stays", "[cli]") {
    test::World world;
    import_notes(world, kTwoQuestions);
    review(world, "3");
    REQUIRE(world.run({"export", "--jsonl"}) == 0);
    const auto file = world.home.write("broken.jsonl", world.printed + "{\"row\":\n");
    test::World other;
    import_notes(other, kTwoQuestions);
    const auto before = schedules(other);
    CHECK(other.run({"import", "--jsonl", file.string()}) == 1);
    CHECK(other.said.find("broken.jsonl:") != std::string::npos);
    CHECK(schedules(other) == before);
}

TEST_CASE("backup: one a day is made unasked, and only as many as the setting says", "[cli]") {
    test::World world;
    import_notes(world, kTwoQuestions);
    const auto folder = database_of(world).parent_path() / "backups";
    review(world, "33");
    CHECK_FALSE(fs::exists(folder));  // nothing was there to lose before it
    world.home.write(".config/wengu/config.toml", "[backup]\nkeep = 3\n");
    for (int day = 2; day <= 8; ++day) {
        world.at(day_in_march(day, "09:00:00"));
        REQUIRE(world.run({"import", notes_of(world)}) == 0);
        REQUIRE(world.run({"import", notes_of(world)}) == 0);
    }
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"wengu-auto-2026-03-06.db", "wengu-auto-2026-03-07.db",
                                            "wengu-auto-2026-03-08.db"});
    const auto before = schedules(world);
    world.at(day_in_march(9, "09:00:00"));
    REQUIRE(world.run({"restore", (folder / names.front()).string(), "--yes"}) == 0);
    CHECK(schedules(world) == before);
}

TEST_CASE("restore: the name must be typed, and nobody may have the collection open", "[cli]") {
    test::World world;
    import_notes(world, kTwoQuestions);
    const auto empty = schedules(world);
    const auto copy = (world.home.path() / "copy.db").string();
    REQUIRE(world.run({"backup", copy}) == 0);
    review(world, "33");
    const auto reviewed = schedules(world);

    world.in_is_terminal = true;
    CHECK(world.run({"restore", copy}, "yes\n") == 1);
    CHECK(schedules(world) == reviewed);
    {
        const Store elsewhere{database_of(world)};
        CHECK(world.run({"restore", copy}, "wengu.db\n") == 5);
        CHECK(schedules(world) == reviewed);
    }
    CHECK(world.run({"restore", copy}, "wengu.db\n") == 0);
    CHECK(schedules(world) == empty);
}

TEST_CASE("config: a change of scheduler asks on a terminal, and no leaves all as it was",
          "[cli]") {
    test::World world;
    import_notes(world, kTwoQuestions);
    review(world, "34");
    const auto before = schedules(world);
    world.in_is_terminal = true;
    CHECK(world.run({"config", "set", "scheduler", "fsrs"}, "n\n") == 0);
    CHECK(world.run({"config", "get", "scheduler"}) == 0);
    CHECK(world.printed == "sm2\n");
    CHECK(schedules(world) == before);
    CHECK(world.run({"config", "set", "scheduler", "fsrs"}, "y\n") == 0);
    CHECK(schedules(world) != before);
    CHECK(world.said.empty());  // already computed for the new setting
}

TEST_CASE("config: with fuzz on, weekdays without weight get no long intervals", "[cli]") {
    test::World world;
    world.home.write(".config/wengu/config.toml",
                     "[fsrs]\nfuzz = true\n[study]\nweekday_weights = \"1 1 1 1 1 0 0\"\n");
    import_notes(world, many_questions(15));
    for (const int day : {1, 2, 8}) {
        world.at(day_in_march(day, "09:00:00"));
        review(world, std::string(15, '3'));
    }
    const auto all = schedules(world);
    REQUIRE(all.size() == 15);
    std::set<std::string> days;
    for (const auto& card : all) {
        const auto next = card["next_review"].get<std::string>();
        INFO(next);
        CHECK(std::chrono::weekday{parse_day(next).value()}.iso_encoding() < 6);
        days.insert(next);
    }
    CHECK(days.size() > 1);
}

TEST_CASE("optimize: parameters fitted to the log are shown, and kept when asked", "[cli]") {
    test::World world;
    Random random{7};
    world.home.write(".config/wengu/config.toml",
                     "scheduler = \"fsrs\"\n[study]\nnew_per_day = 80\n");
    import_notes(world, many_questions(45));
    for (int day = 1; day <= 14; ++day) {
        world.at(day_in_march(day, "09:00:00"));
        std::string grades;
        for (int i = 0; i < 120; ++i) grades += random.below(3) == 0 ? '1' : '3';
        review(world, grades);
    }
    REQUIRE(world.run({"optimize", "--json"}) == 0);
    const auto fit = Json::parse(world.printed);
    CHECK(fit["predictions"] > 8);
    CHECK(fit["params"].size() == 21);
    CHECK(fit["fitted"]["log_loss"] < fit["default"]["log_loss"]);
    CHECK(fit["fitted"]["rmse_bins"].is_number());

    const auto before = schedules(world);
    REQUIRE(world.run({"optimize", "--save", "--yes", "--json"}) == 0);
    REQUIRE(world.run({"config", "get", "fsrs.parameters"}) == 0);
    CHECK(world.printed.find(fmt::format("{:.4f} ", fit["params"][0].get<double>())) == 0);
    CHECK(schedules(world) != before);
}

TEST_CASE("today: after a break the plan spreads what is overdue", "[cli]") {
    test::World world;
    import_notes(world, many_questions(100,
                                       "---\nreview_count: 3\nlast_reviewed: 2026-01-10\n"
                                       "next_review: 2026-02-01\n---\n"));
    REQUIRE(world.run({"today", "--plan", "--json"}) == 0);
    const auto plan = Json::parse(world.printed)["plan"];
    REQUIRE(plan["active"] == true);
    CHECK(plan["days"].size() == 4);
    int planned = 0;
    for (const auto& day : plan["days"]) planned += day["planned"].get<int>();
    CHECK(planned == 100);
    CHECK(Json::parse(world.printed)["reviews"] == plan["days"][0]["planned"]);

    REQUIRE(world.run({"holiday", "2026-03-02", "2026-03-04"}) == 0);
    REQUIRE(world.run({"today", "--plan", "--json"}) == 0);
    const auto longer = Json::parse(world.printed)["plan"]["days"];
    CHECK(longer.size() == 7);
    CHECK(longer[1]["planned"] == 0);
}

Json finding(const test::World& world, const std::string& name) {
    const auto document = Json::parse(world.printed);
    for (const auto& entry : document["findings"]) {
        if (entry["name"] == name && entry["level"] != "ok") return entry;
    }
    return nullptr;
}

TEST_CASE("doctor: each thing that is wrong is found, with a fix", "[cli]") {
    test::World world;
    world.environment["EDITOR"] = "/bin/sh -e";
    world.environment["PAGER"] = "/bin/cat";
    world.environment["LANG"] = "en_US.UTF-8";
    import_notes(world, kTwoQuestions);
    CHECK(world.run({"doctor", "--json"}) == 0);
    for (const char* name : {"collection", "notes", "settings", "editor", "pager", "locale"}) {
        INFO(name);
        CHECK(finding(world, name).is_null());
    }

    world.environment["EDITOR"] = "/no/such/editor";
    world.environment["LANG"] = "C";
    fs::remove(world.home.path() / "notes/note.md");
    world.home.write(".config/wengu/config.toml", "[deck.\"nowhere\"]\nnew_per_day = 3\n");
    CHECK(world.run({"doctor", "--json"}) == 3);
    for (const char* name : {"notes", "settings", "editor", "locale"}) {
        INFO(name);
        CHECK(finding(world, name)["fix"] != "");
    }
    fs::remove_all(notes_of(world));
    CHECK(world.run({"doctor", "--json"}) == 3);
    CHECK(finding(world, "notes")["level"] == "bad");

    world.home.write(".local/share/wengu/wengu.db", "SQLite format 3 no more");
    CHECK(world.run({"doctor", "--json"}) == 3);
    CHECK(finding(world, "collection")["level"] == "bad");
}

}  // namespace
}  // namespace wengu
