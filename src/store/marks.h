#pragma once
// What the user decides about single cards, apart from grading them.

#include "store/reviews.h"

namespace wengu::store {

/// Suspended cards are not asked, planned or counted until they are released. All of
/// these throw Error when there is no such card.
void set_suspended(Store& store, const std::string& card_id, bool suspended);

/// The card is not asked before study day `until`; nullopt takes that back.
void set_buried(Store& store, const std::string& card_id, std::optional<Day> until);

/// A tag of the user's own, beside those of the note; given once however often.
void add_tag(Store& store, const std::string& card_id, const std::string& tag);
/// Takes such a tag away again; tags of the note stay.
void remove_tag(Store& store, const std::string& card_id, const std::string& tag);

void set_flagged(Store& store, const std::string& card_id, bool flagged);

/// The card starts over as new: its log stays, but replay leaves out all up to `at`,
/// progress from elsewhere included. nullopt takes that back, with `replay`.
void set_reset(Store& store, const std::string& card_id, std::optional<Instant> at,
               const Replay& replay);

/// Study days on which nothing falls due. Overlapping or touching spans become one.
struct Holiday {
    Day first{};
    Day last{};

    friend bool operator==(const Holiday&, const Holiday&) = default;
};

void add_holiday(Store& store, const Holiday& holiday);
/// Removes the holiday that contains `day`; whether there was one.
bool remove_holiday(Store& store, Day day);
[[nodiscard]] std::vector<Holiday> holidays(const Store& store);

}  // namespace wengu::store
