#include "study/session.h"

#include <catch2/catch.hpp>

using namespace wengu;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Moment kMorning = *parse_moment("2026-03-02T09:00:00+08:00");
const Day kToday = *parse_day("2026-03-02");

/// Cards "a", "b", ... that were never answered.
std::vector<SessionCard> fresh_cards(int count) {
    std::vector<SessionCard> cards;
    for (int i = 0; i < count; ++i) {
        SessionCard card;
        card.seed.card_id = std::string(1, static_cast<char>('a' + i));
        card.front = "question " + card.seed.card_id;
        card.back = "answer " + card.seed.card_id;
        cards.push_back(std::move(card));
    }
    return cards;
}

/// Types at a session; every press is ten seconds after the one before.
class Typist {
public:
    explicit Typist(std::vector<SessionCard> cards, SessionOptions options = {})
        : session{std::move(cards), std::move(options), kMorning} {}

    std::optional<SessionEvent> press(Action action) {
        now.at += seconds{10};
        return session.press({.action = action, .now = now});
    }

    Graded grade(Grade grade) {
        press(Action::Reveal);
        now.at += seconds{10};
        const auto event = session.press({.action = Action::Grade,
                                          .now = now,
                                          .grade = grade,
                                          .review_id = "r" + std::to_string(++rows)});
        REQUIRE(event);
        return std::get<Graded>(*event);
    }

    [[nodiscard]] std::string asked() const { return session.card().seed.card_id; }

    Session session;
    Moment now = kMorning;
    int rows = 0;
};

SessionOptions fsrs_session() {
    SchedulerOptions options;
    options.algorithm = Algorithm::Fsrs;
    SessionOptions result;
    result.schedulers = {Scheduler{options}};
    return result;
}

}  // namespace

TEST_CASE("session: an empty session is done at once", "[study]") {
    Typist typist{{}};
    CHECK(typist.session.done());
    CHECK(typist.session.total() == 0);
    CHECK_FALSE(typist.press(Action::Reveal));
    CHECK_FALSE(typist.press(Action::Undo));
}

TEST_CASE("session: a grade before the answer is shown is ignored", "[study]") {
    Typist typist{fresh_cards(1)};
    CHECK_FALSE(typist.press(Action::Grade));
    CHECK(typist.asked() == "a");
    typist.press(Action::Reveal);
    CHECK(typist.session.revealed());
    CHECK(typist.press(Action::Grade));
}

TEST_CASE("session: a grade brings the log row and the schedules before and after", "[study]") {
    Typist typist{fresh_cards(2)};
    const auto before = typist.session.previews(typist.now);
    const auto event = typist.grade(Grade::Good);
    CHECK(event.review == Review{.id = "r1",
                                 .card_id = "a",
                                 .moment = typist.now,
                                 .grade = Grade::Good,
                                 .taken_ms = 20'000,
                                 .source = Source::Review,
                                 .scheduler = "sm2/1",
                                 .counted = true});
    CHECK(event.before == Schedule{});
    CHECK(event.after == before[2]);
    CHECK(event.after.due == kToday + days{1});
    CHECK_FALSE(event.repeats);
    CHECK(typist.asked() == "b");
    CHECK(typist.session.position() == 2);
    CHECK(typist.session.left() == 1);
}

TEST_CASE("session: a card below Good comes back until it is Good and keeps its schedule",
          "[study]") {
    Typist typist{fresh_cards(2)};
    const auto failed = typist.grade(Grade::Again);
    CHECK(failed.repeats);
    CHECK(typist.session.left() == 2);
    typist.grade(Grade::Good);
    REQUIRE(typist.asked() == "a");
    CHECK(typist.session.repeat());
    const auto hard = typist.grade(Grade::Hard);
    CHECK(hard.repeats);
    CHECK(hard.after.ease == failed.after.ease);
    CHECK(hard.after.due == failed.after.due);
    CHECK(hard.after.reviews == 2);
    CHECK_FALSE(typist.grade(Grade::Good).repeats);
    CHECK(typist.session.done());
}

TEST_CASE("session: an FSRS step comes back when its time has come", "[study]") {
    Typist typist{fresh_cards(8), fsrs_session()};
    typist.grade(Grade::Again);  // back in a minute; each card takes twenty seconds
    CHECK(typist.asked() == "b");
    typist.grade(Grade::Easy);
    typist.grade(Grade::Easy);
    CHECK(typist.asked() == "d");
    typist.grade(Grade::Easy);
    CHECK(typist.asked() == "a");
    CHECK(typist.session.repeat());
}

TEST_CASE("session: with nothing else left a step may come early, but not hours early", "[study]") {
    Typist soon{fresh_cards(1), fsrs_session()};
    soon.grade(Grade::Good);  // ten minutes
    CHECK_FALSE(soon.session.done());
    CHECK(soon.asked() == "a");

    SchedulerOptions slow;
    slow.algorithm = Algorithm::Fsrs;
    slow.fsrs.learning_steps = {minutes{180}};
    SessionOptions options;
    options.schedulers = {Scheduler{slow}};
    Typist late{fresh_cards(1), options};
    late.grade(Grade::Again);
    CHECK(late.session.done());
    CHECK(late.session.left() == 1);
}

TEST_CASE("session: undo takes back any number of steps, in reverse", "[study]") {
    Typist typist{fresh_cards(4)};
    const auto first = typist.grade(Grade::Again);
    typist.grade(Grade::Easy);
    REQUIRE(std::holds_alternative<Suspended>(*typist.press(Action::Suspend)));
    REQUIRE(std::holds_alternative<Buried>(*typist.press(Action::Bury)));
    REQUIRE(typist.asked() == "a");  // the repeat
    typist.grade(Grade::Good);
    REQUIRE(typist.session.done());

    const auto repeat = std::get<GradeUndone>(*typist.press(Action::Undo));
    CHECK(repeat.review_id == "r3");
    CHECK(repeat.schedule == first.after);
    CHECK(typist.asked() == "a");
    CHECK(std::get<Unburied>(*typist.press(Action::Undo)).card_id == "d");
    CHECK(std::get<Unsuspended>(*typist.press(Action::Undo)).card_id == "c");
    CHECK(std::get<GradeUndone>(*typist.press(Action::Undo)).review_id == "r2");
    const auto last = std::get<GradeUndone>(*typist.press(Action::Undo));
    CHECK(last.card_id == "a");
    CHECK(last.schedule == Schedule{});
    CHECK(typist.asked() == "a");
    CHECK(typist.session.left() == 4);
    CHECK_FALSE(typist.session.can_undo());
    CHECK_FALSE(typist.press(Action::Undo));
}

TEST_CASE("session: it knows beforehand which grades have the card asked again", "[study]") {
    Typist typist{fresh_cards(1)};
    for (int ask = 0; ask < 2; ++ask) {
        const auto previews = typist.session.previews(typist.now);
        for (const auto grade : {Grade::Again, Grade::Hard, Grade::Good, Grade::Easy}) {
            const auto& after = previews[static_cast<std::size_t>(grade) - 1];
            CHECK(typist.session.repeats_after(grade, after, typist.now) == (grade < Grade::Good));
        }
        CHECK(typist.grade(Grade::Hard).repeats);
    }
}

TEST_CASE("session: a card from before is asked first, and once", "[study]") {
    Typist typist{fresh_cards(3)};
    auto second = fresh_cards(2)[1];
    second.schedule.reviews = 4;
    typist.session.ask_first(second, typist.now);
    CHECK(typist.asked() == "b");
    CHECK(typist.session.card().schedule.reviews == 4);
    CHECK(typist.session.total() == 3);
    typist.grade(Grade::Good);
    CHECK(typist.asked() == "a");
    typist.grade(Grade::Good);
    CHECK(typist.asked() == "c");
    typist.press(Action::Undo);
    typist.press(Action::Undo);
    CHECK(typist.asked() == "b");
    SessionCard other;
    other.seed.card_id = "z";
    typist.session.ask_first(other, typist.now);
    CHECK(typist.asked() == "z");
    CHECK(typist.session.total() == 4);
    CHECK(typist.session.left() == 4);
}

TEST_CASE("session: text edited in place stays edited under undo", "[study]") {
    Typist typist{fresh_cards(2)};
    REQUIRE(std::get<EditRequested>(*typist.press(Action::Edit)).card_id == "a");
    typist.session.replace_text("better question", "better answer");
    CHECK(typist.session.card().front == "better question");
    typist.grade(Grade::Good);
    typist.press(Action::Undo);
    CHECK(typist.session.card().front == "better question");
    CHECK(typist.session.card().back == "better answer");
}

TEST_CASE("session: cramming asks until Good and changes no schedule", "[study]") {
    SessionOptions options;
    options.cram = true;
    Typist typist{fresh_cards(1), options};
    const auto failed = typist.grade(Grade::Again);
    CHECK(failed.repeats);
    CHECK(failed.before == failed.after);
    CHECK(failed.review.source == Source::Cram);
    CHECK_FALSE(failed.review.counted);
    CHECK_FALSE(counts(failed.review));
    typist.grade(Grade::Good);
    CHECK(typist.session.done());
}

TEST_CASE("session: an answer left alone over lunch counts five minutes", "[study]") {
    Typist typist{fresh_cards(1)};
    typist.now.at += std::chrono::hours{1};
    CHECK(typist.grade(Grade::Good).review.taken_ms == 5 * 60 * 1000);
}

TEST_CASE("session: the eighth lapse makes a leech, once", "[study]") {
    auto cards = fresh_cards(1);
    cards[0].schedule = {.phase = Phase::Review,
                         .due = kToday,
                         .due_at = {},
                         .interval_days = 6,
                         .streak = 2,
                         .reviews = 20,
                         .lapses = 7,
                         .last_day = kToday - days{6}};
    Typist typist{std::move(cards)};
    CHECK(typist.grade(Grade::Again).leech);
    CHECK_FALSE(typist.grade(Grade::Good).leech);
}

TEST_CASE("session: the summary counts cards, grades, time and what comes back", "[study]") {
    Typist typist{fresh_cards(4)};
    typist.grade(Grade::Again);
    typist.grade(Grade::Easy);
    typist.grade(Grade::Good);
    typist.press(Action::Suspend);
    typist.grade(Grade::Good);
    REQUIRE(typist.session.done());
    const auto summary = typist.session.summary(kToday);
    CHECK(summary.cards == 3);
    CHECK(summary.new_cards == 3);
    CHECK(summary.grades == 4);
    CHECK(summary.by_grade == std::array{1, 0, 2, 1});
    CHECK(summary.taken == seconds{80});
    CHECK(summary.left == 0);
    CHECK(summary.tomorrow == 3);
    CHECK(summary.next_due == kToday + days{1});
}

TEST_CASE("session: what was kept of a grade takes the place of what was foreseen", "[study]") {
    Typist typist{fresh_cards(2)};
    auto review = typist.grade(Grade::Again).review;
    review.id = "kept";
    const Schedule before{.phase = Phase::Review,
                          .interval_days = 30,
                          .reviews = 4,
                          .lapses = kLeechLapses - 1};
    const Schedule after{.phase = Phase::Relearning,
                         .interval_days = 1,
                         .reviews = 5,
                         .lapses = kLeechLapses};
    const auto settled = typist.session.settle(review, before, after);
    CHECK(settled.before == before);
    CHECK(settled.after == after);
    CHECK(settled.leech);
    typist.grade(Grade::Good);
    CHECK(typist.asked() == "a");
    CHECK(typist.session.card().schedule == after);
    typist.press(Action::Undo);
    const auto undone = std::get<GradeUndone>(*typist.press(Action::Undo));
    CHECK(undone.review_id == "kept");
    CHECK(undone.schedule == before);
}
