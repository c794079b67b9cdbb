#pragma once
// What the next days will bring: cards and minutes a day, for the collection
// as it is, if it is studied every day.
//
// A simulation with seeded chance, averaged over a few runs: a card is recalled
// with the probability that the scheduler's curve gives it, answers take as
// long as they did so far. The defaults are those of the fsrs-rs simulator.

#include "core/random.h"
#include "memory/scheduler.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wengu {

/// How someone grades and how long answers take. Grades in the order Again,
/// Hard, Good, Easy.
struct Habits {
    std::array<double, 4> first_shares{0.24, 0.094, 0.495, 0.171};  ///< Sum 1.
    std::array<double, 4> recalled_shares{0, 0.224, 0.631, 0.145};  ///< Sum 1; Again is 0.
    std::array<double, 4> first_seconds{19.58, 18.79, 13.78, 10.71};
    std::array<double, 4> review_seconds{19.38, 17.59, 12.38, 8.94};
    double repeat_seconds = 12.32;

    friend bool operator==(const Habits&, const Habits&) = default;
};

/// Habits read off a log (any order), drawn towards the defaults as if 50
/// answers of each kind had been seen before.
[[nodiscard]] Habits habits_of(std::span<const Review> rows);

/// A grade by chance. `shares` in the order Again, Hard, Good, Easy sum to 1.
[[nodiscard]] Grade draw_grade(const std::array<double, 4>& shares, Random& random);

struct ForecastOptions {
    Day today{};
    int days = 30;
    std::optional<int> new_per_day = 20;
    std::optional<int> reviews_per_day = 200;
    std::optional<double> minutes_per_day;
    std::vector<Day> days_off;
    Habits habits;
    int runs = 4;
    std::uint64_t seed = 1;
};

/// Expected figures of one day.
struct ForecastDay {
    Day day{};
    double reviews = 0;  ///< Known cards asked.
    double new_cards = 0;
    double recalled = 0;   ///< Of the known cards.
    double postponed = 0;  ///< Due, but beyond the day's limits.
    double minutes = 0;
};

/// One entry for each day, today first. Cards of phase New are introduced in
/// the order given. Suspended cards should be left out.
[[nodiscard]] std::vector<ForecastDay> forecast(std::span<const Schedule> cards,
                                                const Scheduler& scheduler,
                                                const ForecastOptions& options);

}  // namespace wengu
