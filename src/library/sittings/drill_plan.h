#pragma once
// From the collection and what the user asked for to the plan of a mock interview.

#include "interview/profile.h"
#include "library/collection.h"
#include "library/sittings/drill_book.h"

namespace wengu {

struct DrillWishes {
    int questions = 4;
    std::vector<std::string> tags;
    std::vector<std::string> cards;  ///< These and no others, in this order.
    DrillStyle style = DrillStyle::Standard;
    std::string answer = "type";
    std::int64_t prepare_ms = 30'000;
    std::int64_t target_ms = 120'000;
    bool score = true;
    bool schedule = true;
    bool relax = false;   ///< Also what was asked lately, and several of one note.
    bool strict = false;  ///< Half over the time, the answer is handed in as it is.
    std::uint64_t seed = 0;
    std::optional<Profile> profile;
};

/// A setup, and what there is to say about how it came to be.
struct PlannedDrill {
    DrillSetup setup;
    std::vector<std::string> reasons;  ///< One line a question, with the numbers.
    int wanted = 0;
    int eligible = 0;
    int asked_lately = 0;
    bool several_of_one_note = false;  ///< One a note was too few.
};

/// Throws Error when there is nothing to ask.
[[nodiscard]] PlannedDrill plan_drill(const Store& store, const SchedulerSet& schedulers,
                                      const DrillWishes& wishes, Day today);

}  // namespace wengu
