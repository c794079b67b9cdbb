#include "library/sittings/sitting.h"

#include "core/error.h"
#include "library/import/importer.h"
#include "library/sittings/day_queue.h"
#include "store/cards.h"
#include "store/marks.h"

namespace wengu {
namespace {

SessionOptions session_options(const SchedulerSet& schedulers, bool cram) {
    SessionOptions options;
    options.schedulers = schedulers.schedulers();
    options.leech_lapses = schedulers.leech_lapses();
    options.rollover = schedulers.scheduler().options().rollover;
    options.cram = cram;
    if (cram) options.source = Source::Cram;
    return options;
}

/// Calls the right one of several functions for a variant.
template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace

Sitting::Sitting(const Environment& environment, Store& store, SchedulerSet schedulers,
                 std::vector<SessionCard> cards, bool cram, EditFile edit)
    : environment_{environment},
      store_{store},
      schedulers_{std::move(schedulers)},
      cram_{cram},
      edit_{std::move(edit)},
      session_{std::move(cards), session_options(schedulers_, cram), environment.now()},
      earlier_left_{!cram && store::can_undo(store)} {}

std::optional<SessionEvent> Sitting::press(Action action, Grade grade) {
    edit_trouble_.clear();
    earlier_.reset();
    overtaken_ = false;
    if (action == Action::Undo && !session_.can_undo()) return undo_earlier();
    Press press{.action = action, .now = environment_.now(), .grade = grade};
    if (action == Action::Grade && !session_.done()) {
        press.review_id = store::new_review_id(store_, session_.card().seed.card_id, press.now.at);
    }
    auto event = session_.press(press);
    if (event) keep(*event);
    return event;
}

/// The last grade of all, as `wengu undo` takes it back; its card is asked at once, if it is
/// still one.
std::optional<SessionEvent> Sitting::undo_earlier() {
    if (!earlier_left_) return std::nullopt;
    const auto undone = store::undo(store_, 1, environment_.now().at, schedulers_.replay());
    earlier_left_ = store::can_undo(store_);
    if (undone.empty()) return std::nullopt;
    earlier_ = undone.front();
    const auto& id = earlier_->card_id;
    touch(id);
    const auto card = store::card_with(store_, id);
    if (!card) return GradeUndone{earlier_->id, id, {}};
    if (!card->gone && !card->suspended) {
        session_.ask_first(session_card(store_, *card, schedulers_.index_for(card->deck)),
                           environment_.now());
    }
    return GradeUndone{earlier_->id, id, card->progress.schedule};
}

/// What the grade leads to is for the collection to say: the card may have been graded elsewhere.
void Sitting::keep_grade(Graded& graded) {
    const Day day = study_day(graded.review.moment, schedulers_.scheduler().options().rollover);
    const auto kept =
        store::record(store_, {.review = graded.review, .day = day}, schedulers_.replay());
    overtaken_ =
        kept.before.schedule != graded.before || kept.after.schedule.due != graded.after.due;
    auto review = graded.review;
    review.id = kept.id;
    review.moment.at = kept.at;
    graded = session_.settle(std::move(review), kept.before.schedule, kept.after.schedule);
    touch(graded.review.card_id);
}

void Sitting::keep(SessionEvent& event) {
    std::visit(Overloaded{
                   [&](Graded& graded) { keep_grade(graded); },
                   [&](const GradeUndone& undone) {
                       store::undo(store_, {undone.review_id}, environment_.now().at,
                                   schedulers_.replay());
                       touch(undone.card_id);
                   },
                   [&](const Suspended& card) {
                       store::set_suspended(store_, card.card_id, true, now().at);
                   },
                   [&](const Unsuspended& card) {
                       store::set_suspended(store_, card.card_id, false, now().at);
                   },
                   [&](const Buried& card) {
                       store::set_buried(store_, card.card_id, card.until, now().at);
                   },
                   [&](const Unburied& card) {
                       store::set_buried(store_, card.card_id, std::nullopt, now().at);
                   },
                   [&](const Flagged& card) {
                       store::set_flagged(store_, card.card_id, card.flagged, now().at);
                   },
                   [&](const EditRequested& card) { edit(card.card_id); },
                   [](const auto&) {},
               },
               event);
}

void Sitting::touch(const std::string& card_id) {
    if (const auto card = store::card_with(store_, card_id)) touched_.insert(card->note_id);
}

void Sitting::edit(const std::string& card_id) {
    const auto card = store::card_with(store_, card_id);
    if (!card || !edit_) return;
    try {
        edit_(card->note, card->draft.front_line);
        import_notes(environment_, store_, {.paths = {card->note}});
    } catch (const Error& error) {
        edit_trouble_ = error.what();
        return;
    }
    const auto edited = store::card_with(store_, card_id);
    if (!edited || edited->gone) {
        edit_trouble_ = tr("this question is no longer in the note; it is shown as it was");
        return;
    }
    session_.replace_text(edited->draft.front, edited->draft.back);
}

NoteUpdate Sitting::finish() {
    return update_notes(environment_, store_, {touched_.begin(), touched_.end()}, WriteMode::Auto);
}

}  // namespace wengu
