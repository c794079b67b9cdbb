#include "study/queue.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace wengu;
using std::chrono::days;

namespace {

const Moment kNow = *parse_moment("2026-03-02T09:00:00+08:00");
const Day kToday = *parse_day("2026-03-02");

/// A card of its own section that was never answered.
CardInfo fresh(const std::string& id, const std::string& note = "n") {
    CardInfo card;
    card.id = id;
    card.note = note;
    card.section = id;
    card.deck = "deck";
    return card;
}

/// A card with this interval whose due day is `late` days ago.
CardInfo known(const std::string& id, int late, int interval = 10) {
    auto card = fresh(id);
    card.schedule = {.phase = Phase::Review,
                     .due = kToday - days{late},
                     .due_at = {},
                     .interval_days = interval,
                     .streak = 3,
                     .reviews = 3,
                     .last_day = kToday - days{late + interval}};
    return card;
}

std::vector<CardInfo> many(int count, CardInfo (*make)(const std::string&, int, int), int late,
                           int interval) {
    std::vector<CardInfo> cards;
    for (int i = 0; i < count; ++i) cards.push_back(make("k" + std::to_string(i), late, interval));
    return cards;
}

std::vector<CardInfo> many_fresh(int count) {
    std::vector<CardInfo> cards;
    for (int i = 0; i < count; ++i) {
        cards.push_back(fresh("f" + std::to_string(i), "note" + std::to_string(i % 7)));
        cards.back().order = static_cast<std::size_t>(i);
    }
    return cards;
}

QueueOptions today() {
    QueueOptions options;
    options.now = kNow;
    return options;
}

Queue queue_of(const std::vector<CardInfo>& cards, const QueueOptions& options = today(),
               const std::vector<Review>& rows = {}) {
    const std::vector<Scheduler> schedulers{Scheduler{}};
    return build_queue(cards, rows, schedulers, options);
}

std::vector<std::string> ids(const std::vector<CardInfo>& cards, const Queue& queue) {
    std::vector<std::string> result;
    for (const auto& item : queue.items) result.push_back(cards[item.card].id);
    return result;
}

int count(const Queue& queue, Reason reason) {
    return static_cast<int>(std::ranges::count(queue.items, reason, &QueueItem::reason));
}

Review row(const std::string& card, Grade grade, int taken_ms = 0) {
    Review review;
    review.id = card + std::to_string(taken_ms);
    review.card_id = card;
    review.moment = kNow;
    review.grade = grade;
    review.taken_ms = taken_ms;
    return review;
}

}  // namespace

TEST_CASE("queue: cards come on their due day, not before, and stay until done", "[study]") {
    const std::vector<CardInfo> cards{known("future", -1), known("today", 0), known("late", 3)};
    const auto queue = queue_of(cards);
    CHECK(ids(cards, queue) == std::vector<std::string>{"late", "today"});
    CHECK(queue.due == 2);
}

TEST_CASE("queue: at most 20 new cards and 200 reviews by default", "[study]") {
    auto cards = many(250, known, 0, 2);
    for (auto& card : many_fresh(50)) cards.push_back(std::move(card));
    const auto queue = queue_of(cards);
    CHECK(count(queue, Reason::Review) == 200);
    CHECK(count(queue, Reason::New) == 20);
    CHECK(queue.omitted.review_limit == 50);
    CHECK(queue.omitted.new_limit == 30);
    CHECK(queue.new_available == 50);
}

TEST_CASE("queue: new cards come best first, then in their order", "[study]") {
    auto cards = many_fresh(5);
    cards[1].worth = -2;
    cards[3].worth = cards[4].worth = 3;
    const auto queue = queue_of(cards);
    std::string ids;
    for (const auto& item : queue.items) ids += cards[item.card].id;
    CHECK(ids == "f3f4f0f2f1");
}

TEST_CASE("queue: new cards that nobody read count as left out by the limit", "[study]") {
    const auto cards = many_fresh(30);
    auto options = today();
    options.more_new = 5000;
    const auto queue = queue_of(cards, options);
    CHECK(count(queue, Reason::New) == 20);
    CHECK(queue.omitted.new_limit == 5010);
    CHECK(queue.new_available == 5030);
    CHECK_FALSE(queue.room_for_new);
}

TEST_CASE("queue: says whether more new cards would have room, and from which decks", "[study]") {
    auto options = today();
    options.limits.decks["deck"].new_cards = 3;
    const auto queue = queue_of(many_fresh(10), options);
    CHECK(count(queue, Reason::New) == 3);
    CHECK(queue.room_for_new);
    CHECK(queue.full_decks == std::vector<std::string>{"deck"});
    options.session.new_cards = 0;
    CHECK_FALSE(queue_of(many_fresh(10), options).room_for_new);
}

TEST_CASE("queue: what was done earlier today uses up the limits", "[study]") {
    auto cards = many_fresh(30);
    std::vector<Review> rows;
    for (std::size_t i = 0; i < 15; ++i) {
        cards[i].schedule = known("", -1, 1).schedule;
        cards[i].schedule.reviews = 1;
        cards[i].schedule.last_day = kToday;
        rows.push_back(row(cards[i].id, Grade::Good, 1));
    }
    CHECK(count(queue_of(cards, today(), rows), Reason::New) == 5);
}

TEST_CASE("queue: a card failed today comes back in the next session of the day", "[study]") {
    std::vector<CardInfo> cards{known("failed", -1, 1), known("fine", -1, 1)};
    for (auto& card : cards) card.schedule.last_day = kToday;
    const auto queue =
        queue_of(cards, today(), {row("failed", Grade::Hard), row("fine", Grade::Good)});
    CHECK(ids(cards, queue) == std::vector<std::string>{"failed"});
    CHECK(queue.items[0].reason == Reason::Repeat);
    CHECK(queue.learning == 1);
}

TEST_CASE("queue: limits of decks and tags hold besides those of the day", "[study]") {
    auto cards = many_fresh(30);
    for (std::size_t i = 0; i < 30; ++i) {
        cards[i].deck = i % 2 == 0 ? "db/redis" : "dba";
        if (i % 3 == 0) cards[i].tags = {"hot"};
    }
    auto options = today();
    options.limits.decks["db"].new_cards = 4;
    options.limits.tags["hot"].new_cards = 3;
    const auto queue = queue_of(cards, options);
    int in_db = 0;
    int hot = 0;
    for (const auto& item : queue.items) {
        in_db += cards[item.card].deck == "db/redis" ? 1 : 0;
        hot += cards[item.card].tags.empty() ? 0 : 1;
    }
    CHECK(in_db == 4);
    CHECK(hot == 3);
}

TEST_CASE("queue: a limit in minutes leaves room for both old and new", "[study]") {
    auto cards = many(100, known, 0, 2);
    for (auto& card : many_fresh(20)) cards.push_back(std::move(card));
    auto options = today();
    options.limits.all.minutes = 10;
    const auto queue = queue_of(cards, options);
    CHECK(queue.minutes <= 10);
    CHECK(queue.minutes > 9);
    CHECK(count(queue, Reason::Review) > 10);
    CHECK(count(queue, Reason::New) > 3);
}

TEST_CASE("queue: with a backlog the best remembered cards come first", "[study]") {
    std::vector<CardInfo> cards{known("weak", 40, 3), known("strong", 5, 100),
                                known("middle", 9, 20)};
    auto options = today();
    options.limits.all.reviews = 2;
    const auto queue = queue_of(cards, options);
    CHECK(ids(cards, queue) == std::vector<std::string>{"strong", "middle"});
}

TEST_CASE("queue: only one new card of a section a day, and no sibling of today's review",
          "[study]") {
    std::vector<CardInfo> cards{known("review", 0), fresh("sibling"), fresh("x1"), fresh("x2")};
    cards[1].section = "review";
    cards[2].section = cards[3].section = "x";
    const auto queue = queue_of(cards);
    CHECK(ids(cards, queue) == std::vector<std::string>{"review", "x1"});
    CHECK(queue.omitted.siblings_new == 2);

    auto options = today();
    options.siblings = Siblings::Together;
    CHECK(queue_of(cards, options).items.size() == 4);
}

TEST_CASE("queue: a known card waits one day for its sibling, not longer", "[study]") {
    std::vector<CardInfo> cards{known("a", 0), known("b", 0), known("c", 1)};
    for (auto& card : cards) card.section = "same";
    CHECK(ids(cards, queue_of(cards)) == std::vector<std::string>{"c"});
    auto tomorrow = today();
    tomorrow.now.at += days{1};
    cards[2].schedule.due = kToday + days{5};
    CHECK(queue_of(cards, tomorrow).items.size() == 2);
}

TEST_CASE("queue: siblings asked on one day have another card between them", "[study]") {
    auto cards = many(12, known, 0, 5);
    for (std::size_t i = 0; i < cards.size(); ++i) cards[i].section = i < 6 ? "one" : cards[i].id;
    auto options = today();
    options.siblings = Siblings::Apart;
    const auto queue = queue_of(cards, options);
    REQUIRE(queue.items.size() == 12);
    for (std::size_t i = 1; i < 12; ++i) {
        CHECK(cards[queue.items[i].card].section != cards[queue.items[i - 1].card].section);
    }
}

TEST_CASE("queue: new cards are spread over the session", "[study]") {
    auto cards = many(40, known, 0, 5);
    for (auto& card : many_fresh(10)) cards.push_back(std::move(card));
    const auto queue = queue_of(cards);
    REQUIRE(queue.items.size() == 50);
    for (std::size_t tenth = 0; tenth < 10; ++tenth) {
        const auto* begin = queue.items.data() + tenth * 5;
        CHECK(std::count_if(begin, begin + 5,
                            [](const QueueItem& item) { return item.reason == Reason::New; }) == 1);
    }
}

TEST_CASE("queue: topics alternate, the same way for the same seed", "[study]") {
    auto cards = many(30, known, 0, 5);
    for (std::size_t i = 0; i < 30; ++i) cards[i].note = i < 15 ? "x" : "y";
    const auto first = queue_of(cards);
    CHECK(first.items == queue_of(cards).items);
    int changes = 0;
    for (std::size_t i = 1; i < 30; ++i) {
        changes += cards[first.items[i].card].note != cards[first.items[i - 1].card].note ? 1 : 0;
    }
    CHECK(changes >= 27);
    auto other = today();
    other.seed = 1;
    CHECK(first.items != queue_of(cards, other).items);
}

TEST_CASE("queue: suspended and buried cards are counted but not asked", "[study]") {
    std::vector<CardInfo> cards{known("s", 0), known("b", 0), known("back", 0)};
    cards[0].suspended = true;
    cards[1].buried_until = kToday + days{1};
    cards[2].buried_until = kToday;
    const auto queue = queue_of(cards);
    CHECK(ids(cards, queue) == std::vector<std::string>{"back"});
    CHECK(queue.omitted.suspended == 1);
    CHECK(queue.omitted.buried == 1);
}

TEST_CASE("queue: cards outside the deck asked for only count for the limits", "[study]") {
    auto cards = many_fresh(4);
    cards[0].wanted = cards[1].wanted = false;
    CHECK(ids(cards, queue_of(cards)) == std::vector<std::string>{"f2", "f3"});
}

TEST_CASE("queue: reviewing ahead brings the next days' cards after today's", "[study]") {
    const std::vector<CardInfo> cards{known("in3", -3), known("in1", -1), known("in9", -9),
                                      known("now", 0)};
    auto options = today();
    options.ahead_days = 3;
    CHECK(ids(cards, queue_of(cards, options)) == std::vector<std::string>{"now", "in1", "in3"});
}

TEST_CASE("queue: nothing is asked on a holiday, unless wanted", "[study]") {
    const std::vector<CardInfo> cards{known("a", 0)};
    auto options = today();
    options.holidays = {{.first = kToday - days{2}, .last = kToday}};
    CHECK(queue_of(cards, options).items.empty());
    CHECK(queue_of(cards, options).omitted.holiday == 1);
    options.on_holiday_too = true;
    CHECK(queue_of(cards, options).items.size() == 1);
}

TEST_CASE("queue: after a break the wall is spread over days that the user sees", "[study]") {
    auto cards = many(400, known, 12, 20);
    for (auto& card : many_fresh(30)) cards.push_back(std::move(card));
    const auto queue = queue_of(cards);
    REQUIRE(queue.catch_up.active);
    CHECK(queue.catch_up.usual == 20);
    CHECK(queue.catch_up.quota == 40);
    CHECK(count(queue, Reason::Review) == 40);
    CHECK(count(queue, Reason::New) == 10);
    CHECK(queue.omitted.catch_up == 360);
    REQUIRE(queue.catch_up.days.size() == 10);
    CHECK(queue.catch_up.days.front() == CatchUpDay{.day = kToday, .due = 400, .planned = 40});
    CHECK(queue.catch_up.days.back() ==
          CatchUpDay{.day = kToday + days{9}, .due = 40, .planned = 40});
}

TEST_CASE("queue: a busy day without overdue cards is no backlog", "[study]") {
    const auto queue = queue_of(many(100, known, 0, 30));
    CHECK_FALSE(queue.catch_up.active);
    CHECK(queue.items.size() == 100);
}
