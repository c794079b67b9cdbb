#pragma once
// The review log of a part of the collection, added up as statistics ask for it.
// The part is a query; an empty one is the whole log, gone cards included.

#include "core/grade.h"
#include "core/time.h"
#include "store/query.h"
#include "store/store.h"

#include <cstdint>

namespace wengu::store {

/// The work of some study day, without what was taken back and what came with notes.
struct DayWork {
    int new_cards = 0;  ///< Graded for the first time.
    int reviews = 0;    ///< Grades of cards that were due for review.
    int steps = 0;      ///< Further grades of cards being learned.
    int uncounted = 0;  ///< Cram and the like; in no other number but the time.
    std::int64_t taken_ms = 0;

    friend bool operator==(const DayWork&, const DayWork&) = default;
};

struct DatedWork {
    Day day{};
    DayWork work;

    friend bool operator==(const DatedWork&, const DatedWork&) = default;
};

/// Study days in a row with work, up to `today`, or up to the day before while today has none.
[[nodiscard]] int streak_days(const Store& store, Day today);

[[nodiscard]] DayWork work_on(const Store& store, Day day);

/// Days with any work from `first` to `last`, in order.
[[nodiscard]] std::vector<DatedWork> work_of(const Store& store, const std::vector<Term>& part,
                                             Day first, Day last);

/// How long a card had been remembered when it was graded.
enum class Maturity { New, Learning, Young, Mature };  // Mature: 21 days and more

struct GradeCount {
    Maturity maturity = Maturity::New;
    Grade grade = Grade::Good;
    int count = 0;

    friend bool operator==(const GradeCount&, const GradeCount&) = default;
};

/// Counted grades from `first` to `last`, by maturity and grade; without zeros.
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
