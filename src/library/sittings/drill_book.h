#pragma once
// Mock interviews in the collection: the plan as it was made, the steps as they
// came, and both read back as the drill or as a record of it.

#include "interview/drill.h"
#include "interview/report.h"
#include "store/drills.h"

#include <string>
#include <vector>

namespace wengu {

/// What belongs to a drill besides its plan.
struct DrillSetup {
    DrillPlan plan;
    std::string profile;
    std::uint64_t seed = 0;
    std::optional<int> days_to_interview;
    std::string answer = "type";  ///< "type", "editor" or "speak".
    bool schedule = true;         ///< Grades may move schedules.
    bool strict = false;          ///< An answer far over its time is handed in as it is.
};

[[nodiscard]] std::string to_payload(const DrillSetup& setup);
/// Throws Error when the payload cannot be read.
[[nodiscard]] DrillSetup setup_from(const std::string& payload);

/// Step kind of our own: a grade that went to the review log ("review", "schedule").
inline constexpr const char* kLogged = "logged";

[[nodiscard]] store::DrillStep to_row(const Step& step);
[[nodiscard]] Step from_row(const store::DrillStep& row);

/// Takes the saved steps of a drill again.
void replay(Drill& drill, const std::vector<store::DrillStep>& steps);

/// Every drill that was not undone, oldest first; open ones too, but none that was left
/// before anything was answered, except the one with the id `also`. `number` counts all of
/// them, so that numbers never change.
[[nodiscard]] std::vector<DrillRecord> drill_records(const Store& store,
                                                     const std::string& also = {});

/// The ids of the reviews that a drill logged.
[[nodiscard]] std::vector<std::string> reviews_of(const Store& store, const std::string& drill_id);

}  // namespace wengu
