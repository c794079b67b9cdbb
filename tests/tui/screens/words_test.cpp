#include "tui/screens/words.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::minutes;

TEST_CASE("words: a wait is said in the unit that fits it", "[screens]") {
    CHECK(wait_words(0min) == "1 min");
    CHECK(wait_words(10min) == "10 min");
    CHECK(wait_words(5h) == "5 h");
    CHECK(wait_words(days{1}) == "1 day");
    CHECK(wait_words(days{21}) == "21 days");
    CHECK(wait_words(days{76}) == "2.5 months");
    CHECK(wait_words(days{365 * 3}) == "3 years");
}

TEST_CASE("words: a schedule waits for its step or its day", "[screens]") {
    const Moment now{Instant{} + 100h, 480min};
    Schedule schedule;
    schedule.interval_days = 3;
    CHECK(wait_of(schedule, now) == days{3});
    schedule.due_at = now.at + 9min + 1s;
    CHECK(wait_of(schedule, now) == 10min);
    schedule.due_at = now.at - 1min;
    CHECK(wait_of(schedule, now) == 0min);
}

TEST_CASE("words: what the sitting asks again comes back today, or at its step", "[screens]") {
    const Moment now{Instant{} + 100h, 480min};
    Schedule schedule;
    schedule.interval_days = 25;
    CHECK(return_words(return_of(schedule, true, now)) == "again today");
    CHECK(return_words(return_of(schedule, false, now)) == "25 days");
    CHECK(return_words(return_of(schedule, false, now), false).empty());
    CHECK(return_words(return_of(schedule, true, now), false) == "again today");
    schedule.due_at = now.at + 10min;
    CHECK(return_words(return_of(schedule, true, now)) == "10 min");
}

TEST_CASE("words: days are told from today", "[screens]") {
    const Day today = *parse_day("2026-03-01");
    CHECK(day_words(today, today) == "today");
    CHECK(day_words(today + days{1}, today) == "tomorrow");
    CHECK(day_words(today + days{9}, today) == "in 9 days");
    CHECK(day_words(today - days{3}, today) == "3 days late");
    CHECK(weekday_word(today) == "Sun");
    CHECK(date_words(today) == "Mar 1");
}

TEST_CASE("words: clocks and shares", "[screens]") {
    CHECK(clock_words(98s) == "1:38");
    CHECK(clock_words(3753s) == "1:02:33");
    CHECK(percent_words(0.814) == "81%");
    CHECK(percent_words(-1) == "-");
    CHECK(grade_word(Grade::Hard) == "Hard");
}

}  // namespace
}  // namespace wengu
