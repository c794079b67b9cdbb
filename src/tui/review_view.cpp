#include "tui/review_view.h"

#include "cards/shown_answer.h"
#include "library/find_card.h"
#include "library/shown_topic.h"
#include "library/sittings/day_queue.h"
#include "store/activity.h"
#include "store/stats.h"
#include "tui/card_view.h"
#include "tui/screens/words.h"

namespace wengu {
namespace {

/// What was foreseen on the keys no longer held.
std::string overtaken_words(const Graded& graded) {
    return say("This card was graded elsewhere meanwhile; with your grade it comes back on {}.",
               date_words(graded.after.due));
}

std::string leech_advice(const Graded& graded) {
    if (!graded.leech) return {};
    return say(
        "This card has become a leech (lapses: {}). Rewrite it, shorter or as two; "
        "`wengu list is:leech` shows all.",
        graded.after.lapses);
}

/// Of a grade from before this sitting, which nobody has in mind.
std::string earlier_remark(const GradeUndone& undone, const Sitting& sitting) {
    const auto& earlier = sitting.taken_from_earlier();
    if (!earlier) return {};
    const auto what = say("Taken back: {} of {}.", grade_word(earlier->grade),
                          date_words(study_day(earlier->moment)));
    const auto& session = sitting.session();
    if (!session.done() && session.card().seed.card_id == undone.card_id) return what;
    return what + " " + tr("Its card is suspended or gone and is not asked.");
}

}  // namespace

ReviewPresenter::ReviewPresenter(const Environment& environment, Store& store, Sitting& sitting)
    : environment_{environment}, store_{store}, sitting_{sitting} {}

void ReviewPresenter::look_up(const SessionCard& card) {
    asked_ = {};
    asked_.is_new = card.schedule.phase == Phase::New;
    asked_.context = card.section;
    if (!asked_.is_new) {
        asked_.days_late =
            static_cast<int>(std::max<long>(0, (environment_.today() - card.schedule.due).count()));
    }
    const auto stored = store::card_with(store_, card.seed.card_id);
    if (!stored) return;
    asked_.deck = stored->deck;
    asked_.topic = shown_topic(stored->draft.topic, environment_.settings);
    asked_.source = source_of(*stored);
    for (const auto& point : stored->draft.points) asked_.points.push_back(point.title);
}

ReviewView ReviewPresenter::view() {
    const auto& session = sitting_.session();
    const auto& card = session.card();
    const bool same_card =
        card.seed.card_id == shown_card_ && session.position() == shown_position_;
    const bool asked_anew = asked_.revealed && !session.revealed();
    if (!same_card || asked_anew || card.schedule != shown_schedule_) {
        look_up(card);
        shown_card_ = card.seed.card_id;
        shown_position_ = session.position();
        shown_schedule_ = card.schedule;
    }
    asked_.position = session.position();
    asked_.total = session.total();
    asked_.left = session.left();
    asked_.front = card.front;
    asked_.back = shown_answer(card.back);
    asked_.repeat = session.repeat();
    asked_.flagged = card.flagged;
    asked_.can_undo = sitting_.can_undo();
    asked_.revealed = session.revealed();
    asked_.counted = sitting_.counts();
    if (asked_.revealed) {
        const auto now = sitting_.now();
        const auto previews = session.previews(now);
        for (std::size_t i = 0; i < previews.size(); ++i) {
            const bool repeats = session.repeats_after(static_cast<Grade>(i + 1), previews[i], now);
            asked_.returns[i] = return_of(previews[i], repeats, now);
        }
    }
    return asked_;
}

Return ReviewPresenter::return_after(const Graded& graded) const {
    return return_of(graded.after, graded.repeats, graded.review.moment);
}

SummaryView ReviewPresenter::summary() const {
    const Day today = environment_.today();
    const auto tomorrow = today + std::chrono::days{1};
    const auto sum = sitting_.session().summary(today);
    SummaryView view{.cards = sum.cards, .new_cards = sum.new_cards, .by_grade = sum.by_grade};
    view.taken = std::chrono::round<std::chrono::seconds>(sum.taken);
    view.left = static_cast<int>(
        day_queue(environment_, store_, sitting_.schedulers(), {}).queue.items.size());
    for (const auto& due : store::due_between(store_, tomorrow, tomorrow))
        view.tomorrow += due.cards;
    if (const auto next = store::next_due(store_, today)) view.next = day_words(*next, today);
    view.streak_days = store::streak_days(store_, today);
    view.can_undo = sitting_.session().can_undo();
    return view;
}

std::string remark_on(const std::optional<SessionEvent>& event, const Sitting& sitting,
                      const Keymap& keymap) {
    if (!event) return {};
    if (const auto* graded = std::get_if<Graded>(&*event)) {
        return sitting.overtaken() ? overtaken_words(*graded) : leech_advice(*graded);
    }
    const auto undo = shown_key(keymap.key_for(Intent::Undo));
    if (const auto* card = std::get_if<Suspended>(&*event)) {
        return say("Suspended. {} takes it back, later `wengu unsuspend {}`.", undo,
                   short_id(card->card_id));
    }
    if (const auto* card = std::get_if<Buried>(&*event)) {
        return say("Put off until tomorrow. {} takes it back, later `wengu bury --off {}`.", undo,
                   short_id(card->card_id));
    }
    if (std::holds_alternative<Unsuspended>(*event) || std::holds_alternative<Unburied>(*event)) {
        return tr("Taken back: the card is asked again.");
    }
    if (const auto* undone = std::get_if<GradeUndone>(&*event)) {
        return earlier_remark(*undone, sitting);
    }
    return {};
}

}  // namespace wengu
