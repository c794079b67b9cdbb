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
    CHECK(states("先更新数据库，再删缓存，这就是我的答案。").starts_with("perhaps "));
    CHECK(states("我会先删缓存，再更新数据库，顺序反过来。").starts_with("differs "));
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
    CHECK(states(all) == "perhaps mentioned mentioned mentioned ");
}

TEST_CASE("coverage: a point that is turned down is not ticked", "[interview]") {
    const auto state = [](std::string_view said) {
        return cover(kQuestion, cache_points(), said, concepts()).points[1].state;
    };
    CHECK(state("我会用延迟双删，隔一会儿再删一次。") == PointState::Mentioned);
    CHECK(state("延迟双删没必要，隔一会儿再删一次没有意义。") != PointState::Mentioned);
}

TEST_CASE("coverage: a point that says not differs from an answer that says the opposite",
          "[interview]") {
    const std::vector<Point> points{point("不要共享可变状态", "线程之间传消息")};
    const auto hint = [&](const char* said) {
        return cover("怎么写并发代码？", points, said, concepts()).points[0];
    };
    CHECK(hint("线程之间别共享可变的状态，传消息就好。").state == PointState::Mentioned);
    const auto differs = hint("线程之间要共享可变状态，传消息太慢了。");
    CHECK(differs.state == PointState::Differs);
    REQUIRE(differs.difference);
    CHECK(*differs.difference ==
          Difference{DifferenceKind::Negation, "不要共享可变状态", "线程之间要共享可变状态"});
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

TEST_CASE("coverage: what was taken back is not held against the speaker", "[interview]") {
    const auto state = [](std::string_view said) {
        return cover(kQuestion, cache_points(), said, concepts()).points[3].state;
    };
    CHECK(state("给键设置过期时间，最坏情况下十分钟，不对，五分钟内也会自愈。") ==
          PointState::Mentioned);
    CHECK(state("给键设置过期时间，最坏情况下五分钟，不对，十分钟内也会自愈。") ==
          PointState::Differs);
}

TEST_CASE("coverage: a list of the card's words ticks nothing and says so", "[interview]") {
    const auto coverage =
        cover(kQuestion, cache_points(),
              "延迟双删，并发读写，旧值，订阅 binlog，消费者，重试，过期时间，自愈", concepts());
    CHECK(coverage.remark == Remark::WordList);
    for (const auto& hint : coverage.points) CHECK(hint.state != PointState::Mentioned);
}

TEST_CASE("coverage: nothing is crossed while enough is left over that could be it",
          "[interview]") {
    const std::vector<Point> points{
        point("Fallback", "return cached or default data, never an empty error page to anybody")};
    const auto cover_it = [&](const char* said) {
        return cover("How does a circuit breaker help?", points, said, concepts());
    };
    const auto own_words = cover_it(
        "When the thing behind it is sick we hand people yesterday's copy, so nobody has to look "
        "at a broken screen.");
    CHECK(own_words.points[0].state == PointState::Perhaps);
    CHECK_FALSE(own_words.left_over.empty());
    CHECK(cover_it("It counts slow requests, ten at most.").points[0].state == PointState::Missing);
}

TEST_CASE("coverage: an answer that differs in several places is doubted as a whole",
          "[interview]") {
    const std::vector<Point> points{
        point("Mutation comes first", "resistant variants exist before the drug is given"),
        point("Selection", "the drug kills the susceptible cells, so the resistant ones take over"),
        point("Plasmids", "genes also move sideways between species"),
        point("Cost", "without the drug resistant strains grow more slowly")};
    const auto coverage =
        cover("How does resistance arise?", points,
              "The drug is given first and resistant variants do not exist before that. The drug "
              "kills the resistant cells, so the susceptible ones take over. Genes never move "
              "sideways between species. Without the drug resistant strains grow more slowly.",
              concepts());
    CHECK(coverage.doubtful);
    for (const auto& hint : coverage.points) CHECK(hint.state != PointState::Mentioned);
    CHECK(coverage.points[1].difference->kind == DifferenceKind::Roles);
    CHECK(coverage.points[3].state == PointState::Perhaps);
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
