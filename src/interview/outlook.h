#pragma once
// How the cards of an interview will stand on its day, and how many more a day would
// bring them to the goal. A simulation with seeded chance: a card is recalled with the
// probability that its scheduler predicts, and graded as people usually grade.

#include "memory/scheduler.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wengu {

struct ScopeCard {
    Schedule schedule;
    double weight = 1;          ///< Above 0; of its topic in the interview.
    std::size_t scheduler = 0;  ///< Index into the schedulers.
};

struct OutlookOptions {
    Day today{};
    Day date{};  ///< Of the interview; not before `today`. Nothing is studied on it.
    double goal = 0.9;
    int new_per_day = 20;
    int reviews_per_day = 200;
    int most_extra = 100;  ///< More extra cards a day than this are no advice.
    std::uint64_t seed = 1;
};

struct Outlook {
    double recall = 0;         ///< Weighted mean probability on the day, as things stand.
    double as_planned = 0;     ///< The same, if what is due is asked every day until then.
    std::optional<int> extra;  ///< More cards a day that reach the goal; nullopt: none do.
    double at_most = 0;        ///< What the most extra cards would reach.
};

/// Weighted mean probability of recall on `date`; 0 without cards.
[[nodiscard]] double recall_on(std::span<const ScopeCard> cards,
                               std::span<const Scheduler> schedulers, Day date);

/// Simulated on a sample when there are many cards. Requires: at least one card.
[[nodiscard]] Outlook outlook(std::span<const ScopeCard> cards,
                              std::span<const Scheduler> schedulers, const OutlookOptions& options);

}  // namespace wengu
