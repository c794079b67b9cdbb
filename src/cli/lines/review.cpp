#include "cli/lines/review.h"

#include "cli/lines/linear.h"
#include "core/message.h"
#include "tui/print.h"

#include <istream>

namespace wengu {
namespace {

class LineReview {
public:
    LineReview(Context& context, std::ostream& out, ReviewPresenter& desk)
        : context_{context}, out_{out}, desk_{desk}, keymap_{context.settings.text("ui.keys")} {}

    void run() {
        while (!desk_.session().done()) {
            show_card();
            prompt();
            std::string line;
            if (!std::getline(context_.in, line)) {
                print(out_, "\n");
                break;
            }
            if (!obey(line)) break;
        }
    }

private:
    /// The question once per card, the answer once it is revealed.
    void show_card() {
        const auto view = desk_.view();
        const auto place = std::pair{view.position, view.front};
        if (place != shown_) {
            print(out_, "{}", linear::question(view));
            shown_ = place;
            answered_ = false;
        }
        if (view.revealed && !answered_) {
            print(out_, "{}", linear::answer(view));
            answered_ = true;
        }
    }

    void prompt() {
        const auto view = desk_.view();
        print(out_, "{}",
              view.revealed ? linear::grade_prompt(view) : linear::question_prompt(view));
        out_.flush();
    }

    /// Whether to go on.
    bool obey(const std::string& line) {
        if (!context_.in_is_terminal) print(out_, "{}\n", line);
        const auto intent = linear::intent(line, keymap_);
        if (!intent) {
            print(out_, "{}", linear::help(keymap_));
            return true;
        }
        const auto why_not = refusal(*intent, desk_.view(), keymap_);
        if (!why_not.empty()) {
            print(out_, "{}\n", why_not);
            return true;
        }
        return act(*intent);
    }

    bool act(Intent intent) {
        auto& sitting = desk_.sitting();
        switch (intent) {
            case Intent::Reveal:
                sitting.press(Action::Reveal);  // once revealed: only asked again
                return true;
            case Intent::Again: return grade(Grade::Again);
            case Intent::Hard: return grade(Grade::Hard);
            case Intent::Good: return grade(Grade::Good);
            case Intent::Easy: return grade(Grade::Easy);
            case Intent::Undo: shown_ = {}; return step(Action::Undo);
            case Intent::Bury: return step(Action::Bury);
            case Intent::Suspend: return step(Action::Suspend);
            case Intent::Flag: sitting.press(Action::Flag); return true;
            case Intent::Edit:
                sitting.press(Action::Edit);
                shown_ = {};
                print(out_, "{}{}", sitting.edit_trouble(),
                      sitting.edit_trouble().empty() ? "" : "\n");
                return true;
            case Intent::Hint:
                ++desk_.asked().points_shown;
                print(out_, "{}", linear::point(desk_.view()));
                return true;
            case Intent::Context: print(out_, "{}", linear::context(desk_.view())); return true;
            case Intent::Type: return type();
            case Intent::Quit: return false;
            default: print(out_, "{}", linear::help(keymap_)); return true;
        }
    }

    bool step(Action action) {
        remark(desk_.sitting().press(action));
        return true;
    }

    void remark(const std::optional<SessionEvent>& event) {
        const auto text = remark_on(event, desk_.sitting(), keymap_);
        if (!text.empty()) print(out_, "{}\n", text);
    }

    bool grade(Grade grade) {
        const auto event = desk_.sitting().press(Action::Grade, grade);
        shown_ = {};
        if (event && std::holds_alternative<Graded>(*event)) {
            const auto& graded = std::get<Graded>(*event);
            const int left = desk_.session().done() ? 0 : desk_.session().left();
            print(
                out_, "{}",
                linear::graded(grade, desk_.return_after(graded), desk_.sitting().counts(), left));
        }
        remark(event);
        return true;
    }

    /// One line of the user's own answer, shown again above the card's.
    bool type() {
        print(out_, "{}", tr("Your answer, on one line > "));
        out_.flush();
        std::string text;
        if (!std::getline(context_.in, text)) return false;
        if (!context_.in_is_terminal) print(out_, "{}\n", text);
        desk_.asked().typed = text;
        desk_.sitting().press(Action::Reveal);
        return true;
    }

    Context& context_;
    std::ostream& out_;
    ReviewPresenter& desk_;
    Keymap keymap_;
    std::pair<int, std::string> shown_;
    bool answered_ = false;
};

}  // namespace

void review_in_lines(Context& context, std::ostream& out, ReviewPresenter& desk) {
    LineReview{context, out, desk}.run();
}

}  // namespace wengu
