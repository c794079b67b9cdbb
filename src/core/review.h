#pragma once
// One graded recall: a row of the review log. The log is the truth; everything
// the program knows of a card's memory can be computed from its rows.

#include "core/grade.h"
#include "core/time.h"

#include <string>

namespace wengu {

/// Where a grade came from. The names are stored: never change them.
enum class Source { Review, Drill, Import, Cram };

struct Review {
    std::string id;  ///< Globally unique; merging two logs is a union of ids.
    std::string card_id;
    Moment moment;  ///< When, and the local offset at that time.
    Grade grade = Grade::Good;
    int taken_ms = 0;  ///< From showing the question to the grade; 0 if unknown.
    Source source = Source::Review;
    std::string scheduler;  ///< Algorithm and version in force: "sm2/1", "fsrs/6".
    bool counted = true;    ///< False: logged, but the schedule ignores it.

    friend bool operator==(const Review&, const Review&) = default;
};

}  // namespace wengu
