#include "interview/drill.h"

#include "core/random.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using Kind = DrillAction::Kind;
using namespace std::chrono_literals;

const Concepts& concepts() {
    static const Concepts list = Concepts::built_in();
    return list;
}

DrillQuestion question(const std::string& id) {
    DrillQuestion made;
    made.card_id = id;
    made.front = "缓存和数据库怎么保持一致？";
    made.back = "先更新数据库，再删缓存。";
    for (const auto& [title, detail, kind] : {std::tuple{"先更新数据库，再删缓存", "", "verdict"},
                                              std::tuple{"延迟双删", "隔几百毫秒再删一次", "item"},
                                              std::tuple{"过期时间", "五分钟内自愈", "item"}}) {
        Point point;
        point.id = title;
        point.title = title;
        point.detail = detail;
        point.kind = kind;
        made.points.push_back(point);
    }
    return made;
}

DrillPlan plan(DrillStyle style = DrillStyle::Standard) {
    DrillPlan made;
    made.style = style;
    made.questions = {question("a"), question("b")};
    made.questions[0].follow_ups = {question("a1"), question("a2")};
    return made;
}

const char* const kGood = "先更新数据库，再删缓存。然后隔几百毫秒再删一次，做延迟双删。";

/// A drill that is played with a clock of its own; every step is kept.
struct Played {
    Drill drill;
    std::vector<Step> steps = {};
    Instant now{std::chrono::hours{1}};

    bool act(DrillAction action) {
        now += 10s;
        auto step = drill.act(action, now);
        if (step) steps.push_back(*step);
        return step.has_value();
    }
};

TEST_CASE("drill: one question goes through its stages", "[interview]") {
    Played played{Drill{plan(), concepts()}};
    CHECK(played.drill.stage() == Stage::Plan);
    CHECK(played.act({Kind::Begin}));
    CHECK(played.drill.stage() == Stage::Prepare);
    CHECK(played.act({Kind::Ready}));
    CHECK(played.act({Kind::Draft, "先更新"}));
    CHECK(played.drill.draft() == "先更新");
    CHECK(played.act({Kind::Submit, kGood}));
    CHECK(played.drill.stage() == Stage::Predict);
    CHECK(played.act({.kind = Kind::Predict, .number = 75}));
    CHECK(played.drill.stage() == Stage::Probe);
    CHECK(played.drill.probe() == "you said \"然后隔几百毫秒再删一次\": why is that so?");
    CHECK(played.act({Kind::Add, "再给键设过期时间，五分钟内自愈。"}));
    CHECK(played.drill.stage() == Stage::Check);
    const auto& current = played.drill.current();
    CHECK(current.points[0].mark == Mark::Open);  // a verdict is never ticked
    CHECK(current.points[1].mark == Mark::Yes);
    CHECK(current.points[2].mark == Mark::Partly);
    CHECK(current.points[2].prompted);
    CHECK(current.duration_ms == 20'000);
    CHECK(current.latency_ms == 10'000);
    CHECK_FALSE(current.suggested);
    CHECK_FALSE(coverage_of(current));
    CHECK(played.act({.kind = Kind::Confirm}));
    CHECK(confirmed_points(current) == 2);
    CHECK_FALSE(current.suggested);  // the verdict is still open
    CHECK_FALSE(played.act({.kind = Kind::Confirm}));
    CHECK(played.act({.kind = Kind::SetMark, .index = 0, .mark = Mark::Yes}));
    CHECK(*coverage_of(current) == Approx(2.5 / 3));
    CHECK(current.suggested == Grade::Good);
    CHECK(played.act({.kind = Kind::Grade, .number = 3}));
    CHECK(played.drill.results().size() == 1);
    CHECK(played.drill.question().card_id == "b");
}

TEST_CASE("drill: actions that mean nothing at a stage do nothing", "[interview]") {
    Played played{Drill{plan(), concepts()}};
    CHECK_FALSE(played.act({.kind = Kind::Grade, .number = 3}));
    played.act({Kind::Begin});
    CHECK_FALSE(played.act({Kind::Begin}));
    CHECK_FALSE(played.act({.kind = Kind::Follow, .flag = true}));
    played.act({Kind::Submit, kGood});
    CHECK_FALSE(played.act({.kind = Kind::Predict, .number = 101}));
    played.act({Kind::Predict});
    played.act({Kind::Add});
    CHECK_FALSE(played.act({.kind = Kind::Grade, .number = 5}));
    CHECK_FALSE(played.act({.kind = Kind::SetMark, .index = 9}));
}

TEST_CASE("drill: a middling answer draws a follow-up, an empty one does not", "[interview]") {
    Played played{Drill{plan(DrillStyle::Calm), concepts()}};
    played.act({Kind::Begin});
    played.act({Kind::Submit, kGood});
    played.act({Kind::Predict});
    CHECK(played.drill.stage() == Stage::Check);  // calm: no probe
    played.act({.kind = Kind::Confirm});
    played.act({.kind = Kind::Grade, .number = 3});
    REQUIRE(played.drill.stage() == Stage::FollowUp);
    CHECK(played.drill.offered().card_id == "a1");
    played.act({.kind = Kind::Follow, .flag = true});
    CHECK(played.drill.question().card_id == "a1");
    CHECK(played.drill.current().follow_up);
    played.act({Kind::Submit, ""});
    played.act({Kind::Predict});
    CHECK(played.drill.current().remark == Remark::Empty);
    played.act({.kind = Kind::Confirm});
    CHECK(played.drill.current().suggested == Grade::Again);
    played.act({.kind = Kind::Grade, .number = 1});
    CHECK(played.drill.question().card_id == "b");
}

TEST_CASE("drill: a spoken answer has no hints, the person ticks", "[interview]") {
    Played played{Drill{plan(), concepts()}};
    played.act({Kind::Begin});
    played.act({.kind = Kind::Submit, .flag = true});
    played.act({Kind::Predict});
    REQUIRE(played.drill.stage() == Stage::Check);
    for (const auto& point : played.drill.current().points) CHECK(point.mark == Mark::No);
    played.act({.kind = Kind::SetMark, .index = 1, .mark = Mark::Yes});
    CHECK(played.drill.current().points[1].by_person);
}

TEST_CASE("drill: what differs is asked one by one, with both texts", "[interview]") {
    Played played{Drill{plan(DrillStyle::Calm), concepts()}};
    played.act({Kind::Begin});
    played.act({Kind::Submit, "先更新数据库，再删缓存。给键设过期时间，十分钟内自愈。"});
    played.act({Kind::Predict});
    const auto& point = played.drill.current().points[2];
    CHECK(point.hint.state == PointState::Differs);
    REQUIRE(point.hint.difference);
    CHECK(*point.hint.difference ==
          Difference{DifferenceKind::Number, "五分钟内自愈", "十分钟内自愈"});
    CHECK(point.mark == Mark::Open);
    played.act({.kind = Kind::Confirm});
    CHECK_FALSE(point.confirmed);
    Drill again{played.drill.plan(), concepts()};
    for (const auto& step : played.steps) {
        again.take({step.at, step.kind, step.card_id, Fields{step.fields.to_text()}});
    }
    CHECK(again.current().points[2].hint == point.hint);
    CHECK(again.current().points[1].confirmed);
}

TEST_CASE("drill: what no point explains is kept, also when the steps are taken again",
          "[interview]") {
    Played played{Drill{plan(DrillStyle::Calm), concepts()}};
    played.act({Kind::Begin});
    played.act({Kind::Submit,
                "先更新数据库，再删缓存。写完等一下再把那份副本清掉一次，防住中间插进来的旧读。"});
    played.act({Kind::Predict});
    const auto& left = played.drill.current().left_over;
    CHECK(left ==
          std::vector<std::string>{"写完等一下再把那份副本清掉一次", "防住中间插进来的旧读"});
    CHECK(open_point(played.drill.current(), 1) == 1);
    Drill again{played.drill.plan(), concepts()};
    for (const auto& step : played.steps) again.take(step);
    CHECK(again.current().left_over == left);
}

TEST_CASE("drill: steps of before there was a confirmation open, and nothing counts as confirmed",
          "[interview]") {
    Drill drill{plan(DrillStyle::Calm), concepts()};
    const Instant now{std::chrono::hours{1}};
    drill.take({now, "begin", "", {}});
    Fields answer;
    answer.set("text", kGood).set("spoken", 0).set("duration_ms", 9000).set("remark", 0);
    for (const auto& [name, state] : {std::pair{"state.0", 1}, {"state.1", 0}, {"state.2", 2}}) {
        answer.set(name, state);
    }
    drill.take({now, "answer", "a", answer});
    drill.take({now, "predict", "a", {}});
    CHECK(drill.current().points[0].mark == Mark::Open);
    CHECK(drill.current().points[1].mark == Mark::Yes);
    CHECK(drill.current().points[2].mark == Mark::No);
    drill.take({now, "grade", "a", Fields{}.set("number", 3)});
    REQUIRE(drill.results().size() == 1);
    CHECK(drill.results()[0].grade == Grade::Good);
    CHECK_FALSE(coverage_of(drill.results()[0]));
}

TEST_CASE("drill: a clock that jumps back makes a time zero", "[interview]") {
    Drill drill{plan(), concepts()};
    const Instant now{std::chrono::hours{5}};
    drill.act({Kind::Begin}, now);
    drill.act({Kind::Ready}, now - 1h);
    drill.act({Kind::Submit, kGood}, now - 2h);
    CHECK(drill.current().latency_ms == 0);
    CHECK(drill.current().duration_ms == 0);
    CHECK(drill.left_ms(now - 9h) == drill.plan().target_ms);
}

/// What a drill looks like from outside.
std::string seen(const Drill& drill) {
    std::string text = std::to_string(static_cast<int>(drill.stage())) + drill.draft();
    text += " " + std::to_string(drill.results().size());
    const bool asked = drill.stage() != Stage::Plan && drill.stage() != Stage::Done;
    if (asked) text += " " + drill.question().card_id + drill.current().answer;
    for (const auto& point : drill.current().points) {
        text += std::to_string(static_cast<int>(point.mark));
    }
    return text;
}

TEST_CASE("drill: taking the saved steps again gives the same drill, at every step",
          "[interview]") {
    Random random{20260301};
    for (int game = 0; game < 300; ++game) {
        Played played{Drill{plan(static_cast<DrillStyle>(random.below(3))), concepts()}};
        for (int i = 0; i < 60 && played.drill.stage() != Stage::Done; ++i) {
            DrillAction action;
            action.kind = static_cast<Kind>(random.below(static_cast<std::size_t>(Kind::End)));
            action.text = random.below(2) == 0 ? kGood : "换行\n和 \\ 反斜线";
            action.number = static_cast<int>(random.below(5));
            action.index = random.below(4);
            action.mark = static_cast<Mark>(random.below(3));
            action.flag = random.below(2) == 0;
            if (!played.act(action)) continue;
            Drill again{played.drill.plan(), concepts()};
            for (const auto& step : played.steps) {
                again.take({step.at, step.kind, step.card_id, Fields{step.fields.to_text()}});
            }
            REQUIRE(seen(again) == seen(played.drill));
        }
    }
}

TEST_CASE("grade: what is suggested follows from coverage, time, hint and prediction",
          "[interview]") {
    struct {
        const char* what;
        int yes;  // of ten points
        bool hint;
        int duration_s;
        int predicted;
        Grade grade;
    } const rows[] = {
        {"little", 3, false, 60, 95, Grade::Again},
        {"some", 6, false, 60, 95, Grade::Hard},
        {"most", 8, false, 60, 95, Grade::Good},
        {"all, and knew it", 10, false, 60, 95, Grade::Easy},
        {"all, but doubted", 10, false, 60, 50, Grade::Good},
        {"all, with a hint", 10, true, 60, 95, Grade::Hard},
        {"all, far over time", 10, false, 200, 95, Grade::Hard},
        {"all, a little over", 10, false, 130, 95, Grade::Good},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        QuestionResult result;
        result.points.resize(10);
        for (auto& point : result.points) point.confirmed = true;
        for (int i = 0; i < row.yes; ++i)
            result.points[static_cast<std::size_t>(i)].mark = Mark::Yes;
        result.hint_used = row.hint;
        result.duration_ms = row.duration_s * 1000;
        result.target_ms = 120'000;
        result.predicted = row.predicted;
        CHECK(suggested_grade(result) == row.grade);
    }
    CHECK_FALSE(suggested_grade(QuestionResult{}));
}

TEST_CASE("grade: one counted review a day, and early passes only where they mean something",
          "[interview]") {
    const auto effect = [](EffectInput input) {
        const auto result = effect_of(input);
        return std::pair{result.logged, result.counted};
    };
    CHECK(effect({.due = true}) == std::pair{true, true});
    CHECK(effect({.grade = Grade::Good}) == std::pair{true, false});
    CHECK(effect({.grade = Grade::Again}) == std::pair{true, true});
    CHECK(effect({.early_counts = true}) == std::pair{true, true});
    CHECK(effect({.due = true, .counted_today = true}) == std::pair{true, false});
    CHECK(effect({.due = true, .no_schedule = true}) == std::pair{false, false});
}

TEST_CASE("drill: what was missed comes back once, after the last question", "[interview]") {
    auto one = plan(DrillStyle::Tough);
    one.questions = {question("a")};
    Played played{Drill{one, concepts()}};
    played.act({.kind = Kind::Begin});
    played.act({.kind = Kind::Submit, .text = kGood});
    played.act({.kind = Kind::Predict});
    played.act({.kind = Kind::Add});
    for (std::size_t i = 0; i < 3; ++i) {
        played.act({.kind = Kind::SetMark, .index = i, .mark = i == 0 ? Mark::Yes : Mark::No});
    }
    CHECK(played.act({.kind = Kind::Keep, .index = 1}));
    played.act({.kind = Kind::Grade, .number = 2});
    REQUIRE(played.drill.stage() == Stage::Return);
    CHECK(played.drill.returning().point.title == "延迟双删");
    CHECK(played.drill.returning_number() == 2);
    CHECK(played.act({.kind = Kind::Recall, .flag = true}));
    CHECK(played.drill.returning_number() == 3);
    CHECK(played.act({.kind = Kind::Recall}));
    CHECK(played.drill.stage() == Stage::Done);
    const auto& points = played.drill.results().front().points;
    CHECK_FALSE(points[0].recalled);
    CHECK(points[1].recalled == true);
    CHECK(points[2].recalled == false);
    CHECK(points[1].kept);
    Drill again{one, concepts()};
    for (const auto& step : played.steps) again.take(step);
    CHECK(again.stage() == Stage::Done);
    CHECK(again.results().front().points[1].recalled == true);
}

}  // namespace
}  // namespace wengu
