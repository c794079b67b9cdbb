// The mock interview on the full screen.

#include "tui/drill_on_screen.h"
#include "core/error.h"
#include "core/text.h"
#include "library/shown_topic.h"
#include "tui/editor.h"
#include "tui/screen.h"
#include "tui/screens/drill_screen.h"
#include "tui/screens/drill_words.h"

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

    /// Of the question on the screen; empty where there is none.
    [[nodiscard]] std::string topic() const {
        const auto stage = drill().stage();
        if (stage == Stage::Plan || stage == Stage::Done) return {};
        const auto& asked = stage == Stage::FollowUp ? drill().offered() : drill().question();
        return shown_topic(asked.topic_line, context_.settings);
    }

    void draw() {
        view_.now = run_.now().at;
        view_.total_ms = std::max<std::int64_t>(0, (view_.now - began_).count());
        view_.topic = topic();
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
        view_.point = first_point();
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

    /// Where nothing is plain the first open point waits already.
    [[nodiscard]] std::size_t first_point() const {
        if (stage_ != Stage::Check || has_plain(drill().current())) return 0;
        return open_point(drill().current()).value_or(0);
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
        const auto intent = screen_options(context_, terminal_).keymap.intent(scope(), key);
        if (intent == Intent::Help && !aliasing_) return show_help(terminal_, context_, scope());
        switch (stage_) {
            case Stage::Plan: return take_at_plan(intent);
            case Stage::Prepare: return take_at_prepare(intent);
            case Stage::Answer: return take_at_answer(intent, key);
            case Stage::Predict: return take_at_predict(narrowed(key));
            case Stage::Probe: return take_at_probe(intent, key);
            case Stage::Check: return aliasing_ ? take_alias(key) : take_at_check(intent);
            case Stage::FollowUp: return take_at_follow_up(intent);
            case Stage::Return: return take_at_return(intent);
            case Stage::Done: return;
        }
    }

    [[nodiscard]] Scope scope() const {
        if (editing()) return Scope::Typing;
        return stage_ == Stage::Check ? Scope::Verdict : Scope::Interview;
    }

    void scroll(int lines) {
        view_.top = std::max(0, view_.top + lines);
        follows_ = false;
    }

    void take_at_plan(std::optional<Intent> intent) {
        if (intent == Intent::Proceed) run_.act({.kind = Kind::Begin});
        if (intent == Intent::Quit) left_ = true;
    }

    void take_at_prepare(std::optional<Intent> intent) {
        if (intent == Intent::Proceed) run_.act({.kind = Kind::Ready});
        if (intent == Intent::Context) run_.act({.kind = Kind::Context});
        if (intent == Intent::Quit) left_ = true;
    }

    void take_at_answer(std::optional<Intent> intent, const Key& key) {
        const bool speaks = run_.setup().answer == "speak" && key.kind == Key::Kind::Enter;
        if (intent == Intent::Spoken || speaks) {
            hand_in_spoken();
        } else if (intent == Intent::HandIn) {
            run_.act({.kind = Kind::Submit, .text = editor_.text()});
        } else if (intent == Intent::UseEditor) {
            write_in_editor();
        } else if (intent == Intent::Source) {
            run_.act({.kind = Kind::Context});
        } else {
            editor_.press(key);
        }
    }

    /// Nothing typed is dropped: with text on the screen the key saves it.
    void hand_in_spoken() {
        if (trim(editor_.text()).empty()) {
            run_.act({.kind = Kind::Submit, .flag = true});
            return;
        }
        keep_draft();
        const auto& keymap = screen_options(context_, terminal_).keymap;
        view_.notice = say("saved; {} hands it in", shown_key(keymap.key_for(Intent::HandIn)));
    }

    void write_in_editor() {
        keep_draft();
        terminal_.suspend([&] {
            try {
                editor_.set_text(edit_text(context_, editor_.text()));
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

    void take_at_probe(std::optional<Intent> intent, const Key& key) {
        if (key.kind == Key::Kind::Enter || intent == Intent::HandIn) {
            run_.act({.kind = Kind::Add, .text = editor_.text()});
        } else {
            editor_.press(key);
        }
    }

    /// An open point that is decided leads to the next open one.
    void mark(Mark mark) {
        const auto& points = drill().current().points;
        if (view_.point >= points.size()) return;
        const bool was_open = points[view_.point].mark == Mark::Open;
        run_.act({.kind = Kind::SetMark, .index = view_.point, .mark = mark});
        if (was_open) to_open_point();
    }

    /// The caret to the next open point, in sight; false when none is left.
    bool to_open_point() {
        const auto open = open_point(drill().current(), view_.point);
        if (!open) return false;
        view_.point = *open;
        view_.show_back = false;
        follows_ = true;
        return true;
    }

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

    void take_at_check(std::optional<Intent> intent) {
        switch (intent.value_or(Intent::Info)) {
            case Intent::Down: return move(1);
            case Intent::Up: return move(-1);
            case Intent::PageDown: return scroll(5);
            case Intent::PageUp: return scroll(-5);
            case Intent::Covered: return mark(Mark::Yes);
            case Intent::Partly: return mark(Mark::Partly);
            case Intent::Missed: return mark(Mark::No);
            case Intent::ShowAnswer: return turn_over();
            case Intent::Structure: return note_structure();
            case Intent::Delivery: return note_delivery();
            case Intent::OwnCard: return keep_point();
            case Intent::SameMeaning: return begin_alias();
            case Intent::Accept: return accept();
            case Intent::Again: return grade(Grade::Again);
            case Intent::Hard: return grade(Grade::Hard);
            case Intent::Good: return grade(Grade::Good);
            case Intent::Easy: return grade(Grade::Easy);
            case Intent::Quit: left_ = true; return;
            default: return;
        }
    }

    void turn_over() {
        view_.show_back = !view_.show_back;
        view_.top = 0;
        follows_ = !view_.show_back;
    }

    void note_structure() {
        const bool first = !drill().current().structure.value_or(false);
        run_.act({.kind = Kind::Structure, .flag = first});
        view_.notice = first ? tr("noted: conclusion first") : tr("noted: conclusion not first");
    }

    void note_delivery() {
        const int next = drill().current().delivery.value_or(0) % 3 + 1;
        run_.act({.kind = Kind::Delivery, .number = next});
        view_.notice = say("noted: delivery {} of 3", next);
    }

    void keep_point() {
        if (!run_.act({.kind = Kind::Keep, .index = view_.point})) return;
        view_.notice =
            tr("this point becomes a card of its own; at most one a day for each question");
    }

    void begin_alias() {
        if (drill().current().points.empty()) return;
        aliasing_ = true;
        editor_ = LineEditor{LineEditor::Kind::OneLine};
        view_.notice = tr("words that mean this point, then Enter");
    }

    void accept() {
        if (const auto& suggested = drill().current().suggested) return grade(*suggested);
        if (run_.act({.kind = Kind::Confirm})) {
            view_.point = 0;
            to_open_point();
            return;
        }
        if (to_open_point()) {
            view_.notice = tr("this point is yours to decide: covered, partly or not");
            return;
        }
        view_.notice = tr("there is nothing to suggest a grade from; press 1 to 4");
    }

    void grade(Grade grade) { run_.act({.kind = Kind::Grade, .number = static_cast<int>(grade)}); }

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

    void take_at_follow_up(std::optional<Intent> intent) {
        if (intent == Intent::Proceed) run_.act({.kind = Kind::Follow, .flag = true});
        if (intent == Intent::Decline) run_.act({.kind = Kind::Follow, .flag = false});
        if (intent == Intent::Quit) left_ = true;
    }

    void take_at_return(std::optional<Intent> intent) {
        if (intent == Intent::Quit) {
            left_ = true;
        } else if (!view_.show_back) {
            view_.show_back = intent == Intent::Proceed;
        } else if (intent == Intent::Affirm || intent == Intent::Decline) {
            run_.act({.kind = Kind::Recall, .flag = intent == Intent::Affirm});
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
