#include "tui/screens/drill_screen.h"

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

/// A drill as far as `steps` go, ten seconds each, drawn at every size.
class Drawn {
public:
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
        view.show_back = show_back;
        view.total_ms = 75'000;
        view.topic = "缓存一致性 › 更新的次序";
        for (const auto size : test::kSizes) {
            test::check_picture(name, drill_picture(view, {.size = size}), size);
        }
    }

    std::string text;
    bool show_back = false;

private:
    Drill drill_{one_question(), concepts()};
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

}  // namespace
}  // namespace wengu
