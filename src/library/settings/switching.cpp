#include "library/settings/switching.h"

#include "core/message.h"
#include "library/settings/scheduling.h"

namespace wengu {
namespace {

/// Fingerprint of the settings that the schedules in the store come from.
constexpr const char* kComputedBy = "schedules.computed_by";

}  // namespace

ChangeEffect effect_of_switch(const Store& store, const SchedulerSet& schedulers, Day today) {
    std::vector<Schedule> before;
    std::vector<Schedule> after;
    store::each_log(store, [&](const store::CardLog& log) {
        before.push_back(log.now.schedule);
        after.push_back(schedulers.replay_of(log));
    });
    return effect_of_change(before, after, today);
}

int switch_schedules(Store& store, const Settings& settings) {
    store::Transaction whole{store};
    const int changed = store::rebuild(store, SchedulerSet{settings}.replay());
    store::set_setting(store, kComputedBy, scheduling_fingerprint(settings));
    whole.commit();
    return changed;
}

void follow_settings(const Environment& environment, Store& store) {
    if (store::setting(store, kComputedBy) == scheduling_fingerprint(environment.settings)) return;
    const int changed = switch_schedules(store, environment.settings);
    if (changed == 0) return;
    environment.warn(say_count(
        "The settings for scheduling have changed: {} card has a new schedule.",
        "The settings for scheduling have changed: {} cards have new schedules.", changed));
}

}  // namespace wengu
