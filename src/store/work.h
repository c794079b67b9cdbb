#pragma once
// How much was done on which study day, by the log, across sessions and devices.

#include "core/time.h"
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

[[nodiscard]] DayWork work_on(const Store& store, Day day);

struct DeckWork {
    std::string deck;
    DayWork work;

    friend bool operator==(const DeckWork&, const DeckWork&) = default;
};

/// The decks with any work that day, by name.
[[nodiscard]] std::vector<DeckWork> work_by_deck(const Store& store, Day day);

struct DatedWork {
    Day day{};
    DayWork work;

    friend bool operator==(const DatedWork&, const DatedWork&) = default;
};

/// Days with any work from `first` to `last`, in order.
[[nodiscard]] std::vector<DatedWork> work_between(const Store& store, Day first, Day last);

}  // namespace wengu::store
