#include "tui/screens/drill_screen.h"

#include "support/in_chinese.h"
#include "tui/screens/golden.h"
#include "tui/screens/samples.h"

namespace wengu {
namespace {

using Kind = DrillAction::Kind;
using namespace std::chrono_literals;

const Concepts& concepts() {
    static const Concepts list = Concepts::built_in();
    return list;
}

DrillPlan one_question() {
    DrillQuestion question;
    question.card_id = "a";
    question.front = "数据库和缓存双写，怎样保证最终一致？";
    question.back = test::kChineseAnswer;
    question.place = "backend/缓存一致性.md:42";
    question.context = "缓存一致性 > 常见问题";
    for (const auto& [title, detail] : {std::pair{"先更新数据库", "以它为准"},
                                        std::pair{"再删除缓存", "删除是幂等的，并发时不会写回旧值"},
                                        std::pair{"过期时间兜底", "最坏也只旧几分钟"}}) {
        Point point;
        point.id = point.title = title;
        point.detail = detail;
        point.kind = "item";
        question.points.push_back(point);
    }
    DrillPlan plan;
    plan.questions = {question};
    return plan;
}

/// With points that can be missed, said differently or said in other words.
DrillPlan open_question() {
    auto plan = one_question();
    auto& points = plan.questions.front().points;
    points.clear();
    for (const auto& [title, detail] :
         {std::pair{"先更新数据库，再删缓存", ""}, std::pair{"延迟双删", "隔几百毫秒再删一次"},
          std::pair{"过期时间", "五分钟内自愈"}}) {
        Point point;
        point.id = point.title = title;
        point.detail = detail;
        point.kind = "item";
        points.push_back(point);
    }
    plan.style = DrillStyle::Calm;
    return plan;
}

/// A drill as far as `steps` go, ten seconds each, drawn at every size.
class Drawn {
public:
    explicit Drawn(DrillPlan plan = one_question()) : drill_{std::move(plan), concepts()} {}

    [[nodiscard]] const QuestionResult& current() const { return drill_.current(); }

    void act(const DrillAction& action) {
        now_ += 10s;
        drill_.act(action, now_);
    }

    void draw(const std::string& name) {
        LineEditor editor{LineEditor::Kind::ManyLines, text};
        DrillView view;
        view.drill = &drill_;
        view.now = now_ + 15s;
        view.editor = &editor;
        view.point = point;
        view.show_back = show_back;
        view.total_ms = 75'000;
        view.topic = "缓存一致性 › 更新的次序";
        for (const auto size : test::kSizes) {
            if (point > 0) view.top = drill_top(view, {.size = size});
            test::check_picture(name, drill_picture(view, {.size = size}), size);
        }
    }

    std::string text;
    std::size_t point = 0;
    bool show_back = false;

private:
    Drill drill_;
    Instant now_{std::chrono::hours{1}};
};

TEST_CASE("drill screen: every stage fits every size", "[screens]") {
    Drawn drawn;
    drawn.draw("drill-plan");
    drawn.act({.kind = Kind::Begin});
    drawn.draw("drill-prepare");
    drawn.act({.kind = Kind::Context});
    drawn.act({.kind = Kind::Ready});
    drawn.text = "先更新数据库，成功以后再删除缓存；\n删除失败就重试";
    drawn.draw("drill-answer");
    drawn.act({.kind = Kind::Submit, .text = drawn.text});
    drawn.text = "75";
    drawn.draw("drill-predict");
    drawn.act({.kind = Kind::Predict, .number = 75});
    drawn.text.clear();
    drawn.draw("drill-probe");
    drawn.act({.kind = Kind::Add});
    drawn.draw("drill-points");
    drawn.show_back = true;
    drawn.draw("drill-back");
    drawn.act({.kind = Kind::SetMark, .index = 2, .mark = Mark::No});
    drawn.act({.kind = Kind::Grade, .number = 3});
    drawn.show_back = false;
    drawn.draw("drill-return");
    drawn.show_back = true;
    drawn.draw("drill-return-shown");
}

/// The checklist of `answer` to the question above, its plain findings confirmed.
Drawn confirmed(const std::string& answer) {
    Drawn drawn{open_question()};
    drawn.act({.kind = Kind::Begin});
    drawn.act({.kind = Kind::Submit, .text = answer});
    drawn.act({.kind = Kind::Predict, .number = 75});
    drawn.act({.kind = Kind::Confirm});
    return drawn;
}

TEST_CASE("drill screen: what differs shows both texts until it is decided", "[screens]") {
    auto drawn = confirmed("先更新数据库，再删缓存。给键设过期时间，十分钟内自愈。");
    REQUIRE(open_point(drawn.current()) == 2);
    drawn.point = 2;
    drawn.draw("drill-differs");
    {
        const test::InChinese chinese;
        drawn.draw("zh-drill-differs");
    }
    drawn.act({.kind = Kind::SetMark, .index = 2, .mark = Mark::Partly});
    CHECK_FALSE(open_point(drawn.current()));
    drawn.draw("drill-suggested");
}

TEST_CASE("drill screen: an open point shows what it may have been", "[screens]") {
    auto drawn =
        confirmed("先更新数据库，再删缓存。写完等一下再把那份副本清掉一次，防住中间插进来的旧读。");
    REQUIRE(open_point(drawn.current()) == 1);
    CHECK(open_point(drawn.current(), 2) == 2);
    CHECK(open_point(drawn.current(), 3) == 1);
    drawn.point = 1;
    drawn.draw("drill-perhaps");
    {
        const test::InChinese chinese;
        drawn.draw("zh-drill-perhaps");
    }
}

}  // namespace
}  // namespace wengu
