#include "memory/forecast.h"

#include "memory/change.h"

#include <catch2/catch.hpp>

#include <numeric>

using namespace wengu;
using std::chrono::days;

namespace {

const Day kToday = *parse_day("2026-03-02");
const Moment kNow = *parse_moment("2026-03-02T09:00:00+08:00");

Schedule known(int interval, int days_left) {
    return {.phase = Phase::Review,
            .due = kToday + days{days_left},
            .due_at = {},
            .interval_days = interval,
            .streak = 3,
            .reviews = 3,
            .last_day = kToday + days{days_left - interval}};
}

ForecastOptions options_for(int count) {
    ForecastOptions options;
    options.today = kToday;
    options.days = count;
    return options;
}

double sum(const std::vector<ForecastDay>& days_ahead, double ForecastDay::*value) {
    return std::accumulate(
        days_ahead.begin(), days_ahead.end(), 0.0,
        [value](double total, const ForecastDay& day) { return total + day.*value; });
}

Review review_of(const std::string& id, Grade grade, int day, int seconds) {
    Review row;
    row.id = id + std::to_string(day);
    row.card_id = id;
    row.grade = grade;
    row.moment = kNow;
    row.moment.at += days{day};
    row.taken_ms = seconds * 1000;
    return row;
}

}  // namespace

TEST_CASE("forecast: cards come on the days they are due", "[memory]") {
    const std::vector<Schedule> cards{known(100, -5), known(100, 0), known(100, 3)};
    const auto ahead = forecast(cards, Scheduler{}, options_for(4));
    REQUIRE(ahead.size() == 4);
    CHECK(ahead[0].day == kToday);
    CHECK(ahead[0].reviews == 2);
    CHECK(ahead[3].reviews >= 1);
    CHECK(ahead[0].minutes > 0);
    CHECK(ahead[2].minutes == Approx(ahead[2].reviews * 0.3).margin(0.3));
}

TEST_CASE("forecast: an empty collection needs no time", "[memory]") {
    const auto ahead = forecast({}, Scheduler{}, options_for(7));
    CHECK(sum(ahead, &ForecastDay::minutes) == 0);
    CHECK(forecast({}, Scheduler{}, options_for(0)).empty());
}

TEST_CASE("forecast: the limits hold and what is over waits", "[memory]") {
    const std::vector<Schedule> cards(500, known(200, 0));
    auto options = options_for(4);
    options.reviews_per_day = 200;
    const auto ahead = forecast(cards, Scheduler{}, options);
    CHECK(ahead[0].reviews == 200);
    CHECK(ahead[0].postponed == 300);
    CHECK(ahead[1].reviews == 200);
    CHECK(ahead[2].reviews >= 100);
}

TEST_CASE("forecast: new cards come by the day and bring reviews later", "[memory]") {
    const std::vector<Schedule> cards(100);
    const auto ahead = forecast(cards, Scheduler{}, options_for(10));
    CHECK(ahead[0].new_cards == 20);
    CHECK(ahead[4].new_cards == 20);
    CHECK(ahead[5].new_cards == 0);
    CHECK(ahead[1].reviews == 20);  // SM-2: every new card is back the next day
}

TEST_CASE("forecast: about nine in ten are recalled on their due day", "[memory]") {
    const std::vector<Schedule> cards(2000, known(50, 0));
    auto options = options_for(1);
    options.reviews_per_day.reset();
    const auto ahead = forecast(cards, Scheduler{}, options);
    CHECK(ahead[0].recalled / ahead[0].reviews == Approx(0.9).margin(0.01));
}

TEST_CASE("forecast: days off are empty", "[memory]") {
    const std::vector<Schedule> cards(10, known(50, 0));
    auto options = options_for(2);
    options.days_off = {kToday};
    const auto ahead = forecast(cards, Scheduler{}, options);
    CHECK(ahead[0].reviews == 0);
    CHECK(ahead[1].reviews == 10);
}

TEST_CASE("forecast: the same seed gives the same forecast", "[memory]") {
    const std::vector<Schedule> cards(300, known(10, 0));
    const auto one = forecast(cards, Scheduler{}, options_for(30));
    const auto two = forecast(cards, Scheduler{}, options_for(30));
    CHECK(sum(one, &ForecastDay::minutes) == sum(two, &ForecastDay::minutes));
}

TEST_CASE("habits: a long log outweighs the defaults, an empty one is the defaults", "[memory]") {
    CHECK(habits_of({}) == Habits{});
    std::vector<Review> rows;
    for (int i = 0; i < 2000; ++i) {
        const auto id = "c" + std::to_string(i);
        rows.push_back(review_of(id, Grade::Easy, 0, 40));
        rows.push_back(review_of(id, i % 2 == 0 ? Grade::Good : Grade::Again, 3, 30));
    }
    const auto habits = habits_of(rows);
    CHECK(habits.first_shares[3] > 0.95);
    CHECK(habits.first_seconds[3] == Approx(40).margin(1));
    CHECK(habits.recalled_shares[0] == 0);
    CHECK(habits.recalled_shares[2] > 0.95);
    CHECK(habits.review_seconds[0] == Approx(30).margin(1));
}

TEST_CASE("change: replaying under another scheduler says what would move", "[memory]") {
    SchedulerOptions fsrs;
    fsrs.algorithm = Algorithm::Fsrs;
    fsrs.fsrs.learning_steps.clear();
    const std::vector<Review> rows{review_of("c", Grade::Good, 0, 5),
                                   review_of("c", Grade::Good, 2, 5)};
    const CardSeed seed{.card_id = "c"};
    const auto before = Scheduler{}.replay(rows, seed);
    const auto after = Scheduler{fsrs}.replay(rows, seed);
    const std::vector now{before, before, Schedule{}};
    CHECK(effect_of_change(now, std::vector{after, after, Schedule{}}, kToday + days{8}) ==
          ChangeEffect{.cards = 2,
                       .earlier = 0,
                       .later = 2,
                       .mean_days = 5,
                       .median_days = 5,
                       .most_earlier = 0,
                       .most_later = 5,
                       .due_before = 2,
                       .due_after = 0});
    CHECK(effect_of_change(now, now, kToday).later == 0);
}
