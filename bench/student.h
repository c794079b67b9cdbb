#pragma once
// A student who follows the daily queue for years, with a memory of their own
// that no scheduler sees.

#include "core/random.h"
#include "memory/mastery.h"
#include "study/queue.h"

#include <string>
#include <vector>

namespace wengu::student {

/// One month of study, thirty days.
struct Month {
    double reviews_per_day = 0;
    double minutes_per_day = 0;
    double recalled = 0;     ///< Share of reviews that were recalled.
    double true_recall = 0;  ///< Mean true probability of recall, all cards, unseen as 0.
    double mastery = 0;      ///< What wengu reports for the collection.
};

struct Result {
    std::vector<Month> months;
    double reviews = 0;
    double minutes = 0;
    double recalled = 0;        ///< Share, over all years.
    double mastered = 0;        ///< Share of cards that wengu calls mastered at the end.
    double mastered_holds = 0;  ///< True recall of these, thirty days after their last review.
};

struct Setup {
    Algorithm algorithm = Algorithm::Sm2;
    fsrs::Params truth = fsrs::kDefaults;  ///< The student's own memory.
    int notes = 1000;
    int cards_per_note = 8;
    int days = 5 * 365;
    std::uint64_t seed = 1;
};

[[nodiscard]] Result study(const Setup& setup);

}  // namespace wengu::student
