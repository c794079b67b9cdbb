#include "interview/coverage.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

const Concepts& concepts() {
    static const Concepts list = Concepts::built_in();
    return list;
}

Point point(std::string title, std::string detail = {}, std::string kind = "item") {
    Point made;
    made.title = std::move(title);
    made.detail = std::move(detail);
    made.kind = std::move(kind);
    return made;
}

const char* const kQuestion = "缓存和数据库怎么保持一致？";

std::vector<Point> cache_points() {
    return {point("先更新数据库，再删缓存", {}, "verdict"),
            point("延迟双删", "更新之后隔几百毫秒再删一次，清掉并发读写回的旧值"),
            point("订阅 binlog", "由消费者删缓存，失败可以重试"),
            point("设置过期时间", "最坏情况下也会在 5 分钟内自愈")};
}

std::string states(std::string_view said) {
    std::string text;
    for (const auto& hint : cover(kQuestion, cache_points(), said, concepts()).points) {
        text += std::string{name_of(hint.state)} + " ";
    }
    return text;
}

TEST_CASE("coverage: what was said is found, and the words it rests on are quoted", "[interview]") {
    const std::string said =
        "我会先写库。然后过几百毫秒再删一次缓存，把别的线程写回来的旧值清掉。"
        "另外给键加过期时间，五分钟之内总会好。";
    const auto coverage = cover(kQuestion, cache_points(), said, concepts());
    CHECK(coverage.remark == Remark::None);
    CHECK(coverage.points[1].state == PointState::Mentioned);
    CHECK(coverage.points[1].sentence == 2);
    CHECK(coverage.points[2].state == PointState::Missing);
    CHECK(coverage.points[3].state == PointState::Mentioned);
    CHECK(coverage.points[3].sentence == 3);
    for (const auto& hint : coverage.points) CHECK(said.find(hint.evidence) != said.npos);
}

TEST_CASE("coverage: a verdict is always left to the person", "[interview]") {
    CHECK(states("先更新数据库，再删缓存，这就是我的答案。").starts_with("ask "));
    CHECK(states("我会先删缓存再更新数据库，顺序反过来。").starts_with("ask "));
}

TEST_CASE("coverage: nothing is ticked for what says nothing", "[interview]") {
    struct {
        const char* said;
        Remark remark;
    } const rows[] = {
        {"", Remark::Empty},
        {" \n\t", Remark::Empty},
        {"延迟双删", Remark::TooShort},
        {"hsebfsfesbfisfijsfijsfijsfnsif", Remark::None},
        {"缓存和数据库怎么保持一致？缓存和数据库怎么保持一致？", Remark::QuestionAgain},
        {"int main() {\n  cache.erase(key);\n  db.update(row);\n}\n", Remark::SourceCode},
    };
    for (const auto& row : rows) {
        INFO(row.said);
        const auto coverage = cover(kQuestion, cache_points(), row.said, concepts());
        CHECK(coverage.remark == row.remark);
        for (const auto& hint : coverage.points) CHECK(hint.state != PointState::Mentioned);
    }
    CHECK(states("") == "missing missing missing missing ");
    CHECK(cover(kQuestion, {}, "我会先写库再删缓存，然后设置过期时间", concepts()).remark ==
          Remark::NoPoints);
}

TEST_CASE("coverage: the standard answer itself covers every point", "[interview]") {
    std::string all;
    for (const auto& p : cache_points()) all += p.title + "：" + p.detail + "。";
    CHECK(states(all) == "ask mentioned mentioned mentioned ");
}

TEST_CASE("coverage: a point that is turned down is not ticked", "[interview]") {
    const auto before =
        cover(kQuestion, cache_points(), "我会用延迟双删，隔一会儿再删一次。", concepts());
    const auto after =
        cover(kQuestion, cache_points(), "延迟双删没必要，隔一会儿再删一次没有意义。", concepts());
    CHECK(before.points[1].state == PointState::Mentioned);
    CHECK(after.points[1].score < before.points[1].score);
}

TEST_CASE("coverage: a point that says not is only asked when the answer has no not",
          "[interview]") {
    const std::vector<Point> points{point("不要共享可变状态", "线程之间传消息")};
    const auto cover_it = [&](const char* said) {
        return cover("怎么写并发代码？", points, said, concepts()).points[0].state;
    };
    CHECK(cover_it("线程之间别共享可变的状态，传消息就好。") == PointState::Mentioned);
    CHECK(cover_it("线程之间要共享可变状态，传消息太慢了。") == PointState::Ask);
}

TEST_CASE("rarity: what stands in every note tells less, and few notes tell nothing",
          "[interview]") {
    Rarity rarity;
    const std::vector<Point> points{point("缓存击穿", "热点过期")};
    const auto score = [&] {
        return cover("会出什么问题？", points, "可能会有热点，一过期就出事了。", concepts(), rarity)
            .points[0]
            .score;
    };
    const double before = score();
    for (int i = 0; i < 19; ++i) rarity.add("热点数据怎么办", concepts());
    CHECK(score() == before);
    for (int i = 0; i < 81; ++i) rarity.add("热点数据怎么办", concepts());
    CHECK(score() < before);
    CHECK(score() > before / 2);
}

TEST_CASE("coverage: script, language and missing marks do not matter", "[interview]") {
    CHECK(states("另外我會設置過期時間，最壞情況下五分鐘內也會自癒。").ends_with("mentioned "));
    CHECK(
        states("嗯 然后就是 设置过期时间 最坏情况下 五分钟内 也会自愈 对").ends_with("mentioned "));
}

TEST_CASE("concepts: a user's own groups are added, and useless lines are named", "[interview]") {
    auto list = concepts();
    const int before = list.group_count();
    const auto problems = list.add("# mine\n延迟双删 | second delete\n | \n");
    CHECK(list.group_count() == before + 1);
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems[0]) ==
          ":3: this line names no words\n    write words that mean the same with | between them\n");
    const char* said = "Then I schedule a second delete for the key a moment later.";
    const auto without = cover(kQuestion, cache_points(), said, concepts()).points[1].score;
    CHECK(cover(kQuestion, cache_points(), said, list).points[1].score > without);
}

TEST_CASE("coverage: a very long answer takes time in proportion", "[interview]") {
    std::string said;
    while (said.size() < 100'000) said += "我先说一下背景，这里没有什么要点，";
    said += "最后设置过期时间，五分钟内自愈。";
    CHECK(states(said).ends_with("mentioned "));
}

}  // namespace
}  // namespace wengu
