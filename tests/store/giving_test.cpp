// The order of giving: two sittings on one card, clocks that jump, and what undo takes back.
#include "core/random.h"
#include "memory/mastery.h"
#include "memory/scheduler.h"
#include "store/sample.h"
#include "store/upkeep.h"
#include "store/wrong_clock.h"

#include <catch2/catch.hpp>

namespace wengu::store {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using test::add_cards;
using test::draft;
using test::kToday;
using test::noon;

/// A replay as the program does it.
Replay replay_with(const SchedulerOptions& options) {
    return [scheduler = Scheduler{options}](const CardLog& log) {
        const auto schedule = scheduler.replay(log.reviews, log.seed);
        return Progress{schedule, mastery_level(schedule), schedule.lapses >= 8};
    };
}

Given given(const std::string& card, Grade grade, Instant at) {
    const Moment moment{at, std::chrono::minutes{480}};
    return {.review = {.card_id = card, .moment = moment, .grade = grade, .scheduler = "sm2/1"},
            .day = study_day(moment)};
}

TEST_CASE("record: a grade counts from what the collection says, not from what was on the screen",
          "[store]") {
    Store store{":memory:"};
    const auto replay = replay_with({});
    const auto id = add_cards(store, {draft("Q")})[0];
    for (const int day : {0, 1, 7, 22}) {
        record(store, given(id, Grade::Good, noon(day).at), replay);
    }
    const auto shown = card_with(store, id)->progress;
    const auto elsewhere = record(store, given(id, Grade::Again, noon(60).at), replay);
    const auto kept = record(store, given(id, Grade::Easy, noon(60).at), replay);
    CHECK(kept.before != shown);
    CHECK(kept.before == elsewhere.after);
    CHECK(kept.after.schedule.lapses == 1);
    CHECK(kept.after.schedule.interval_days == 1);
    CHECK(card_with(store, id)->progress == kept.after);
    CHECK(differing_from_log(store, replay).empty());
}

TEST_CASE("record: the times of one card rise in the order of giving, whatever the clock says",
          "[store]") {
    Store store{":memory:"};
    const auto replay = replay_with({});
    const auto ids = add_cards(store, {draft("Q"), draft("R")});
    record(store, given(ids[0], Grade::Good, noon(3650).at), replay);
    record(store, given(ids[0], Grade::Again, noon(0).at), replay);
    record(store, given(ids[0], Grade::Hard, noon(0).at), replay);
    record(store, given(ids[1], Grade::Good, noon(0).at), replay);
    const auto log = log_of(store, ids[0]);
    REQUIRE(log.reviews.size() == 3);
    CHECK(log.reviews[1].grade == Grade::Again);
    CHECK(log.reviews[1].moment.at == noon(3650).at + milliseconds{1});
    CHECK(log.reviews[2].moment.at == noon(3650).at + milliseconds{2});
    CHECK(log_of(store, ids[1]).reviews[0].moment.at == noon(0).at);
    CHECK(history_of(store, ids[0])[1].day == kToday);
    CHECK(differing_from_log(store, replay).empty());
}

TEST_CASE("give again: grades of a clock that was wrong come back to today, in their order",
          "[store]") {
    Store store{":memory:"};
    const auto replay = replay_with({});
    const auto ids = add_cards(store, {draft("Q"), draft("R")});
    record(store, given(ids[1], Grade::Good, noon(0).at), replay);
    for (const auto grade : {Grade::Again, Grade::Good}) {
        record(store, given(ids[0], grade, noon(3650).at), replay);
    }
    record(store, given(ids[0], Grade::Hard, noon(0).at), replay);  // the clock is right again
    CHECK(count_ahead(store, noon(0).at) == 3);
    CHECK(give_again_now(store, noon(0), kToday, replay) == 3);
    CHECK(count_ahead(store, noon(0).at) == 0);
    const auto log = log_of(store, ids[0]);
    REQUIRE(log.reviews.size() == 3);
    CHECK(log.reviews[0].grade == Grade::Again);
    CHECK(log.reviews[2].grade == Grade::Hard);
    CHECK(log.now.schedule.due <= kToday + days{1});
    CHECK(differing_from_log(store, replay).empty());
    CHECK(log_of(store, ids[1]).reviews.size() == 1);
    CHECK(give_again_now(store, noon(0), kToday, replay) == 0);
}

TEST_CASE("record: a grade in the moment of a reset comes after it", "[store]") {
    Store store{":memory:"};
    const auto replay = replay_with({});
    const auto id = add_cards(store, {draft("Q")})[0];
    record(store, given(id, Grade::Good, noon(5).at), replay);
    reset_card(store, id, noon(0).at, replay);
    CHECK(card_with(store, id)->progress == Progress{});
    const auto kept = record(store, given(id, Grade::Good, noon(0).at), replay);
    CHECK(kept.after.schedule.reviews == 1);
    CHECK(differing_from_log(store, replay).empty());
}

TEST_CASE("undo: takes back the grade given last, not the one with the latest time", "[store]") {
    Store store{":memory:"};
    const auto replay = replay_with({});
    const auto ids = add_cards(store, {draft("Q"), draft("R")});
    record(store, given(ids[0], Grade::Good, noon(3650).at), replay);
    record(store, given(ids[1], Grade::Easy, noon(0).at), replay);
    const auto undone = undo(store, 1, noon(0).at, replay);
    REQUIRE(undone.size() == 1);
    CHECK(undone[0].card_id == ids[1]);
    CHECK(card_with(store, ids[1])->progress == Progress{});
}

TEST_CASE("difficulty: of a note counts in a grade as in its replay", "[store]") {
    Store store{":memory:"};
    const auto replay = replay_with({});
    auto note = test::note("a.md");
    note.difficulty = "hard";
    const auto id = add_cards(store, {draft("Q")}, note)[0];
    for (const int day : {0, 1, 7}) record(store, given(id, Grade::Good, noon(day).at), replay);
    const auto before = card_with(store, id)->progress;
    CHECK(before.schedule.ease == 220);
    CHECK(before.schedule.interval_days == 13);
    const Schedule fresh;
    CHECK(Scheduler{}.next(fresh, noon(0), Grade::Good, log_of(store, id).seed).ease == 220);
    record(store, given(id, Grade::Again, noon(20).at), replay);
    undo(store, 1, noon(20).at, replay);
    CHECK(card_with(store, id)->progress == before);
}

/// Whatever is done, the schedules are those that the log leads to.
TEST_CASE("property: live schedules are what their log replays to", "[store]") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        SchedulerOptions options;
        if (seed % 2 == 0) options.algorithm = Algorithm::Fsrs;
        options.fuzz.on = seed % 3 == 0;
        if (seed % 5 == 0) options.rollover = std::chrono::hours{7};
        const auto replay = replay_with(options);
        Store store{":memory:"};
        std::vector<std::string> ids;
        for (const char* difficulty : {"", "easy", "hard"}) {
            auto note = test::note(fmt::format("{}.md", difficulty));
            note.difficulty = difficulty;
            for (auto& id : add_cards(store,
                                      {draft(fmt::format("A {}", difficulty)),
                                       draft(fmt::format("B {}", difficulty))},
                                      note)) {
                ids.push_back(std::move(id));
            }
        }
        {
            Import import{store, noon().at};
            const ImportedProgress brought{4, kToday - days{9}, kToday + days{3}};
            auto log = log_of(store, ids[1]);
            log.seed.progress = brought;
            import.start_from(ids[1], brought, replay(log));
            import.commit();
        }
        Instant now = noon().at;
        for (int step = 0; step < 60; ++step) {
            CAPTURE(step);
            const auto& id = ids[random.below(ids.size())];
            // Mostly on, often not at all, now and then back or far ahead.
            switch (random.below(8)) {
                case 0: now -= days{random.below(400)}; break;
                case 1: now += days{random.below(4000)}; break;
                case 2:
                case 3: break;
                default: now += milliseconds{random.below(9 * 86'400'000)};
            }
            const auto what = random.below(10);
            if (what == 0) {
                reset_card(store, id, now, replay);
            } else if (what == 1) {
                take_back_reset(store, id, now, replay);
            } else if (what == 2) {
                undo(store, 1 + static_cast<int>(random.below(3)), now, replay);
            } else {
                record(store, given(id, static_cast<Grade>(1 + random.below(4)), now), replay);
            }
            REQUIRE(differing_from_log(store, replay).empty());
        }
        CHECK(rebuild(store, replay) == 0);
    }
}

}  // namespace
}  // namespace wengu::store
