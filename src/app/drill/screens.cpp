// The mock interview on the full screen.

#include "app/drill/modes.h"
#include "app/outside/screen.h"
#include "app/screens/drill_screen.h"
#include "app/screens/drill_words.h"
#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <ostream>

namespace wengu {
namespace {

using Kind = DrillAction::Kind;
using namespace std::chrono_literals;

constexpr auto kDraftEvery = 5s;

class ScreenDrill {
public:
    ScreenDrill(Context& context, Terminal& terminal, DrillRun& run)
        : context_{context}, terminal_{terminal}, run_{run}, began_{run.now().at} {
        view_.drill = &run.drill();
        enter_stage();
        view_.notice = run.left_open();
    }

    bool play() {
        while (!left_ && drill().stage() != Stage::Done) {
            draw();
            const auto key = terminal_.read_key(1s);
            if (key.kind == Key::Kind::Interrupt || key.kind == Key::Kind::Terminate) {
                keep_draft();
                return false;
            }
            if (key.kind != Key::Kind::None) take(key);
            mind_the_time();  // afterwards: a key clears the notice
            if (run_.now().at - drafted_ >= kDraftEvery) keep_draft();
            if (drill().stage() != stage_ || drill().results().size() != answered_) enter_stage();
        }
        return !left_;
    }

private:
    [[nodiscard]] const Drill& drill() const { return run_.drill(); }

    void draw() {
        view_.now = run_.now().at;
        view_.total_ms = std::max<std::int64_t>(0, (view_.now - began_).count());
        view_.editor = editing() ? &editor_ : nullptr;
        const auto options = screen_options(context_, terminal_);
        if (follows_) view_.top = drill_top(view_, options);
        terminal_.draw(drill_picture(view_, options));
    }

    /// Rings once when the answer is far over its time; hands it in if that was asked for.
    void mind_the_time() {
        if (rang_ || !run_.far_over()) return;
        rang_ = true;
        context_.out << '\a' << std::flush;
        view_.notice = tr("this takes half again as long as planned");
        if (!run_.must_stop()) return;
        run_.act({.kind = Kind::Submit, .text = editor_.text()});
    }

    [[nodiscard]] bool editing() const {
        return stage_ == Stage::Answer || stage_ == Stage::Predict || stage_ == Stage::Probe ||
               aliasing_;
    }

    void enter_stage() {
        stage_ = drill().stage();
        answered_ = drill().results().size();
        view_.top = 0;
        view_.point = 0;
        view_.show_back = false;
        aliasing_ = false;
        follows_ = stage_ == Stage::Check;
        rang_ = false;
        const bool many = stage_ == Stage::Answer;
        editor_ = LineEditor{many ? LineEditor::Kind::ManyLines : LineEditor::Kind::OneLine,
                             drafts() ? drill().draft() : std::string{}};
        drafted_ = run_.now().at;
        if (many && run_.setup().answer == "editor" && drill().draft().empty()) write_in_editor();
    }

    [[nodiscard]] bool drafts() const { return stage_ == Stage::Answer || stage_ == Stage::Probe; }

    void keep_draft() {
        drafted_ = run_.now().at;
        const bool stays = drafts() && drill().stage() == stage_;
        if (!stays || editor_.text() == drill().draft()) return;
        run_.act({.kind = Kind::Draft, .text = editor_.text()});
    }

    void take(const Key& key) {
        if (key.kind == Key::Kind::Resize || key.kind == Key::Kind::Redraw) return;
        view_.notice.clear();
        if (key.kind == Key::Kind::PageDown) return scroll(5);
        if (key.kind == Key::Kind::PageUp) return scroll(-5);
        switch (stage_) {
            case Stage::Plan: return take_at_plan(narrowed(key));
            case Stage::Prepare: return take_at_prepare(narrowed(key));
            case Stage::Answer: return take_at_answer(key);
            case Stage::Predict: return take_at_predict(narrowed(key));
            case Stage::Probe: return take_at_probe(key);
            case Stage::Check: return aliasing_ ? take_alias(key) : take_at_check(narrowed(key));
            case Stage::FollowUp: return take_at_follow_up(narrowed(key));
            case Stage::Return: return take_at_return(narrowed(key));
            case Stage::Done: return;
        }
    }

    void scroll(int lines) {
        view_.top = std::max(0, view_.top + lines);
        follows_ = false;
    }

    static bool is(const Key& key, std::string_view text, bool ctrl = false) {
        return key.kind == Key::Kind::Text && key.text == text && key.ctrl == ctrl && !key.alt;
    }

    void take_at_plan(const Key& key) {
        if (key.kind == Key::Kind::Enter) run_.act({.kind = Kind::Begin});
        if (is(key, "q")) left_ = true;
    }

    void take_at_prepare(const Key& key) {
        if (key.kind == Key::Kind::Enter) run_.act({.kind = Kind::Ready});
        if (is(key, "c")) run_.act({.kind = Kind::Context});
        if (is(key, "q")) left_ = true;
    }

    void take_at_answer(const Key& key) {
        const bool speaks = run_.setup().answer == "speak";
        if (is(key, "s", true) || (speaks && key.kind == Key::Kind::Enter)) {
            run_.act({.kind = Kind::Submit, .flag = true});
        } else if (is(key, "d", true)) {
            run_.act({.kind = Kind::Submit, .text = editor_.text()});
        } else if (is(key, "e", true)) {
            write_in_editor();
        } else if (is(key, "t", true)) {
            run_.act({.kind = Kind::Context});
        } else {
            editor_.press(key);
        }
    }

    void write_in_editor() {
        keep_draft();
        terminal_.suspend([&] {
            try {
                editor_.set_text(run_.edited(editor_.text()));
            } catch (const Error& error) {
                view_.notice = error.what();
            }
        });
        keep_draft();
    }

    void take_at_predict(const Key& key) {
        if (key.kind != Key::Kind::Enter) {
            editor_.press(key);
            return;
        }
        const auto predicted = prediction(number_in<int>(trim(editor_.text())));
        if (!predicted && !trim(editor_.text()).empty()) {
            view_.notice = tr("a number from 0 to 100, or nothing");
            return;
        }
        run_.act({.kind = Kind::Predict, .number = predicted});
    }

    void take_at_probe(const Key& key) {
        if (key.kind == Key::Kind::Enter || is(key, "d", true)) {
            run_.act({.kind = Kind::Add, .text = editor_.text()});
        } else {
            editor_.press(key);
        }
    }

    void mark(Mark mark) { run_.act({.kind = Kind::SetMark, .index = view_.point, .mark = mark}); }

    /// To the next point; beyond the last one, and in the answer, the page scrolls.
    void move(int by) {
        const auto points = drill().current().points.size();
        const bool past_last = by > 0 && view_.point + 1 >= points;
        const bool scrolled = by < 0 && !follows_ && view_.top > 0;
        if (view_.show_back || past_last || scrolled) return scroll(by);
        follows_ = true;
        if (by > 0) {
            ++view_.point;
        } else {
            view_.point -= view_.point > 0;
        }
    }

    void take_at_check(const Key& key) {
        if (key.kind == Key::Kind::Down || is(key, "j")) {
            move(1);
        } else if (key.kind == Key::Kind::Up || is(key, "k")) {
            move(-1);
        } else if (is(key, " ") || is(key, "y")) {
            mark(Mark::Yes);
        } else if (is(key, "p")) {
            mark(Mark::Partly);
        } else if (key.kind == Key::Kind::Backspace || is(key, "n")) {
            mark(Mark::No);
        } else if (is(key, "v")) {
            view_.show_back = !view_.show_back;
            view_.top = 0;
            follows_ = !view_.show_back;
        } else if (is(key, "s")) {
            const bool first = !drill().current().structure.value_or(false);
            run_.act({.kind = Kind::Structure, .flag = first});
            view_.notice =
                first ? tr("noted: conclusion first") : tr("noted: conclusion not first");
        } else if (is(key, "d")) {
            const int next = drill().current().delivery.value_or(0) % 3 + 1;
            run_.act({.kind = Kind::Delivery, .number = next});
            view_.notice = say("noted: delivery {} of 3", next);
        } else if (is(key, "+") && run_.act({.kind = Kind::Keep, .index = view_.point})) {
            view_.notice =
                tr("this point becomes a card of its own; at most one a day for each question");
        } else if (is(key, "a") && !drill().current().points.empty()) {
            aliasing_ = true;
            editor_ = LineEditor{LineEditor::Kind::OneLine};
            view_.notice = tr("words that mean this point, then Enter");
        } else {
            take_grade(key);
        }
    }

    void take_grade(const Key& key) {
        const auto& suggested = drill().current().suggested;
        if (key.kind == Key::Kind::Enter && suggested) {
            run_.act({.kind = Kind::Grade, .number = static_cast<int>(*suggested)});
        } else if (key.kind == Key::Kind::Enter) {
            if (run_.act({.kind = Kind::Confirm})) return;
            view_.notice = tr("there is nothing to suggest a grade from; press 1 to 4");
        } else if (key.kind == Key::Kind::Text) {
            run_.act({.kind = Kind::Grade, .number = number_in<int>(trim(key.text))});
        }
    }

    void take_alias(const Key& key) {
        if (key.kind == Key::Kind::Escape) {
            aliasing_ = false;
        } else if (key.kind == Key::Kind::Enter) {
            run_.add_alias(view_.point, editor_.text());
            aliasing_ = false;
            view_.notice = tr("remembered for the next answer");
        } else {
            editor_.press(key);
        }
    }

    void take_at_follow_up(const Key& key) {
        if (key.kind == Key::Kind::Enter) run_.act({.kind = Kind::Follow, .flag = true});
        if (is(key, "n")) run_.act({.kind = Kind::Follow, .flag = false});
    }

    void take_at_return(const Key& key) {
        if (is(key, "q")) {
            left_ = true;
        } else if (!view_.show_back) {
            view_.show_back = key.kind == Key::Kind::Enter || is(key, " ");
        } else if (is(key, "y") || is(key, "n")) {
            run_.act({.kind = Kind::Recall, .flag = is(key, "y")});
            view_.show_back = false;
            view_.top = 0;
        }
    }

    Context& context_;
    Terminal& terminal_;
    DrillRun& run_;
    Instant began_;
    Instant drafted_{};
    DrillView view_;
    LineEditor editor_;
    Stage stage_ = Stage::Plan;
    std::size_t answered_ = 0;
    bool aliasing_ = false;
    bool left_ = false;
    bool follows_ = false;  ///< The chosen point is kept in sight.
    bool rang_ = false;
};

}  // namespace

bool drill_on_screen(Context& context, Terminal& terminal, DrillRun& run) {
    return ScreenDrill{context, terminal, run}.play();
}

}  // namespace wengu
