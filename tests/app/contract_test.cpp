// The JSON that scripts rely on: names and types of the keys.

#include "support/world.h"

#include <nlohmann/json.hpp>

namespace wengu {
namespace {

using nlohmann::json;

constexpr const char* kNote =
    "---\nreview_count: 0\nmastery_level: 0\ntags: [db]\n---\n"
    "### Q1: What does a write-ahead log promise?\n\n- no committed change is lost\n- recovery\n\n"
    "### Q2: Why is it sequential?\n\nOne place to write.\n";

/// A world in which one of two cards was graded Good.
class Contract {
public:
    Contract() {
        world.home.write("vault/wal.md", kNote);
        REQUIRE(world.run({"import", (world.home / "vault").string()}) == 0);
        REQUIRE(world.run({"review", "--linear"}, "\n3\nq\n") == 0);
    }

    json read(const std::vector<std::string>& command) {
        REQUIRE(world.run(command) == 0);
        return json::parse(world.printed);
    }

    test::World world;
};

TEST_CASE("contract: list --json says everything about a card", "[app]") {
    Contract contract;
    const auto document = contract.read({"list", "--json"});
    CHECK(document["schema"] == "wengu.cards");
    CHECK(document["version"] == 1);
    REQUIRE(document["cards"].size() == 2);

    const auto& seen = document["cards"][0];
    CHECK(seen["front"] == "What does a write-ahead log promise?");
    CHECK(seen["kind"] == "question");
    CHECK(seen["deck"] == "vault");
    CHECK(seen["note"] == (contract.world.home / "vault/wal.md").string());
    CHECK(seen["front_line"] == 6);
    CHECK(seen["back_lines"] == json::array({8, 9}));
    CHECK(seen["tags"] == json::array({"db"}));
    CHECK(seen["state"] == "review");
    CHECK(seen["interval_days"] == 1);
    CHECK(seen["reviews"] == 1);
    CHECK(seen["lapses"] == 0);
    CHECK(seen["mastery_level"].get<double>() == Approx(0.0424).margin(1e-4));
    CHECK(seen["next_review"] == "2026-03-02");
    CHECK(seen["last_reviewed"] == "2026-03-01");
    CHECK(seen["points"].size() == 2);
    CHECK(seen["id"].is_string());

    const auto& fresh = document["cards"][1];
    CHECK(fresh["state"] == "new");
    CHECK(fresh["next_review"].is_null());
    CHECK(fresh["mastery_level"] == 0.0);
}

TEST_CASE("contract: list --jsonl has one card a line", "[app]") {
    Contract contract;
    REQUIRE(contract.world.run({"list", "--jsonl"}) == 0);
    std::istringstream lines{contract.world.printed};
    int cards = 0;
    for (std::string line; std::getline(lines, line); ++cards) CHECK(json::parse(line).is_object());
    CHECK(cards == 2);
}

TEST_CASE("contract: due --json counts in total and by deck", "[app]") {
    Contract contract;
    contract.world.at("2026-03-02T09:00:00+08:00");
    const auto document = contract.read({"due", "--json"});
    CHECK(document["due"] == 1);
    CHECK(document["new"] == 1);
    CHECK(document["learning"] == 0);
    CHECK(document["decks"][0]["deck"] == "vault");
    CHECK(document["decks"][0]["due"] == 1);
}

TEST_CASE("contract: import --json has counts, pairs and problems", "[app]") {
    Contract contract;
    contract.world.home.write("vault/bad.md", "---\ndifficulty: medum\n---\n### Why?\n\nBecause.\n");
    const auto vault = (contract.world.home / "vault").string();
    CHECK(contract.world.run({"import", vault, "--json"}) == 3);
    const auto document = json::parse(contract.world.printed);
    CHECK(document["added"] == 1);
    CHECK(document["unchanged"] == 2);
    for (const char* key : {"edited", "moved", "gone"}) CHECK(document[key] == 0);
    const auto& problem = document["problems"][0];
    CHECK(problem["path"] == vault + "/bad.md");
    CHECK(problem["line"] == 2);
    CHECK(problem["column"] == 13);
    CHECK(problem["hint"] == "did you mean medium?");
}

TEST_CASE("contract: show --json is one card, with its points", "[app]") {
    Contract contract;
    const auto card = contract.read({"show", "What does a write-ahead log promise?", "--json"});
    CHECK(card["schema"] == "wengu.card");
    CHECK(card["points"][0]["title"] == "no committed change is lost");
    CHECK(card["points"][0]["line"] == 8);
}

}  // namespace
}  // namespace wengu
