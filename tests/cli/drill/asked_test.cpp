// After an interview: which questions really came?

#include "support/world.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace wengu {
namespace {

using nlohmann::json;

/// Two cards, and an interview at Acme Ltd on the tenth of March.
void fill(test::World& world) {
    world.home.write("notes/cache.md",
                     "# 缓存\n\n## 缓存怎么保持一致？\n\n先写库，再删缓存。\n\n"
                     "## 缓存什么时候过期？\n\n到了约定的时间。\n");
    REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
    REQUIRE(world.run(
                {"profile", "add", "acme", "--company", "Acme Ltd", "--date", "2026-03-10"}) == 0);
}

std::string profile_file(const test::World& world) {
    std::ostringstream text;
    text << std::ifstream{world.home / ".config/wengu/profiles/acme.toml"}.rdbuf();
    return text.str();
}

/// Fronts of the cards that are tagged as asked at Acme.
std::vector<std::string> asked(test::World& world) {
    world.run({"list", "tag:asked:Acme-Ltd", "--json"});
    std::vector<std::string> fronts;
    const auto listed = json::parse(world.printed);
    for (const auto& card : listed["cards"]) fronts.push_back(card["front"]);
    return fronts;
}

const char* const kQuestion =
    "The interview Acme Ltd was on 2026-03-10. Which questions really came? "
    "`wengu profile asked acme`";

TEST_CASE("asked: after the day, today and the profiles ask which questions came", "[cli]") {
    test::World world;
    fill(world);
    world.at("2026-03-10T09:00:00+08:00");
    world.run({"today"});
    CHECK(world.printed.find("Which questions") == std::string::npos);
    world.at("2026-03-11T09:00:00+08:00");
    world.run({"today"});
    CHECK(world.printed.find(kQuestion) != std::string::npos);
    world.run({"profile", "list"});
    CHECK(world.said == std::string{kQuestion} + "\n");
    world.at("2026-06-11T09:00:00+08:00");  // who would know by now?
    world.run({"today"});
    CHECK(world.printed.find("Which questions") == std::string::npos);
}

TEST_CASE("asked: cards named on the command line are tagged, found, exported, and untagged again",
          "[cli]") {
    test::World world;
    fill(world);
    world.at("2026-03-11T09:00:00+08:00");
    REQUIRE(world.run({"profile", "asked", "acme", "怎么保持一致"}) == 0);
    CHECK(world.printed.find("  asked:Acme-Ltd  缓存怎么保持一致？\n") != std::string::npos);
    CHECK(asked(world) == std::vector<std::string>{"缓存怎么保持一致？"});
    world.run({"show", "怎么保持一致", "--info"});
    CHECK(world.printed.find("asked:Acme-Ltd") != std::string::npos);
    world.run({"export", "--jsonl"});
    CHECK(world.printed.find("asked:Acme-Ltd") != std::string::npos);
    world.run({"today"});
    CHECK(world.printed.find("Which questions") == std::string::npos);
    REQUIRE(world.run({"profile", "asked", "acme", "怎么保持一致", "--off"}) == 0);
    CHECK(asked(world).empty());
}

TEST_CASE("asked: at the terminal words find cards and numbers choose them", "[cli]") {
    test::World world;
    fill(world);
    world.at("2026-03-11T09:00:00+08:00");
    world.in_is_terminal = true;
    REQUIRE(world.run({"profile", "asked", "acme"}, "火星\n缓存\n9\n1 2\n\n") == 0);
    CHECK(world.printed.find("No card has \"火星\".") != std::string::npos);
    CHECK(world.printed.find("  1  缓存怎么保持一致？") != std::string::npos);
    CHECK(asked(world).size() == 2);
    CHECK(profile_file(world).find("asked = true") != std::string::npos);
}

TEST_CASE("asked: put off it is asked again another day, three times at most, and `n` ends it",
          "[cli]") {
    test::World world;
    fill(world);
    std::ofstream{world.home / ".config/wengu/profiles/acme.toml", std::ios::app}
        << "# my own remark\n";
    world.in_is_terminal = true;
    const auto asks = [&](const std::string& day, const std::string& input) {
        world.at(day + "T09:00:00+08:00");
        world.run({}, input);
        return world.printed.find("Words find cards") != std::string::npos;
    };
    CHECK(asks("2026-03-11", "\n"));
    CHECK_FALSE(asks("2026-03-11", ""));
    CHECK(asks("2026-03-12", "q\n"));
    CHECK(asks("2026-03-13", ""));
    CHECK_FALSE(asks("2026-03-14", "\n"));
    CHECK(profile_file(world).find("asked_later = 3") != std::string::npos);
    CHECK(profile_file(world).find("# my own remark") != std::string::npos);

    test::World other;
    fill(other);
    other.at("2026-03-11T09:00:00+08:00");
    other.in_is_terminal = true;
    other.run({}, "n\n");
    other.at("2026-03-12T09:00:00+08:00");
    other.run({}, "");
    CHECK(other.printed.find("Which questions") == std::string::npos);
    CHECK(asked(other).empty());
}

TEST_CASE("asked: without a terminal the command says what it needs", "[cli]") {
    test::World world;
    fill(world);
    CHECK(world.run({"profile", "asked", "acme"}) == 2);
    CHECK(world.said ==
          "wengu: say which cards came: `wengu profile asked acme CARD...`, or `--none`\n");
    CHECK(world.run({"profile", "asked", "acme", "--none"}) == 0);
    CHECK(profile_file(world).find("asked = true") != std::string::npos);
}

}  // namespace
}  // namespace wengu
