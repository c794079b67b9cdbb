#include "library/settings/switching.h"

#include "core/message.h"
#include "library/settings/scheduling.h"
#include "store/queue.h"

#include <unordered_map>

namespace wengu {
namespace {

/// Fingerprint of the settings that the schedules in the store come from.
constexpr const char* kComputedBy = "schedules.computed_by";

std::unordered_map<std::string, Schedule> present_schedules(const Store& store, Day today) {
    std::unordered_map<std::string, Schedule> schedules;
    for (auto& card : store::queue_cards(store, std::vector<store::Term>{}, today)) {
        schedules.emplace(std::move(card.id), card.progress.schedule);
    }
    return schedules;
}

}  // namespace

ChangeEffect effect_of_switch(const Store& store, const Bookkeeping& books, Day today) {
    const auto present = present_schedules(store, today);
    std::vector<Schedule> before;
    std::vector<Schedule> after;
    store::each_log(store, [&](const store::CardLog& log) {
        const auto found = present.find(log.card_id);
        if (found == present.end()) return;
        before.push_back(found->second);
        after.push_back(books.replay_of(log));
    });
    return effect_of_change(before, after, today);
}

int switch_schedules(Store& store, const Settings& settings) {
    store::Transaction whole{store};
    const int changed = store::rebuild(store, Bookkeeping{settings}.replay());
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
