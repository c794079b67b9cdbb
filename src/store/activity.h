#pragma once
// The review log of a part of the collection, added up as statistics ask for it.
// The part is a query; an empty one is the whole log, gone cards included.

#include "core/grade.h"
#include "store/query.h"
#include "store/stats.h"

namespace wengu::store {

/// Days with any work from `first` to `last`, in order.
[[nodiscard]] std::vector<DatedWork> work_of(const Store& store, const std::vector<Term>& part,
                                             Day first, Day last);

/// Counted grades from `first` to `last`, without zeros.
[[nodiscard]] std::vector<GradeCount> grades_of(const Store& store, const std::vector<Term>& part,
                                                Day first, Day last);

/// How often known cards were asked, and recalled. A card counts once a day, with its
/// first grade: drilling it afterwards says nothing of what was remembered.
struct Recall {
    std::string deck;
    bool mature = false;  ///< Interval of 21 days and more when it was asked.
    int asked = 0;
    int recalled = 0;

    friend bool operator==(const Recall&, const Recall&) = default;
};

/// By deck, young before mature; decks without a review left out.
[[nodiscard]] std::vector<Recall> recall_by_deck(const Store& store, const std::vector<Term>& part,
                                                 Day first, Day last);

}  // namespace wengu::store
