#pragma once
// Changing how cards are scheduled: every log is replayed under the new settings,
// and before anything is kept one can see what would move.

#include "library/collection.h"
#include "memory/change.h"

namespace wengu {

/// What the schedules of the collection would become under `books`; changes nothing.
[[nodiscard]] ChangeEffect effect_of_switch(const Store& store, const SchedulerSet& schedulers,
                                            Day today);

/// Recomputes all schedules under `settings`, and remembers that. One transaction.
/// Returns how many cards changed.
int switch_schedules(Store& store, const Settings& settings);

/// The same, when the schedules come from other settings than those in force: the config
/// file was edited by hand. Warns if any card changed.
void follow_settings(const Environment& environment, Store& store);

}  // namespace wengu
