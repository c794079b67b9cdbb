#include "memory/mastery.h"

#include <catch2/catch.hpp>

using namespace wengu;
using std::chrono::days;

namespace {

Schedule with_interval(int interval) {
    Schedule schedule;
    schedule.phase = Phase::Review;
    schedule.interval_days = interval;
    schedule.last_day = Day{};
    schedule.due = Day{} + days{interval};
    return schedule;
}

}  // namespace

TEST_CASE("mastery: the table of SM-2 intervals", "[memory]") {
    CHECK(mastery_level({}) == 0);
    CHECK(mastery_level(with_interval(1)) == Approx(0.042).margin(0.0005));
    CHECK(mastery_level(with_interval(6)) == Approx(0.590).margin(0.0005));
    CHECK(mastery_level(with_interval(15)) == Approx(0.810).margin(0.0005));
    CHECK(mastery_level(with_interval(38)) == Approx(0.920).margin(0.0005));
    CHECK(mastery_level(with_interval(238)) == Approx(0.987).margin(0.0005));
}

TEST_CASE("mastery: 0.90 means that recall stays above 90 % for the horizon", "[memory]") {
    CHECK(mastery_of_stability(30) == Approx(0.9));
    CHECK(mastery_of_stability(7, 7) == Approx(0.9));
    CHECK(mastery_of_stability(0) == 0);
}

TEST_CASE("mastery: FSRS stability goes before the interval", "[memory]") {
    auto schedule = with_interval(3);
    schedule.stability = 30;
    CHECK(mastery_level(schedule) == Approx(0.9));
}

TEST_CASE("mastery: the chance of recall is 90 % on the due day and falls every day", "[memory]") {
    const Scheduler scheduler;
    const auto schedule = with_interval(20);
    CHECK(recall_on(scheduler, schedule, schedule.due) == Approx(0.9));
    double before = 1;
    for (int day = 1; day < 100; ++day) {
        const double now = recall_on(scheduler, schedule, Day{} + days{day});
        CHECK(now < before);
        before = now;
    }
    CHECK(recall_on(scheduler, {}, Day{}) == 0);
}
