#pragma once
// Mock interviews as they went: a row for each, and a row for each of its steps, so
// that one that was cut short can go on. What the payloads say is the interview
// room's and app's business; here they are texts.

#include "core/time.h"
#include "store/store.h"

namespace wengu::store {

enum class DrillState { Open, Finished, Undone };

struct Drill {
    std::string id;
    Moment started;
    Day day{};
    DrillState state = DrillState::Open;
    std::string payload;  ///< The plan and what it was made from.

    friend bool operator==(const Drill&, const Drill&) = default;
};

struct DrillStep {
    Instant at;
    std::string kind;
    std::string card_id;  ///< Empty for steps without a card.
    std::string payload;

    friend bool operator==(const DrillStep&, const DrillStep&) = default;
};

/// Begins a drill; returns its id.
std::string start_drill(Store& store, const Moment& started, Day day, const std::string& payload);

/// Adds a step; it is safe on the disk on return. Returns its number, from 0.
int append_step(Store& store, const std::string& drill_id, const DrillStep& step);

void set_drill_state(Store& store, const std::string& drill_id, DrillState state);

/// Newest first, undone ones included.
[[nodiscard]] std::vector<Drill> drills(const Store& store);
/// The newest one that is still open.
[[nodiscard]] std::optional<Drill> open_drill(const Store& store);
[[nodiscard]] std::vector<DrillStep> steps_of(const Store& store, const std::string& drill_id);

/// The points of a card that an answer in this drill did not mention; replaces what
/// was there for the card.
void set_missed_points(Store& store, const std::string& drill_id, const std::string& card_id,
                       const std::vector<std::string>& point_ids);

struct PointMisses {
    std::string card_id;
    std::string point_id;
    int drills = 0;  ///< In how many drills it was missed, undone ones not counted.

    friend bool operator==(const PointMisses&, const PointMisses&) = default;
};

/// Points missed in at least so many drills, most often missed first.
[[nodiscard]] std::vector<PointMisses> missed_points(const Store& store, int at_least = 1);

}  // namespace wengu::store
