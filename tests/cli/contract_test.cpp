// The JSON that scripts rely on: names and types of the keys.

#include "support/world.h"

#include <nlohmann/json.hpp>

#include <map>

namespace wengu {
namespace {

using nlohmann::json;

constexpr const char* kNote =
    "---\nreview_count: 0\nmastery_level: 0\ntags: [db]\n---\n"
    "### Q1: What does a write-ahead log promise?\n\n- no committed change is lost, whatever "
    "fails.\n- recovery\n\n"
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

TEST_CASE("contract: list --json says everything about a card", "[cli]") {
    Contract contract;
    const auto document = contract.read({"list", "--json"});
    CHECK(document["schema"] == "wengu.cards");
    CHECK(document["version"] == 1);
    REQUIRE(document["cards"].size() == 2);

    const auto& seen = document["cards"][0];
    CHECK(seen["front"] == "What does a write-ahead log promise?");
    CHECK(seen["topic"] == "wal");
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

TEST_CASE("contract: list --jsonl has one card a line", "[cli]") {
    Contract contract;
    REQUIRE(contract.world.run({"list", "--jsonl"}) == 0);
    std::istringstream lines{contract.world.printed};
    int cards = 0;
    for (std::string line; std::getline(lines, line); ++cards) CHECK(json::parse(line).is_object());
    CHECK(cards == 2);
}

TEST_CASE("contract: due --json counts in total and by deck", "[cli]") {
    Contract contract;
    contract.world.at("2026-03-02T09:00:00+08:00");
    const auto document = contract.read({"due", "--json"});
    CHECK(document["due"] == 1);
    CHECK(document["new"] == 1);
    CHECK(document["learning"] == 0);
    CHECK(document["decks"][0]["deck"] == "vault");
    CHECK(document["decks"][0]["due"] == 1);
}

TEST_CASE("contract: import --json has counts, pairs and problems", "[cli]") {
    Contract contract;
    contract.world.home.write("vault/bad.md",
                              "---\ndifficulty: medum\n---\n### Why?\n\nBecause.\n");
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

TEST_CASE("contract: show --json is one card, with its points", "[cli]") {
    Contract contract;
    const auto card = contract.read({"show", "What does a write-ahead log promise?", "--json"});
    CHECK(card["schema"] == "wengu.card");
    CHECK(card["points"][0]["title"] == "no committed change is lost, whatever fails.");
    CHECK(card["points"][0]["line"] == 8);
}

TEST_CASE("contract: an error of a --json command is an object on standard error", "[cli]") {
    Contract contract;
    const auto error_of = [&contract](const std::vector<std::string>& command, int code) {
        CHECK(contract.world.run(command) == code);
        CHECK(contract.world.printed.empty());
        return json::parse(contract.world.said)["error"];
    };
    const auto unknown = error_of({"show", "nothing", "--json"}, 2);
    CHECK(unknown["code"] == "usage");
    CHECK(unknown.value("hint", "") == "`wengu list` and `wengu search WORDS` show what there is");
    CHECK_FALSE(unknown.contains("file"));
    CHECK(unknown["message"] ==
          "there is no card \"nothing\"; `wengu list` and `wengu search WORDS` show what there is");
    CHECK(error_of({"list", "--json", "--sorted"}, 2)["message"] ==
          "there is no option --sorted; did you mean --sort?");
    CHECK(error_of({"lst", "--json"}, 2)["message"] ==
          "there is no command \"lst\"; did you mean `wengu list`?");
    contract.world.home.write("broken.db", std::string(4096, 'x'));
    const auto broken = (contract.world.home / "broken.db").string();
    CHECK(error_of({"list", "--json", "--db", broken}, 1)["code"] == "failed");
    const auto lines = contract.world.home.write("other.jsonl", "{\"row\":\"new\"}\nno JSON\n");
    const auto merge = error_of({"import", "--jsonl", lines.string(), "--json"}, 1);
    CHECK(merge.value("file", "") == lines.string());
    CHECK(merge.value("line", 0) == 2);
    CHECK_FALSE(merge.contains("hint"));
    const auto missing = (contract.world.home / "no.jsonl").string();
    CHECK(error_of({"import", "--jsonl", missing, "--json"}, 1).value("file", "") == missing);
    const auto config = contract.world.home.write(".config/wengu/config.toml", "a = 1\n[ui\n");
    const auto settings = error_of({"list", "--json"}, 2);
    CHECK(settings.value("file", "") == config.string());
    CHECK(settings.value("line", 0) == 2);
    CHECK(settings.value("hint", "") == "mend it with `wengu config edit`");
}

TEST_CASE("contract: config list --json has the meaning of each setting", "[cli]") {
    Contract contract;
    const auto document = contract.read({"config", "list", "--json"});
    for (const auto& setting : document["settings"]) {
        INFO(setting["key"]);
        CHECK(setting.value("meaning", "") != "");
    }
    CHECK(contract.world.run({"config", "list"}) == 0);
    CHECK(contract.world.printed.starts_with(
        "scheduler                    sm2          default\n"
        "    how intervals grow: sm2 (classic) or fsrs (FSRS-6)\n"));
}

TEST_CASE("contract: config list --json has every setting with its origin", "[cli]") {
    Contract contract;
    contract.world.home.write(".config/wengu/config.toml",
                              "[ui]\ntheme = \"mine\"\n[theme.mine]\ntitle = \"bold\"\n"
                              "[deck.\"db\"]\nnew_per_day = 3\n");
    contract.world.environment["WENGU_STUDY_NEW_PER_DAY"] = "9";
    const auto document = contract.read({"config", "list", "--json"});
    CHECK(document["schema"] == "wengu.config");
    CHECK(document["themes"].back() == "mine");
    std::map<std::string, json> by_key;
    for (const auto& setting : document["settings"]) {
        by_key[setting.value("section", "") + setting["key"].get<std::string>()] = setting;
    }
    CHECK(by_key["scheduler"]["origin"] == "default");
    CHECK(by_key["study.new_per_day"]["origin"] == "WENGU_STUDY_NEW_PER_DAY");
    CHECK(by_key["ui.theme"]["origin"] ==
          (contract.world.home / ".config/wengu/config.toml").string() + ":2");
    CHECK(by_key["[deck.\"db\"]study.new_per_day"]["value"] == "3");
}

TEST_CASE("contract: --plain prints a row a line with its cells between tabs", "[cli]") {
    Contract contract;
    REQUIRE(contract.world.run({"due", "--plain"}) == 0);
    CHECK(contract.world.printed == "vault\t0\t0\t1\n");
    REQUIRE(contract.world.run({"list", "is:new", "--plain"}) == 0);
    const auto row = contract.world.printed;
    CHECK(row.substr(row.find('\t')) == "\tnew\t0.0000\tvault\twal › Why is it sequential?\n");
}

TEST_CASE("contract: review --batch keeps all grades, or none of them", "[cli]") {
    Contract contract;
    auto& world = contract.world;
    const auto id = contract.read({"list", "is:new", "--json"})["cards"][0]["id"];
    const std::string line = json{{"card", id}, {"grade", 3}, {"seconds", 12.5}}.dump() + "\n";
    CHECK(world.run({"review", "--batch"}, line + "\n{\"card\": \"zzz\", \"grade\": 3}\n") == 2);
    CHECK(world.said.find("line 3: there is no card \"zzz\"") != std::string::npos);
    CHECK(contract.read({"list", "is:new", "--json"})["cards"].size() == 1);
    CHECK(world.run({"review", "--batch"}, "{\"card\": \"x\", \"grade\": 5}\n") == 2);
    CHECK(world.said.find("a grade is 1, 2, 3 or 4, not 5") != std::string::npos);

    REQUIRE(world.run({"review", "--batch", "--json"}, line) == 0);
    const auto kept = json::parse(world.printed)["grades"];
    REQUIRE(kept.size() == 1);
    CHECK(kept[0]["card"] == id);
    CHECK(kept[0]["next_review"] == "2026-03-02");
    CHECK(contract.read({"show", id, "--json", "--info"})["history"][0]["seconds"] == 12);
    REQUIRE(world.run({"undo"}) == 0);
    CHECK(contract.read({"list", "is:new", "--json"})["cards"].size() == 1);
}

}  // namespace
}  // namespace wengu
