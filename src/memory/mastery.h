#pragma once
// How well a card is known, as one number that changes only with a review,
// and as honest probabilities for a given day.
//
// mastery = 0 if never answered, else 0.9^(horizon / S), where S is the FSRS
// stability or the SM-2 interval, in days: both mean "days until recall has
// fallen to 90 %". So mastery >= 0.90 says that recall stays above 90 % for
// the horizon, a month by default.

#include "core/schedule.h"
#include "memory/scheduler.h"

#include <span>
#include <string_view>
#include <vector>

namespace wengu {

inline constexpr double kMasteryHorizonDays = 30;

/// Of a card with this stability; 0 for none. Requires: horizon_days > 0.
[[nodiscard]] double mastery_of_stability(double stability_days,
                                          double horizon_days = kMasteryHorizonDays);

/// Days until recall falls to 90 %: FSRS stability, else the SM-2 interval.
[[nodiscard]] double stability_of(const Schedule& schedule);

[[nodiscard]] double mastery_level(const Schedule& schedule,
                                   double horizon_days = kMasteryHorizonDays);

/// The names ("new", "learning", ...) are printed: never change them.
enum class Band { New, Learning, Familiar, Strong, Mastered };
[[nodiscard]] Band band_of(const Schedule& schedule, double horizon_days = kMasteryHorizonDays);
[[nodiscard]] std::string_view name_of(Band band);

/// Probability of recall on `day` by the scheduler's power curve; 0 for a card
/// never answered. `recall_now` is `recall_on` for today.
[[nodiscard]] double recall_on(const Scheduler& scheduler, const Schedule& schedule, Day day);

/// One card's share in an aggregate.
struct Weighed {
    double mastery = 0;  ///< 0 for a card never answered.
    bool seen = false;
    double weight = 1;
};

/// What is known of many cards. A mean hides holes, hence the other two.
struct Aggregate {
    double mastery = 0;        ///< Weighted mean over all cards, new ones as 0.
    double coverage = 0;       ///< Share of cards answered at least once.
    double weakest_tenth = 0;  ///< A tenth of the cards are no better than this.
    int cards = 0;
    int seen = 0;

    friend bool operator==(const Aggregate&, const Aggregate&) = default;
};

[[nodiscard]] Weighed weigh(const Schedule& schedule, double weight = 1,
                            double horizon_days = kMasteryHorizonDays);

/// All zero for no cards.
[[nodiscard]] Aggregate aggregate(std::vector<Weighed> cards);

}  // namespace wengu
