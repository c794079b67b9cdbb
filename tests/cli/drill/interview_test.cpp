#include "support/world.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace wengu {
namespace {

using nlohmann::json;

/// A collection of four short notes, one question each.
void fill(test::World& world) {
    const char* const answers[] = {"先更新数据库，再删缓存", "令牌桶允许突发", "三次握手确认收发",
                                   "析构函数释放资源"};
    const auto folder = world.home.path() / "notes";
    std::filesystem::create_directories(folder);
    for (int i = 0; i < 4; ++i) {
        std::ofstream note{folder / ("note" + std::to_string(i) + ".md")};
        note << "---\ntags:\n- topic" << i << "\n---\n\n# 第" << i << "篇\n\n## 问题" << i
             << "是什么，为什么重要？\n\n**A：" << answers[i]
             << "。**\n\n**要点：**\n- **幂等**：重试也安全\n"
             << "- **过期时间**：五分钟内自愈\n- **监控**：不一致要能发现\n";
    }
    REQUIRE(world.run({"import", folder.string()}) == 0);
}

/// Two questions answered in full; one line of input each.
const std::vector<std::string> kLines{"",
                                      "",
                                      "要做到幂等，重试也安全。",
                                      "再加过期时间，五分钟内自愈。",
                                      "",
                                      "3",
                                      "还要监控，不一致要能发现。",
                                      "y 1",
                                      "",
                                      "",
                                      "n",
                                      "",
                                      "不知道。",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      "",
                                      ""};

std::string joined(std::size_t first, std::size_t last) {
    std::string text;
    for (auto i = first; i < std::min(last, kLines.size()); ++i) text += kLines[i] + "\n";
    return text;
}

std::vector<std::string> begin() { return {"interview", "-n", "2", "--seed", "7"}; }

json report(test::World& world) {
    REQUIRE(world.run({"interview", "report", "last", "--format", "json"}) == 0);
    auto result = json::parse(world.printed);
    for (const char* key : {"id", "started"}) result.erase(key);
    return result;
}

/// Everything the collection says of every card's schedule.
std::string schedules(test::World& world) {
    REQUIRE(world.run({"list", "--json"}) == 0);
    std::string text;
    const auto listed = json::parse(world.printed);
    for (const auto& card : listed["cards"]) {
        for (const char* key : {"id", "state", "interval_days", "reviews", "lapses", "next_review",
                                "mastery_level"}) {
            text += card[key].dump() + " ";
        }
    }
    return text;
}

TEST_CASE("interview: a whole one is played, reported and taken back", "[cli]") {
    test::World world;
    fill(world);
    const auto before = schedules(world);
    REQUIRE(world.run(begin(), joined(0, kLines.size())) == 0);
    CHECK(world.printed.find("Takeaway: ") != std::string::npos);
    const auto told = report(world);
    REQUIRE(told["questions"].size() == 2);
    const auto& first = told["questions"][0];
    CHECK(first["predicted"] == 75);
    CHECK(first["points"][0]["by"] == "user");
    CHECK(first["points"][1]["mark"] == "yes");
    CHECK(first["points"][1]["evidence"].get<std::string>().find("幂等") != std::string::npos);
    CHECK(schedules(world) != before);
    CHECK(world.run({"interview", "report", "--format", "html"}) == 0);
    CHECK(world.printed.find("http://") == std::string::npos);
    CHECK(world.printed.find("https://") == std::string::npos);
    REQUIRE(world.run({"interview", "undo", "last"}) == 0);
    CHECK(schedules(world) == before);
    CHECK(world.run({"interview", "report"}) == 1);
}

TEST_CASE("interview: cut short after any line, it goes on without loss or double counting",
          "[cli]") {
    test::World whole;
    fill(whole);
    whole.run(begin(), joined(0, kLines.size()));
    const auto wanted = report(whole);
    for (std::size_t cut = 1; cut < 14; ++cut) {
        INFO("cut after line " << cut);
        test::World world;
        fill(world);
        world.run(begin(), joined(0, cut));
        // An answer in the making is not handed in; its draft is shown and goes on.
        world.run({"interview", "--resume"}, joined(cut, kLines.size()));
        const auto told = report(world);
        REQUIRE(told["questions"].size() == wanted["questions"].size());
        for (std::size_t i = 0; i < wanted["questions"].size(); ++i) {
            CHECK(told["questions"][i]["answer"] == wanted["questions"][i]["answer"]);
            CHECK(told["questions"][i]["grade"] == wanted["questions"][i]["grade"]);
            CHECK(told["questions"][i]["points"] == wanted["questions"][i]["points"]);
        }
        int reviews = 0;
        world.run({"list", "--json"});
        const auto listed = json::parse(world.printed);
        for (const auto& card : listed["cards"]) {
            reviews += card["reviews"].get<int>();
        }
        CHECK(reviews == 2);
    }
}

TEST_CASE("interview: one left open is named before another begins, and closed only then",
          "[cli]") {
    test::World world;
    fill(world);
    world.run(begin(), joined(0, 10));  // one answer of two
    world.run({"interview", "list"});
    CHECK(world.printed.find("not finished: 1 of 2 (`wengu interview --resume`)") !=
          std::string::npos);
    world.run({"interview", "-n", "1"}, "q\n");
    CHECK(world.said.find("The mock interview of 2026-03-01 is still open: `wengu interview "
                          "--resume` goes on with it.") != std::string::npos);
    world.run({"interview", "list"});
    CHECK(world.printed.find("not finished: 1 of 2") != std::string::npos);
    world.run({"interview", "-n", "1"}, "\n");
    world.run({"interview", "list"});
    CHECK(world.printed.find("left early: 1 of 2") != std::string::npos);
    CHECK(world.printed.find("not finished") == std::string::npos);
}

TEST_CASE("interview: the probe says that one can type", "[cli]") {
    test::World world;
    fill(world);
    world.run(begin(), joined(0, kLines.size()));
    CHECK(world.printed.find("type what you would add; Enter goes on > ") != std::string::npos);
    CHECK(world.printed.find("0:30 to prepare") != std::string::npos);
}

TEST_CASE("interview: the same seed asks the same questions", "[cli]") {
    std::string first;
    for (int i = 0; i < 2; ++i) {
        test::World world;
        fill(world);
        world.run({"interview", "-n", "3", "--seed", "7", "--explain"}, "q\n");
        CHECK_FALSE(world.printed.empty());
        if (i == 0) first = world.printed;
        CHECK(world.printed == first);
    }
}

TEST_CASE("interview: a heading is asked as a sentence, and resumed as one", "[cli]") {
    test::World world;
    world.home.write("notes/bucket.md",
                     "---\nmastery_level: 0.2\n---\n\n# 令牌桶限流\n\n## 关键技术点\n\n"
                     "- **突发流量**：桶里存下的令牌允许一次发出很多请求。\n"
                     "- **平均速率**：令牌按固定的速度放入桶中。\n");
    REQUIRE(world.run({"import", "--all", (world.home / "notes").string()}) == 0);
    world.run({"interview", "-n", "1"}, "\n");
    const auto sentence = "Question 1/1: 令牌桶限流：关键技术点";
    CHECK(world.printed.find(sentence) != std::string::npos);
    world.run({"interview", "--resume"}, "q\n");
    CHECK(world.printed.find(sentence) != std::string::npos);
}

TEST_CASE("interview: what is worth little is asked only where there are too few others", "[cli]") {
    test::World world;
    fill(world);
    world.home.write(
        "notes/steps.md",
        "---\nmastery_level: 0.2\n---\n\n# Build\n\n## Step 1: compile\n\n```\nmake\n```\n");
    REQUIRE(world.run({"import", "--all", (world.home / "notes").string()}) == 0);
    REQUIRE(world.run({"list", "--json", "step"}) == 0);
    REQUIRE(json::parse(world.printed)["cards"].size() == 1);
    for (const char* seed : {"1", "2", "3", "4", "5", "6"}) {
        world.run({"interview", "-n", "2", "--seed", seed, "--explain"}, "q\n");
        CHECK(world.printed.find("Step 1") == std::string::npos);
    }
    world.run({"interview", "-n", "5", "--explain"}, "q\n");
    CHECK(world.printed.find("Step 1") != std::string::npos);
}

TEST_CASE("interview: one note gives a full interview, and says that it does", "[cli]") {
    test::World world;
    const auto folder = world.home.path() / "notes";
    std::filesystem::create_directories(folder);
    std::ofstream note{folder / "one.md"};
    note << "# 缓存\n";
    for (int i = 0; i < 5; ++i) {
        note << "\n## 第" << i << "个问题是什么？\n\n答案 " << i << "：先写库，再删缓存。\n";
    }
    note.close();
    REQUIRE(world.run({"import", folder.string()}) == 0);
    world.run({"interview", "-n", "4"}, "q\n");
    CHECK(world.printed.starts_with("Mock interview: 4 questions"));
    CHECK(world.printed.find("some share a note") != std::string::npos);
}

TEST_CASE("interview: a point missed twice becomes a card, which an import leaves alone", "[cli]") {
    test::World world;
    fill(world);
    const auto point_cards = [&] {
        world.run({"list", "kind:point", "--json"});
        return json::parse(world.printed)["cards"];
    };
    const auto folder = (world.home.path() / "notes").string();
    world.run({"list", "--json"});
    const auto listed = json::parse(world.printed);
    const std::string card = listed["cards"][0]["id"];
    const std::string nothing_known(40, '\n');
    REQUIRE(world.run({"interview", "--card", card}, "\n\n不知道。\n" + nothing_known) == 0);
    CHECK(point_cards().empty());
    world.advance(std::chrono::hours{24});
    REQUIRE(world.run({"interview", "--card", card}, "\n\n不知道。\n" + nothing_known) == 0);
    REQUIRE(point_cards().size() == 1);
    std::ofstream{world.home.path() / "notes" / "note0.md", std::ios::app} << "\n再写一句。\n";
    REQUIRE(world.run({"import", folder}) == 0);
    CHECK(point_cards().size() == 1);
    REQUIRE(world.run({"interview", "undo", "last"}) == 0);
    CHECK(point_cards().empty());
}

TEST_CASE("interview: its reports in the vault give no cards", "[cli]") {
    test::World world;
    const auto folder = world.home.path() / "notes";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "report.md"}
        << "---\ntags:\n- mock-interview\n---\n\n## 什么是缓存？\n\n放得近的副本。\n";
    REQUIRE(world.run({"import", folder.string()}) == 0);
    world.run({"list", "--json"});
    CHECK(json::parse(world.printed)["cards"].empty());
}

TEST_CASE("interview: what cannot be done is said in words", "[cli]") {
    test::World world;
    CHECK(world.run({"interview"}) == 1);
    CHECK(world.said ==
          "wengu: there is no question to ask yet; bring notes in with `wengu import PATH`\n");
    CHECK(world.run({"interview", "--resume"}) == 1);
    CHECK(world.said == "wengu: there is no mock interview to go on with\n");
    CHECK(world.run({"interview", "report", "9"}) == 1);
    CHECK(world.run({"interview", "--prep", "soon"}) == 2);
    CHECK(world.said == "wengu: --prep takes a time like 30s or 2m, not \"soon\"\n");
    fill(world);
    world.run({"interview", "-n", "9"}, "q\n");
    CHECK(world.printed.find("9 were wanted; 4 cards could be asked, 0 were asked lately") !=
          std::string::npos);
    world.environment["EDITOR"] = "false";
    world.run({"interview", "-n", "1", "--answer", "editor"},
              "\n\n幂等就是重试也安全的意思。\n\n\n\n\n\n1" + std::string(16, '\n'));
    CHECK(world.printed.find("the editor did not end well") != std::string::npos);
    CHECK(world.printed.find("Takeaway") != std::string::npos);
}

TEST_CASE("profile: is made, listed, shown and removed", "[cli]") {
    test::World world;
    CHECK(world.run({"profile", "add", "acme", "--date", "2026-03-10", "--tag", "topic0=3"}) == 0);
    CHECK(world.run({"profile", "list"}) == 0);
    CHECK(world.printed == "acme             9 days left  \n");
    CHECK(world.run({"profile", "add", "late", "--date", "2026-01-10"}) == 2);
    CHECK(world.said == "wengu: 2026-01-10 is past; a profile is for an interview to come\n");
    CHECK(world.run({"profile", "show", "acem"}) == 2);
    CHECK(world.said == "wengu: there is no profile \"acem\"; did you mean acme?\n");
    fill(world);
    CHECK(world.run({"profile", "show", "acme"}) == 0);
    CHECK(world.printed.find("predicted recall on the day") != std::string::npos);
    CHECK(world.printed.find("what is due each day will reach it\n") != std::string::npos);
    CHECK(world.run({"today", "--json"}) == 0);
    const auto interview = json::parse(world.printed)["interview"];
    CHECK(interview["predicted_recall"] == 0.0);
    CHECK(interview["drill_advice"] == "there was none yet");
    world.at("2026-03-12T09:00:00+08:00");
    CHECK(world.run({"interview", "--profile", "acme", "-n", "1"}, "q\n") == 0);
    CHECK(world.said ==
          "the interview of profile acme was on 2026-03-10; its date no longer counts\n");
    CHECK(world.run({"profile", "remove", "acme"}) == 0);
    CHECK(world.run({"profile", "list"}) == 0);
    CHECK(world.printed.empty());
}

}  // namespace
}  // namespace wengu
