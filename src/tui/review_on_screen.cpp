// The review on the full screen.

#include "tui/review_on_screen.h"
#include "core/error.h"
#include "library/sittings/answer_draft.h"
#include "tui/browse.h"
#include "tui/card_view.h"
#include "tui/editor.h"
#include "tui/images.h"
#include "tui/screen.h"

#include <algorithm>
#include <tuple>

namespace wengu {
namespace {

/// A pause in typing this long keeps what there is.
constexpr std::chrono::seconds kKeepDraftEvery{5};

class ScreenReview {
public:
    ScreenReview(const Environment& environment, Terminal& terminal, ReviewPresenter& desk)
        : environment_{environment}, terminal_{terminal}, desk_{desk} {}

    Left run() {
        while (!left_) {
            draw();
            take(terminal_.read_key());
        }
        return *left_;
    }

private:
    [[nodiscard]] ScreenOptions options() const { return screen_options(environment_, terminal_); }
    [[nodiscard]] bool at_end() const { return desk_.session().done(); }

    void draw() {
        drawn_with_ = options();
        if (at_end()) {
            terminal_.draw(summary_picture(desk_.summary(), options()));
        } else {
            terminal_.draw(review_picture(desk_.view(), options()));
        }
    }

    void take(const Key& key) {
        using enum Key::Kind;
        if (key.kind == Resize) return keep_place();
        if (key.kind == Redraw || key.kind == None || key.kind == Paste) return;
        if (key.kind == Interrupt || key.kind == Terminate) return leave(Left::Interrupted);
        desk_.asked().notice.clear();
        const auto keymap = options().keymap;
        const auto intent = keymap.intent(Scope::Review, key);
        if (at_end()) return take_at_end(intent);
        if (!intent) {
            desk_.asked().notice = unknown_key(key, keymap);
            return;
        }
        const auto why_not = refusal(*intent, desk_.view(), keymap);
        if (!why_not.empty()) {
            desk_.asked().notice = why_not;
            return;
        }
        if (!study(*intent)) look(*intent);
    }

    void take_at_end(std::optional<Intent> intent) {
        if (intent == Intent::Undo && desk_.session().can_undo()) {
            desk_.unsaid().clear();
            step(Action::Undo);
        } else if (intent == Intent::Search) {
            search();
        } else if (intent == Intent::Help) {
            show_help(terminal_, environment_, Scope::Review);
        } else if (intent != Intent::Undo) {
            leave(Left::Finished);
        }
    }

    void leave(Left how) { left_ = how; }

    /// What changes the session; false for what only changes the picture.
    bool study(Intent intent) {
        auto& sitting = desk_.sitting();
        switch (intent) {
            case Intent::Reveal:
                if (desk_.session().revealed()) {
                    grade(Grade::Good);
                } else {
                    sitting.press(Action::Reveal);
                    desk_.asked().top = 0;
                }
                return true;
            case Intent::Again: grade(Grade::Again); return true;
            case Intent::Hard: grade(Grade::Hard); return true;
            case Intent::Good: grade(Grade::Good); return true;
            case Intent::Easy: grade(Grade::Easy); return true;
            case Intent::Undo: step(Action::Undo); return true;
            case Intent::Bury: step(Action::Bury); return true;
            case Intent::Suspend: step(Action::Suspend); return true;
            case Intent::Flag: sitting.press(Action::Flag); return true;
            case Intent::Edit: edit(); return true;
            case Intent::Quit: leave(Left::Finished); return true;
            default: return false;
        }
    }

    void grade(Grade grade) { step(Action::Grade, grade); }

    /// A press, and what is to be said of it: on the next card, or after the end.
    void step(Action action, Grade grade = Grade::Good) {
        const auto remark =
            remark_on(desk_.sitting().press(action, grade), desk_.sitting(), options().keymap);
        if (remark.empty()) return;
        if (at_end()) {
            desk_.unsaid() = remark;
        } else {
            std::ignore = desk_.view();  // goes on to the next card, which starts without notice
            desk_.asked().notice = remark;
        }
    }

    void edit() {
        terminal_.suspend([&] { desk_.sitting().press(Action::Edit); });
        if (!at_end()) desk_.asked().notice = desk_.sitting().edit_trouble();
    }

    void look(Intent intent) {
        auto& asked = desk_.asked();
        switch (intent) {
            case Intent::Type: return type();
            case Intent::Hint: ++asked.points_shown; return;
            case Intent::Context: asked.show_context = !asked.show_context; return;
            case Intent::Compare: asked.compare = !asked.compare; return;
            case Intent::WrapCode: asked.wrap_code = !asked.wrap_code; return;
            case Intent::Left: asked.code_offset = std::max(0, asked.code_offset - 8); return;
            case Intent::Right: asked.code_offset += 8; return;
            case Intent::Search: return search();
            case Intent::Info: return show_info();
            case Intent::OpenImage: return open_image();
            case Intent::Help: show_help(terminal_, environment_, Scope::Review); return;
            default: return scroll(intent);
        }
    }

    void search() { browse(environment_, terminal_, desk_.store(), {}); }

    void show_info() {
        const auto left = show_card_info(terminal_, environment_, desk_.store(), card_id());
        if (left == Intent::Search) search();
    }

    [[nodiscard]] const std::string& card_id() const { return desk_.session().card().seed.card_id; }

    /// Images of the question at any time, those of the answer with the answer.
    void open_image() {
        auto card = store::card_with(desk_.store(), card_id());
        if (!card) return;
        if (!desk_.session().revealed()) card->draft.back.clear();
        desk_.asked().notice = open_images(desk_.store(), *card);
    }

    void scroll(Intent intent) {
        const auto top = scrolled(intent, review_frame(desk_.view(), options()), options());
        if (top) desk_.asked().top = *top;
    }

    /// After a resize the line that stood first still does.
    void keep_place() {
        if (at_end()) return;
        const auto view = desk_.view();
        desk_.asked().top =
            same_place(review_body(view, drawn_with_), view.top, review_body(view, options()));
    }

    /// The user's own answer, typed below the question; Ctrl-D or Escape ends it,
    /// Ctrl-E goes on in the user's editor. Cut short, even by a crash, it is kept for the
    /// next time.
    void type() {
        const AnswerDraft draft{environment_, desk_.session().card().seed.card_id};
        auto& typed = desk_.asked().typed;
        LineEditor editor{LineEditor::Kind::ManyLines, typed.empty() ? draft.text() : typed};
        while (true) {
            terminal_.draw(typing_picture(desk_.view(), editor, options()));
            const auto key = terminal_.read_key(kKeepDraftEvery);
            const bool over = key.kind == Key::Kind::Interrupt || key.kind == Key::Kind::Terminate;
            if (over || key.kind == Key::Kind::None) draft.keep(editor.text());
            if (over) return leave(Left::Interrupted);
            const bool ctrl = key.kind == Key::Kind::Text && key.ctrl;
            if (ctrl && key.text == "e") {
                write_in_editor(editor);
                continue;
            }
            if (editor.press(key) || key.kind == Key::Kind::Resize) continue;
            const bool submit = ctrl && key.text == "d";
            if (!submit && key.kind != Key::Kind::Escape) continue;
            typed = editor.text();
            draft.drop();
            if (submit) desk_.sitting().press(Action::Reveal);
            return;
        }
    }

    void write_in_editor(LineEditor& editor) {
        terminal_.suspend([&] {
            try {
                editor.set_text(edit_text(environment_, editor.text()));
            } catch (const Error& error) {
                desk_.asked().notice = error.what();
            }
        });
    }

    const Environment& environment_;
    Terminal& terminal_;
    ReviewPresenter& desk_;
    ScreenOptions drawn_with_;
    std::optional<Left> left_;
};

}  // namespace

Left review_on_screen(const Environment& environment, Terminal& terminal, ReviewPresenter& desk) {
    return ScreenReview{environment, terminal, desk}.run();
}

}  // namespace wengu
