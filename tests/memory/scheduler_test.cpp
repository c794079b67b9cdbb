#include "memory/scheduler.h"

#include "memory/trace.h"

#include <catch2/catch.hpp>

using namespace wengu;
using std::chrono::days;
using std::chrono::minutes;

namespace {

const Moment kNow = *parse_moment("2026-03-02T09:00:00+08:00");
const Day kToday = *parse_day("2026-03-02");

Scheduler fsrs_scheduler(FsrsOptions fsrs = {}) {
    SchedulerOptions options;
    options.algorithm = Algorithm::Fsrs;
    options.fsrs = std::move(fsrs);
    return Scheduler{options};
}

/// Good at each due day, for a card with this seed.
std::vector<int> good_run(const Scheduler& scheduler, const CardSeed& seed, int count) {
    std::vector<int> intervals;
    auto schedule = scheduler.start(seed);
    Moment now = kNow;
    for (int i = 0; i < count; ++i) {
        schedule = scheduler.next(schedule, now, Grade::Good, seed);
        intervals.push_back(schedule.interval_days);
        now.at += days{schedule.interval_days};
    }
    return intervals;
}

CardSeed seed_of(Difficulty difficulty) { return {.card_id = "a", .difficulty = difficulty}; }

/// A known SM-2 card with this interval that is due today.
Schedule known(int interval) {
    return {.phase = Phase::Review,
            .due = kToday,
            .due_at = {},
            .interval_days = interval,
            .streak = 3,
            .reviews = 3,
            .last_day = kToday - days{interval}};
}

}  // namespace

TEST_CASE("scheduler: the difficulty of a note is a weak prior for SM-2", "[memory]") {
    const Scheduler sm2;
    using Run = std::vector<int>;
    CHECK(good_run(sm2, seed_of(Difficulty::Hard), 6) == Run{1, 6, 13, 29, 64, 141});
    CHECK(good_run(sm2, seed_of(Difficulty::Medium), 6) == Run{1, 6, 15, 38, 95, 238});
    CHECK(good_run(sm2, seed_of(Difficulty::Easy), 6) == Run{1, 6, 16, 42, 111, 294});
}

TEST_CASE("scheduler: the difficulty of a note is a weak prior for FSRS", "[memory]") {
    FsrsOptions whole_days;
    whole_days.learning_steps.clear();
    const auto fsrs = fsrs_scheduler(whole_days);
    using Run = std::vector<int>;
    CHECK(good_run(fsrs, seed_of(Difficulty::Hard), 4) == Run{2, 10, 39, 131});
    CHECK(good_run(fsrs, seed_of(Difficulty::Medium), 4) == Run{2, 11, 46, 163});
    CHECK(good_run(fsrs, seed_of(Difficulty::Easy), 4) == Run{3, 15, 63, 222});
}

TEST_CASE("scheduler: a log row names the algorithm and its version", "[memory]") {
    CHECK(Scheduler{}.name() == "sm2/1");
    CHECK(fsrs_scheduler().name() == "fsrs/6");
    CHECK(parse_algorithm("fsrs") == Algorithm::Fsrs);
    CHECK_FALSE(parse_algorithm("SM-2"));
}

TEST_CASE("scheduler: an early success neither shortens nor inflates an SM-2 interval",
          "[memory]") {
    const Scheduler sm2;
    const CardSeed seed;
    const auto schedule = known(10);
    Moment early = kNow;
    early.at -= days{7};  // three of ten days have passed
    CHECK(sm2.next(schedule, early, Grade::Good, seed).interval_days == 10);
    early = kNow;
    early.at -= days{2};  // eight days have passed: 8 * 2.5
    CHECK(sm2.next(schedule, early, Grade::Good, seed).interval_days == 20);
    CHECK(sm2.next(schedule, kNow, Grade::Good, seed).interval_days == 25);
}

TEST_CASE("scheduler: a late success is worth what SM-2 says, no more", "[memory]") {
    const Scheduler sm2;
    Moment late = kNow;
    late.at += days{30};
    const auto after = sm2.next(known(10), late, Grade::Good, {});
    CHECK(after.interval_days == 25);
    CHECK(after.due == kToday + days{55});
}

TEST_CASE("scheduler: repeats on the same day change nothing but the count in SM-2", "[memory]") {
    const Scheduler sm2;
    const CardSeed seed;
    const auto first = sm2.next(known(10), kNow, Grade::Hard, seed);
    auto expected = first;
    expected.reviews += 1;
    Moment evening = kNow;
    evening.at += std::chrono::hours{12};
    for (const auto& outcome : sm2.preview(first, evening, seed)) CHECK(outcome == expected);
    CHECK(sm2.repeats_today(first, Grade::Hard, kToday));
    CHECK_FALSE(sm2.repeats_today(first, Grade::Good, kToday));
}

TEST_CASE("scheduler: a card that only its drill gets right lapses each day", "[memory]") {
    const Scheduler sm2;
    auto schedule = known(6);
    Moment now = kNow;
    for (int day = 1; day <= 3; ++day) {
        schedule = sm2.next(schedule, now, Grade::Again, {});
        schedule = sm2.next(schedule, now, Grade::Good, {});
        CHECK(schedule.lapses == day);
        now.at += days{1};
    }
}

TEST_CASE("scheduler: half past one in the night still belongs to yesterday", "[memory]") {
    const Scheduler sm2;
    const CardSeed seed;
    const auto night = *parse_moment("2026-03-03T01:30:00+08:00");
    CHECK(sm2.next({}, night, Grade::Good, seed).due == kToday + days{1});
}

TEST_CASE("scheduler: a review stays on its day when the user travels", "[memory]") {
    const Scheduler sm2;
    const CardSeed seed;
    // Evening of the 2nd in Shanghai, then the morning of the 2nd in New York.
    const auto shanghai = *parse_moment("2026-03-02T20:00:00+08:00");
    const auto new_york = *parse_moment("2026-03-02T09:00:00-05:00");
    const auto first = sm2.next({}, shanghai, Grade::Good, seed);
    const auto again = sm2.next(first, new_york, Grade::Good, seed);
    CHECK(again.interval_days == 1);
    CHECK(again.due == kToday + days{1});
}

TEST_CASE("scheduler: a clock set back does not undo time", "[memory]") {
    const auto fsrs = fsrs_scheduler();
    const CardSeed seed;
    const auto first = fsrs.next({}, kNow, Grade::Easy, seed);
    Moment earlier = kNow;
    earlier.at -= days{3};
    const auto second = fsrs.next(first, earlier, Grade::Good, seed);
    CHECK(second.last_day == kToday);
    CHECK(second.due > kToday);
}

TEST_CASE("scheduler: FSRS walks the learning steps and comes back within the day", "[memory]") {
    const auto fsrs = fsrs_scheduler();
    const CardSeed seed;
    const auto outcomes = fsrs.preview({}, kNow, seed);
    CHECK(outcomes[0].due_at == kNow.at + minutes{1});
    CHECK(outcomes[1].due_at == kNow.at + minutes{6});
    CHECK(outcomes[2].due_at == kNow.at + minutes{10});
    CHECK_FALSE(outcomes[3].due_at);
    CHECK(outcomes[2].due == kToday);
    CHECK(fsrs.repeats_today(outcomes[2], Grade::Good, kToday));
    Moment later = kNow;
    later.at += minutes{10};
    const auto done = fsrs.next(outcomes[2], later, Grade::Good, seed);
    CHECK(done.phase == Phase::Review);
    CHECK(done.interval_days == 2);
}

TEST_CASE("scheduler: a step that crosses the start of the study day is due on the next",
          "[memory]") {
    const auto fsrs = fsrs_scheduler();
    const auto night = *parse_moment("2026-03-03T03:55:00+08:00");
    const auto outcome = fsrs.next({}, night, Grade::Good, {});
    CHECK(outcome.due == kToday + days{1});
    CHECK_FALSE(fsrs.repeats_today(outcome, Grade::Good, kToday));
}

TEST_CASE("scheduler: a card may begin with the progress its note brought along", "[memory]") {
    CardSeed seed{.card_id = "a"};
    seed.progress =
        ImportedProgress{.reviews = 4, .last_reviewed = kToday - days{10}, .next_review = kToday};
    const Scheduler sm2;
    const auto start = sm2.start(seed);
    CHECK(start.phase == Phase::Review);
    CHECK(start.due == kToday);
    CHECK(start.interval_days == 10);
    CHECK(sm2.next(start, kNow, Grade::Good, seed).interval_days == 25);

    const auto fsrs = fsrs_scheduler().start(seed);
    CHECK(fsrs.stability == Approx(10));
    CHECK(fsrs.difficulty == Approx(6.914).margin(0.001));
}

TEST_CASE("scheduler: a higher desired retention means shorter intervals", "[memory]") {
    int shorter = 0;
    for (const double retention : {0.95, 0.9, 0.8, 0.7}) {
        const auto fsrs = fsrs_scheduler({.retention = retention});
        const int interval = fsrs.next({}, kNow, Grade::Easy, {}).interval_days;
        CHECK(interval > shorter);
        shorter = interval;
    }
}

TEST_CASE("scheduler: cramming and rows that do not count leave the schedule alone", "[memory]") {
    const Scheduler sm2;
    const CardSeed seed{.card_id = "a"};
    Review good;
    good.id = "1";
    good.card_id = "a";
    good.moment = kNow;
    Review cram = good;
    cram.id = "2";
    cram.source = Source::Cram;
    cram.moment.at += days{1};
    Review ignored = cram;
    ignored.id = "3";
    ignored.source = Source::Drill;
    ignored.counted = false;
    CHECK(sm2.replay(std::vector{good, cram, ignored}, seed) ==
          sm2.replay(std::vector{good}, seed));
}

TEST_CASE("fsrs: older parameter vectors are upgraded", "[memory]") {
    const std::vector<double> w17{0.4,  0.6,  2.4,  5.8,  4.93, 0.94, 0.86, 0.01, 1.49,
                                  0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61};
    const auto from17 = fsrs::upgrade(w17);
    CHECK(from17[4] == Approx(6.81));
    CHECK(from17[5] == Approx(std::log(1 + 3 * 0.94) / 3));
    CHECK(from17[6] == Approx(1.36));
    CHECK(from17[19] == 0.01);  // 0, inside the bounds
    CHECK(from17[20] == 0.5);
    auto w19 = w17;
    w19.insert(w19.end(), {0.5, 0.6});
    CHECK(fsrs::upgrade(w19)[4] == 4.93);
    CHECK(fsrs::upgrade(w19)[20] == 0.5);
    CHECK(fsrs::upgrade(fsrs::kDefaults) == fsrs::kDefaults);
}

TEST_CASE("fsrs: bad parameters are refused in the user's words", "[memory]") {
    CHECK_THROWS_WITH(fsrs::upgrade(std::vector<double>(5, 1.0)),
                      "FSRS needs 17, 19 or 21 parameters, not 5");
    CHECK_THROWS_WITH(fsrs::read_numbers("1, 2, three"), "three is not a number");
    CHECK(fsrs::read_numbers("[1, 2.5\n3e0]") == std::vector<double>{1, 2.5, 3});
}
