#include "core/check.h"
#include "core/error.h"
#include "store/activity.h"
#include "store/database.h"
#include "store/sample.h"

#include <catch2/catch.hpp>

namespace wengu::store {
namespace {

using test::add_cards;
using test::count_reviews;
using test::draft;
using test::grade;
using test::kToday;
using test::noon;

TEST_CASE("record: logs the grade and reschedules the card", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    const std::string id = grade(store, ids[0], Grade::Hard);
    const auto log = log_of(store, ids[0]);
    REQUIRE(log.reviews.size() == 1);
    CHECK(log.reviews[0] == Review{.id = id,
                                   .card_id = ids[0],
                                   .moment = noon(),
                                   .grade = Grade::Hard,
                                   .taken_ms = 2500,
                                   .source = Source::Review,
                                   .scheduler = "sm2/1",
                                   .counted = true});
    CHECK(card_with(store, ids[0])->progress == count_reviews(log));
    const auto history = history_of(store, ids[0]);
    CHECK(history.at(0).phase == Phase::New);
    CHECK(history.at(0).day == kToday);
}

TEST_CASE("record: a grade of an unknown card changes nothing", "[store]") {
    Store store{":memory:"};
    const Given given{.review = {.card_id = "nobody", .scheduler = "sm2/1"}};
    CHECK_THROWS_WITH(record(store, given, count_reviews),
                      "there is no card nobody in the collection");
    CHECK(last_reviews(store, 9).empty());
}

TEST_CASE("record: ids of reviews are unique, also within one millisecond", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    CHECK(grade(store, ids[0], Grade::Again) != grade(store, ids[0], Grade::Again));
}

TEST_CASE("record: an uncounted grade is logged and leaves the schedule alone", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    grade(store, ids[0], Grade::Good, 0, false);
    CHECK(card_with(store, ids[0])->progress == Progress{});
    CHECK(work_on(store, kToday) == DayWork{.uncounted = 1, .taken_ms = 2500});
}

TEST_CASE("undo: takes back the last grades of all cards, newest first", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q"), draft("R")});
    grade(store, ids[0], Grade::Good, 0);
    const auto before = card_with(store, ids[0])->progress;
    grade(store, ids[1], Grade::Good, 1);
    grade(store, ids[0], Grade::Again, 2);

    const auto undone = undo(store, 2, noon(3).at, count_reviews);
    REQUIRE(undone.size() == 2);
    CHECK(undone[0].card_id == ids[0]);
    CHECK(undone[1].card_id == ids[1]);
    CHECK(card_with(store, ids[0])->progress == before);
    CHECK(card_with(store, ids[1])->progress == Progress{});
    CHECK(history_of(store, ids[0]).at(1).undone);
    CHECK(undo(store, 5, noon(3).at, count_reviews).size() == 1);
    CHECK(undo(store, 5, noon(3).at, count_reviews).empty());
    CHECK(last_reviews(store, 9).size() == 3);
}

TEST_CASE("undo: of chosen reviews leaves the others", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q"), draft("R")});
    const auto first = grade(store, ids[0], Grade::Good, 0);
    grade(store, ids[1], Grade::Good, 1);
    const auto third = grade(store, ids[0], Grade::Good, 2);
    CHECK(undo(store, {first, third}, noon(3).at, count_reviews).size() == 2);
    CHECK(undo(store, {first, third}, noon(3).at, count_reviews).empty());
    CHECK(card_with(store, ids[0])->progress == Progress{});
    CHECK(card_with(store, ids[1])->progress.schedule.reviews == 1);
}

TEST_CASE("undo: is all or nothing", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    grade(store, ids[0], Grade::Good);
    const auto broken = [](const CardLog&) -> Progress { fail("no"); };
    CHECK_THROWS_WITH(undo(store, 1, noon().at, broken), "no");
    CHECK(log_of(store, ids[0]).reviews.size() == 1);
    CHECK(undo(store, 1, noon().at, count_reviews).size() == 1);
}

TEST_CASE("rebuild: gives every card the progress its log leads to", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q"), draft("R"), draft("S")});
    grade(store, ids[0], Grade::Good);
    grade(store, ids[1], Grade::Good);
    CHECK(rebuild(store, count_reviews) == 0);
    const auto other = [](const CardLog& log) {
        Progress progress = count_reviews(log);
        progress.schedule.interval_days = 77;
        return progress;
    };
    CHECK(rebuild(store, other) == 2);
    CHECK(card_with(store, ids[1])->progress.schedule.interval_days == 77);
    CHECK(card_with(store, ids[2])->progress == Progress{});
}

TEST_CASE("each_log: visits cards with a log or a start, reviews in the order of giving",
          "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q"), draft("R"), draft("S")});
    grade(store, ids[2], Grade::Good, 1);
    grade(store, ids[2], Grade::Again, 0);
    {
        Progress brought;
        brought.schedule.phase = Phase::Review;
        Import import{store, noon().at};
        import.start_from(ids[0], {4, test::kToday, test::kToday}, brought);
        import.commit();
    }
    std::vector<CardLog> logs;
    each_log(store, [&](const CardLog& log) { logs.push_back(log); });
    REQUIRE(logs.size() == 2);
    CHECK(logs[0].card_id == ids[0]);
    CHECK(logs[0].seed.progress.has_value());
    CHECK(logs[0].reviews.empty());
    REQUIRE(logs[1].reviews.size() == 2);
    CHECK(logs[1].reviews[0].grade == Grade::Good);
    CHECK(logs[1].reviews[1].grade == Grade::Again);
}

TEST_CASE("reset: a card starts over with its history kept, and can be set back", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    grade(store, ids[0], Grade::Good, 0);
    const auto before = card_with(store, ids[0])->progress;
    reset_card(store, ids[0], noon(1).at, count_reviews);
    CHECK(card_with(store, ids[0])->progress == Progress{});
    CHECK(rebuild(store, count_reviews) == 0);
    grade(store, ids[0], Grade::Good, 2);
    CHECK(card_with(store, ids[0])->progress.schedule.reviews == 1);
    undo(store, 1, noon(3).at, count_reviews);
    take_back_reset(store, ids[0], noon(3).at, count_reviews);
    CHECK(card_with(store, ids[0])->progress == before);
}

TEST_CASE("record: what no program may keep is a mistake of its own and is not kept", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    Given given{.review = {.card_id = ids[0], .moment = noon(), .scheduler = "sm2/1"}};
    given.review.grade = static_cast<Grade>(9);
    CHECK_THROWS_AS(record(store, given, count_reviews), Bug);
    given.review.grade = Grade::Good;
    given.review.scheduler.clear();
    CHECK_THROWS_WITH(record(store, given, count_reviews),
                      "a mistake in wengu itself: it does not hold that a row of the log names its "
                      "scheduler");
    CHECK(last_reviews(store, 9).empty());
}

TEST_CASE("streak: days in a row up to today, or to yesterday while today has no work", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    CHECK(streak_days(store, kToday) == 0);
    for (const int day : {-4, -2, -1}) grade(store, ids[0], Grade::Good, day);
    CHECK(streak_days(store, kToday) == 2);
    grade(store, ids[0], Grade::Good, 0);
    CHECK(streak_days(store, kToday) == 3);
    undo(store, 1, noon().at, count_reviews);
    CHECK(streak_days(store, kToday) == 2);
    CHECK(streak_days(store, kToday + std::chrono::days{1}) == 0);
}

TEST_CASE("rebuild: a schedule that its log does not lead to is found and mended", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q"), draft("R")});
    grade(store, ids[0], Grade::Good);
    CHECK(differing_from_log(store, count_reviews).empty());
    store.database().handle().exec(
        "update card set interval_days = 99 where phase = 'review'; "
        "update card set phase = 'review', due_day = 1 where phase = 'new'");
    CHECK(differing_from_log(store, count_reviews) == ids);
    CHECK(rebuild(store, count_reviews) == 2);
    CHECK(differing_from_log(store, count_reviews).empty());
    CHECK(card_with(store, ids[1])->progress == Progress{});
}

TEST_CASE("holidays: that overlap or touch become one", "[store]") {
    using std::chrono::days;
    Store store{":memory:"};
    add_holiday(store, {kToday, kToday + days{3}}, test::noon().at);
    add_holiday(store, {kToday + days{10}, kToday + days{12}}, test::noon().at);
    add_holiday(store, {kToday + days{4}, kToday + days{5}}, test::noon().at);
    CHECK(holidays(store) ==
          std::vector<Holiday>{{kToday, kToday + days{5}}, {kToday + days{10}, kToday + days{12}}});
    CHECK(remove_holiday(store, kToday + days{1}, test::noon().at));
    CHECK_FALSE(remove_holiday(store, kToday + days{1}, test::noon().at));
    CHECK(holidays(store).size() == 1);
}

}  // namespace
}  // namespace wengu::store
