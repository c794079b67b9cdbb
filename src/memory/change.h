#pragma once
// Changing the scheduler, or its parameters: every card's log is replayed, and
// before anything is kept one can see what would move.

#include "memory/scheduler.h"

#include <span>
#include <vector>

namespace wengu {

/// What a change of scheduler does to the due days of cards already answered.
struct ChangeEffect {
    int cards = 0;    ///< Answered at least once.
    int earlier = 0;  ///< Due day moves towards today.
    int later = 0;
    double mean_days = 0;    ///< Mean of the moves; negative: earlier.
    double median_days = 0;  ///< Median size of the moves, cards that stay included.
    int most_earlier = 0;    ///< Days of the largest move of each kind.
    int most_later = 0;
    int due_before = 0;  ///< Due by today, before the change and after it.
    int due_after = 0;

    friend bool operator==(const ChangeEffect&, const ChangeEffect&) = default;
};

/// What moves between two schedules of the same cards, in the same order; cards that
/// are new in either are passed over.
[[nodiscard]] ChangeEffect effect_of_change(std::span<const Schedule> before,
                                            std::span<const Schedule> after, Day today);

}  // namespace wengu
