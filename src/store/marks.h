#pragma once
// What the user decides about single cards, apart from grading them.

#include "store/reviews.h"

namespace wengu::store {

// Each mark remembers when it was set, so that collections that were apart come to the same after a
// merge: the mark set last holds. `at` is that moment.

/// Suspended cards are not asked, planned or counted until they are released. All of
/// these throw Error when there is no such card.
void set_suspended(Store& store, const std::string& card_id, bool suspended, Instant at);

/// The card is not asked before study day `until`; nullopt takes that back.
void set_buried(Store& store, const std::string& card_id, std::optional<Day> until, Instant at);

/// A tag of the user's own, beside those of the note; given once however often.
void add_tag(Store& store, const std::string& card_id, const std::string& tag, Instant at);
/// Takes such a tag away again; tags of the note stay.
void remove_tag(Store& store, const std::string& card_id, const std::string& tag, Instant at);

void set_flagged(Store& store, const std::string& card_id, bool flagged, Instant at);

/// The card starts over as new: its log stays, but replay leaves out all up to `at`,
/// progress from elsewhere included.
void reset_card(Store& store, const std::string& card_id, Instant at, const Replay& replay);
/// It goes on from where it was before.
void take_back_reset(Store& store, const std::string& card_id, Instant at, const Replay& replay);

/// Study days on which nothing falls due. Overlapping or touching spans become one.
struct Holiday {
    Day first{};
    Day last{};

    friend bool operator==(const Holiday&, const Holiday&) = default;
};

void add_holiday(Store& store, const Holiday& holiday, Instant at);
/// Removes the holiday that contains `day`; whether there was one.
bool remove_holiday(Store& store, Day day, Instant at);
[[nodiscard]] std::vector<Holiday> holidays(const Store& store);

}  // namespace wengu::store
