#pragma once
// Small cards for single points that mock interviews keep missing. They belong to a
// card of a note and are found by no import: what they say, where they stand and
// whether they are gone follows from that card and from the drills.

#include "core/time.h"
#include "store/store.h"

#include <optional>

namespace wengu::store {

/// The points of a card that an answer in this drill did mention; replaces what was
/// there for the card.
void set_heard_points(Store& store, const std::string& drill_id, const std::string& card_id,
                      const std::vector<std::string>& point_ids);

struct PointCard {
    std::string parent_id;
    std::string point_id;
    std::string label;  ///< "Point 2?": stands below the parent's question.
    std::string drill_id;
    Day day{};
};

/// Makes the card and returns its id; nullopt when it is there already, when the parent
/// got one that day, or has no such point.
std::optional<std::string> make_point_card(Store& store, const PointCard& wanted);

/// Brings every point card up to date. One is gone when its parent is, when its point
/// is no longer in the answer, when the drill that made it was undone, or when two
/// later drills heard the point and none missed it since. Those of undone drills that
/// were never graded are removed.
void refresh_point_cards(Store& store);

class Database;
/// The same inside a transaction of this room.
void refresh_point_cards(Database& db);

}  // namespace wengu::store
