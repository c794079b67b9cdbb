#include "study/session.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace wengu {
namespace {

using std::chrono::milliseconds;

/// Time from showing the question to the grade, in milliseconds.
int answer_time(const Moment& shown, const Moment& now, milliseconds longest) {
    return static_cast<int>(std::clamp(now.at - shown.at, milliseconds{0}, longest).count());
}

}  // namespace

Session::Session(std::vector<SessionCard> cards, SessionOptions options, const Moment& now)
    : cards_{std::move(cards)}, options_{std::move(options)} {
    assert(!options_.schedulers.empty());
    advance(now);
}

const Scheduler& Session::scheduler_of(const SessionCard& card) const {
    return options_.schedulers.at(card.scheduler);
}

const SessionCard& Session::card() const {
    assert(state_.current);
    return cards_[*state_.current];
}

bool Session::repeat() const {
    return state_.current && std::ranges::any_of(history_, [this](const Step& step) {
               return step.card == *state_.current && std::holds_alternative<Graded>(step.event);
           });
}

Outcomes Session::previews(const Moment& now) const {
    if (options_.cram) {
        Outcomes same;
        same.fill(card().schedule);
        return same;
    }
    return scheduler_of(card()).preview(card().schedule, now, card().seed);
}

bool Session::repeats_after(Grade grade, const Schedule& after, const Moment& now) const {
    if (options_.cram) return grade < Grade::Good;
    const Day today = study_day(now, options_.rollover);
    return scheduler_of(card()).repeats_today(after, grade, today);
}

int Session::left() const {
    const auto waiting = cards_.size() - state_.next + state_.repeats.size();
    return static_cast<int>(waiting) + (state_.current ? 1 : 0);
}

void Session::show(std::size_t card, const Moment& now) {
    state_.current = card;
    state_.revealed = false;
    state_.shown = now;
}

/// Steps whose time has come go first, then the queue, then the drill of
/// failed cards, then steps that are nearly due.
void Session::advance(const Moment& now) {
    state_.current.reset();
    auto& repeats = state_.repeats;
    const auto due_by = [&repeats](Instant limit) {
        auto best = repeats.end();
        for (auto it = repeats.begin(); it != repeats.end(); ++it) {
            if (!it->at || *it->at > limit) continue;
            if (best == repeats.end() || *it->at < *best->at) best = it;
        }
        return best;
    };
    auto chosen = due_by(now.at);
    if (chosen == repeats.end() && state_.next < cards_.size()) {
        show(state_.next, now);
        state_.next += 1;
        return;
    }
    if (chosen == repeats.end()) {
        chosen = std::ranges::find_if(repeats, [](const Repeat& repeat) { return !repeat.at; });
    }
    if (chosen == repeats.end()) chosen = due_by(now.at + options_.learn_ahead);
    if (chosen == repeats.end()) return;
    show(chosen->card, now);
    repeats.erase(chosen);
}

std::optional<SessionEvent> Session::press(const Press& press) {
    if (press.action == Action::Undo) return undo(press.now);
    if (done()) return std::nullopt;
    switch (press.action) {
        case Action::Reveal: state_.revealed = true; return std::nullopt;
        case Action::Grade: return grade(press);
        case Action::Bury:
        case Action::Suspend: return set_aside(press);
        case Action::Edit: return EditRequested{card().seed.card_id};
        case Action::Flag: {
            auto& flagged = cards_[*state_.current].flagged;
            flagged = !flagged;
            return Flagged{card().seed.card_id, flagged};
        }
        case Action::Undo: break;
    }
    return std::nullopt;
}

std::optional<SessionEvent> Session::grade(const Press& press) {
    if (!state_.revealed) return std::nullopt;
    const auto index = *state_.current;
    auto& card = cards_[index];
    const auto& scheduler = scheduler_of(card);
    Graded event{
        .review = {.id = press.review_id,
                   .card_id = card.seed.card_id,
                   .moment = press.now,
                   .grade = press.grade,
                   .taken_ms = answer_time(state_.shown, press.now, options_.longest_answer),
                   .source = options_.cram ? Source::Cram : options_.source,
                   .scheduler = std::string{scheduler.name()},
                   .counted = !options_.cram},
        .before = card.schedule,
        .after = previews(press.now)[static_cast<std::size_t>(press.grade) - 1]};
    event.repeats = repeats_after(press.grade, event.after, press.now);
    judge(event);
    history_.push_back({.state = state_, .card = index, .event = event});
    card.schedule = event.after;
    if (event.repeats) state_.repeats.push_back({.card = index, .at = event.after.due_at});
    advance(press.now);
    return event;
}

void Session::judge(Graded& event) const {
    event.leech = is_leech(event.after, options_.leech_lapses) &&
                  !is_leech(event.before, options_.leech_lapses);
}

Graded Session::settle(Review review, const Schedule& before, const Schedule& after) {
    assert(!history_.empty() && std::holds_alternative<Graded>(history_.back().event));
    const auto index = history_.back().card;
    auto& event = std::get<Graded>(history_.back().event);
    event.review = std::move(review);
    event.before = before;
    event.after = after;
    judge(event);
    cards_[index].schedule = after;
    const auto waiting = std::ranges::find(state_.repeats, index, &Repeat::card);
    if (waiting != state_.repeats.end()) waiting->at = after.due_at;
    return event;
}

/// Bury and suspend: the card leaves the session.
std::optional<SessionEvent> Session::set_aside(const Press& press) {
    const auto& id = card().seed.card_id;
    Step step{.state = state_, .card = *state_.current, .event = Suspended{id}};
    std::optional<SessionEvent> result = Suspended{id};
    if (press.action == Action::Bury) {
        const Day until = study_day(press.now, options_.rollover) + std::chrono::days{1};
        step.event = Buried{id, until};
        result = Buried{id, until};
    }
    history_.push_back(std::move(step));
    advance(press.now);
    return result;
}

std::optional<SessionEvent> Session::undo(const Moment& now) {
    if (history_.empty()) return std::nullopt;
    Step step = std::move(history_.back());
    history_.pop_back();
    state_ = std::move(step.state);
    state_.shown = now;
    auto& card = cards_[step.card];
    const auto& id = card.seed.card_id;
    if (std::holds_alternative<Suspended>(step.event)) return Unsuspended{id};
    if (std::holds_alternative<Buried>(step.event)) return Unburied{id};
    const auto& graded = std::get<Graded>(step.event);
    card.schedule = graded.before;
    return GradeUndone{graded.review.id, id, graded.before};
}

void Session::ask_first(SessionCard card, const Moment& now) {
    assert(history_.empty());
    std::erase_if(
        cards_, [&](const SessionCard& other) { return other.seed.card_id == card.seed.card_id; });
    cards_.insert(cards_.begin(), std::move(card));
    state_ = {.next = 1};
    show(0, now);
}

void Session::replace_text(std::string front, std::string back) {
    assert(state_.current);
    cards_[*state_.current].front = std::move(front);
    cards_[*state_.current].back = std::move(back);
}

SessionSummary Session::summary(Day today) const {
    SessionSummary result;
    std::set<std::size_t> seen;
    for (const auto& step : history_) {
        const auto* graded = std::get_if<Graded>(&step.event);
        if (graded == nullptr) continue;
        result.grades += 1;
        result.by_grade[static_cast<std::size_t>(graded->review.grade) - 1] += 1;
        result.taken += milliseconds{graded->review.taken_ms};
        const bool first = seen.insert(step.card).second;
        result.new_cards += first && graded->before.phase == Phase::New ? 1 : 0;
    }
    result.cards = static_cast<int>(seen.size());
    result.left = left();
    for (const auto index : seen) {
        const auto& schedule = cards_[index].schedule;
        if (schedule.phase == Phase::New) continue;
        if (schedule.due <= today + std::chrono::days{1}) result.tomorrow += 1;
        if (!result.next_due || schedule.due < *result.next_due) result.next_due = schedule.due;
    }
    return result;
}

}  // namespace wengu
