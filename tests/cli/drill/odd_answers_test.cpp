// Answers that are none, or no usual ones: each is dealt with in words, and nothing is
// made up about it.

#include "support/world.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace wengu {
namespace {

using nlohmann::json;

const char* const kQuestion = "怎样保证缓存和数据库一致？";

/// What a mock interview of one question in calm style makes of an answer.
struct Heard {
    std::string printed;
    json question;
    int ticks = 0;
};

class Room {
public:
    explicit Room(const std::string& answer =
                      "**要点：**\n- **幂等**：重试也安全\n"
                      "- **过期时间**：五分钟内自愈\n"
                      "- **监控**：不一致要能发现\n") {
        world.home.write("notes/cache.md",
                         "# 缓存\n\n## " + std::string{kQuestion} + "\n\n" + answer);
        REQUIRE(world.run({"import", (world.home / "notes").string()}) == 0);
    }

    Heard hear(const std::string& said, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"interview", "-n", "1", "--style", "calm", "--relax"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const std::string rest = "\n3\n" + std::string(9, '\n');
        REQUIRE(world.run(arguments, "\n\n" + said + "\n" + rest) == 0);
        Heard heard{.printed = world.printed, .question = {}};
        REQUIRE(world.run({"interview", "report", "last", "--format", "json"}) == 0);
        heard.question = json::parse(world.printed)["questions"][0];
        for (const auto& point : heard.question["points"]) heard.ticks += point["mark"] == "yes";
        return heard;
    }

    test::World world;
};

TEST_CASE("odd answers: each is said to be what it is, and no point is ticked", "[cli]") {
    struct {
        const char* what;
        std::string said;
        std::string remark;
    } const rows[] = {
        {"nothing", "", "nothing was said"},
        {"one word", "幂等\n", "too short to tell what it covers"},
        {"the question again", std::string{kQuestion} + kQuestion + "\n",
         "this is hardly more than the question"},
        {"pasted source",
         "void retry() {\n  cache.erase(key);  // 幂等 重试\n  db.update(row);\n}\n",
         "this looks like source code"},
        {"a language the card cannot be compared in",
         "Нужно обновить базу данных, а потом удалить запись из кэша.\n",
         "this is in another language than the card; most points are yours to judge"},
        {"gibberish", "hsebfsfesbfisfijsfijsfijsfnsif\n", ""},
        {"fillers", "嗯 那个 就是 怎么说呢 呃 我想一下 对\n", ""},
    };
    Room room;
    for (const auto& row : rows) {
        INFO(row.what);
        const auto heard = room.hear(row.said);
        CHECK(heard.ticks == 0);
        CHECK(heard.question["remark"] == row.remark);
        if (!row.remark.empty()) CHECK(heard.printed.find(row.remark) != std::string::npos);
        room.world.advance(std::chrono::hours{24});
    }
}

TEST_CASE("odd answers: an interview held in English says so when the answer is in Chinese",
          "[cli]") {
    Room room;
    REQUIRE(room.world.run({"profile", "add", "acme", "--language", "en"}) == 0);
    const auto chinese = room.hear("首先接口要做到幂等，这样重试也安全。\n", {"--profile", "acme"});
    CHECK(chinese.question["remark"] ==
          "this interview is held in another language than this answer");
    CHECK(chinese.ticks == 1);  // it was heard all the same
    room.world.advance(std::chrono::hours{24});
    const auto english =
        room.hear("Make it idempotent, so that a retry is safe.\n", {"--profile", "acme"});
    CHECK(english.question["remark"] == "");
}

TEST_CASE("odd answers: a hundred kilobytes are read to the end", "[cli]") {
    Room room;
    std::string said;
    while (said.size() < 100'000) said += "我先说一下背景，这里没有什么要点，";
    const auto heard = room.hear(said + "最后设置过期时间，五分钟内自愈。\n");
    CHECK(heard.question["answer"].get<std::string>().size() > 100'000);
    CHECK(heard.question["points"][1]["mark"] == "yes");
    CHECK(heard.ticks == 1);
}

TEST_CASE("odd answers: a card without points gets no feedback but the answer itself", "[cli]") {
    Room room{"![图](a.png)\n"};
    room.world.run({"list", "--json"});
    const auto cards = json::parse(room.world.printed)["cards"];
    REQUIRE(cards.size() == 1);
    REQUIRE(cards[0]["points"].empty());
    const auto heard = room.hear("要做到幂等，重试也安全，还要有过期时间。\n");
    CHECK(heard.question["remark"] == "this card has no points to compare with");
    CHECK(heard.question["coverage"] == nullptr);
    CHECK(heard.question["suggested"] == nullptr);
    CHECK(heard.question["grade"] == 3);
}

}  // namespace
}  // namespace wengu
