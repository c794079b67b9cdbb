// Each kind of difference, and what looks like one and is none.

#include "interview/coverage.h"
#include "interview/repairs.h"
#include "interview/suggest.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

const Concepts& concepts() {
    static const Concepts list = Concepts::built_in();
    return list;
}

/// A point of one line, "title: detail", held against what was said.
PointHint hint(const char* title, const char* detail, const char* said) {
    Point point;
    point.title = title;
    point.detail = detail;
    point.kind = "item";
    return cover("?", {point}, said, concepts()).points[0];
}

struct Row {
    const char* title;
    const char* detail;
    const char* said;
    const char* kind;  ///< "" for none.
};

std::string kind_of(const Row& row) {
    const auto found = hint(row.title, row.detail, row.said);
    return found.difference ? std::string{name_of(found.difference->kind)} : "";
}

TEST_CASE("difference: its kind is named", "[interview]") {
    const Row rows[] = {
        {"TTL", "the key is kept for 24 hours", "The key is kept for 24 minutes.", "number"},
        {"重试", "最多重试 3 次，再失败就告警", "失败了最多重试 30 次，然后告警。", "number"},
        {"外核", "S 波在 2900 公里深处消失", "S 波到了 2900 米深的地方就消失了。", "number"},
        {"删而不改", "缓存只删除不更新", "缓存这块是更新而不是删除。", "negation"},
        {"Unit", "randomise by user, not by session", "Randomise by session, not by user.",
         "negation"},
        {"写的顺序", "先更新数据库，再删除缓存", "先删除缓存，再更新数据库。", "order"},
        {"Scope", "I cut scope before asking for help",
         "I asked for help first and only cut scope at the end.", "order"},
        {"Threshold", "lowering it raises recall and lowers precision",
         "Lowering the threshold lowers recall and raises precision.", "antonym"},
        {"谁生成", "key 由客户端生成", "key 由服务端生成。", "antonym"},
        {"Selection", "the drug kills the susceptible cells, so the resistant ones take over",
         "The drug kills the resistant cells, so the susceptible ones take over.", "roles"},
    };
    for (const auto& row : rows) {
        INFO(row.said);
        CHECK(kind_of(row) == row.kind);
    }
}

TEST_CASE("difference: other ways to say the same are none", "[interview]") {
    const Row rows[] = {
        {"TTL", "the key is kept for 24 hours", "We keep the key for one whole day, 24 h.", ""},
        {"兜底", "每个键都设过期时间，一般 30 分钟", "每个键都带过期时间，一般设半小时。", ""},
        {"Page", "a page of 2 MB is mapped at once", "At once it maps a page of 2048 kb or 2 MB.",
         ""},
        {"Calm", "never touch the weight early", "You don't touch the weight early.", ""},
        {"复制", "避免昂贵的深拷贝", "这样就不用做昂贵的深拷贝了。", ""},
        {"回滚", "先回滚，再查原因", "查原因之前先回滚。", ""},
        {"Vent", "let steam out before putting the weight on",
         "The weight only goes on after you have let the steam out.", ""},
        {"Threshold", "lowering it raises recall and lowers precision",
         "If I lower it, recall goes up and precision goes down.", ""},
        {"Mistakes", "4xx answers do not count as failures",
         "I wouldn't count 4xx answers as failures.", ""},
        {"会不会", "岗位会消失", "岗位会不会消失？会消失的。", ""},
    };
    for (const auto& row : rows) {
        INFO(row.said);
        CHECK(kind_of(row).empty());
        CHECK(hint(row.title, row.detail, row.said).state != PointState::Differs);
    }
}

/// What is left of a text when what was taken back is gone.
std::string kept(std::string_view said) {
    auto clauses = clauses_of(said);
    take_back(clauses);
    std::string text;
    for (const auto& clause : clauses) {
        for (const auto& word : clause.words) {
            if (word.kind != Word::Kind::Break) text += word.text + " ";
        }
    }
    return text;
}

TEST_CASE("repairs: words taken back are gone, the words that did it too", "[interview]") {
    CHECK(kept("the pressure is fifteen no ten psi") == kept("the pressure is ten psi"));
    CHECK(kept("you write the page first no you write the log first") ==
          kept("you write the log first"));
    CHECK(kept("two weeks early, sorry, two days early") == kept("two days early"));
    CHECK(kept("先删缓存 啊不对 应该是先更新数据库") == kept("先更新数据库"));
    CHECK(kept("夏天用温水 哦不 夏天用冰水") == kept("夏天用冰水"));
    CHECK(kept("两个月 不是两个月 两周") == kept("两周"));
}

TEST_CASE("repairs: a no that takes nothing back stays", "[interview]") {
    for (const char* said : {"a minor fault needs no disk it only gets mapped", "没有必要这么做",
                             "No, I would not do that.", "这是应该的"}) {
        INFO(said);
        std::string all;
        for (const auto& word : words_of(said)) {
            if (word.kind != Word::Kind::Break) all += word.text + " ";
        }
        CHECK(kept(said) == all);
    }
}

Coverage of(std::initializer_list<PointState> states) {
    Coverage coverage;
    for (const auto state : states) {
        coverage.points.emplace_back();
        coverage.points.back().state = state;
    }
    return coverage;
}

TEST_CASE("suggestion: the grade if the plain findings are right, or none", "[interview]") {
    using enum PointState;
    struct {
        Coverage coverage;
        std::optional<Grade> grade;
    } const rows[] = {
        {of({Mentioned, Mentioned, Mentioned, Missing}), Grade::Good},
        {of({Mentioned, Mentioned, Missing, Missing}), Grade::Hard},
        {of({Mentioned, Missing, Missing, Missing}), Grade::Again},
        {of({Mentioned, Mentioned, Mentioned, Perhaps}), Grade::Good},
        {of({Mentioned, Mentioned, Differs, Differs}), Grade::Hard},
        {of({Mentioned, Perhaps, Perhaps, Perhaps}), std::nullopt},
        {of({Perhaps, Perhaps}), std::nullopt},
        {of({}), std::nullopt},
    };
    for (const auto& row : rows) {
        CHECK(suggested_grade(row.coverage, std::vector<Point>(row.coverage.points.size())) ==
              row.grade);
    }
}

TEST_CASE("suggestion: never Good for an answer in doubt or mostly in other words", "[interview]") {
    using enum PointState;
    auto coverage = of({Mentioned, Mentioned, Mentioned});
    const std::vector<Point> points(3);
    coverage.doubtful = true;
    CHECK(suggested_grade(coverage, points) == Grade::Hard);
    coverage.doubtful = false;
    coverage.own_words = true;
    CHECK_FALSE(suggested_grade(coverage, points));
}

TEST_CASE("suggestion: a verdict that differs is Again", "[interview]") {
    using enum PointState;
    std::vector<Point> points(4);
    points[0].kind = "verdict";
    CHECK(suggested_grade(of({Differs, Mentioned, Mentioned, Mentioned}), points) == Grade::Again);
}

}  // namespace
}  // namespace wengu
