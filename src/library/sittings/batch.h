#pragma once
// Grades from a program: one JSON object a line, kept as if they had been given in
// a review.

#include "library/collection.h"
#include "store/cards.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace wengu {

/// A grade that was kept, and what followed from it.
struct BatchGrade {
    store::Card card;  ///< As it was before.
    Grade grade = Grade::Good;
    Schedule after;
};

/// Keeps the grades of `lines`: {"card": ID, "grade": 1..4, "seconds": 12}, seconds at will.
/// All or nothing: throws UsageError naming the first line that makes no sense.
std::vector<BatchGrade> take_batch(const Environment& environment, Store& store,
                                   const SchedulerSet& schedulers, std::istream& lines);

}  // namespace wengu
