#include "app/settings/switching.h"

#include "app/print.h"
#include "app/settings/scheduling.h"
#include "core/message.h"
#include "term/width.h"

namespace wengu {
namespace {

/// Fingerprint of the settings that the schedules in the store come from.
constexpr const char* kComputedBy = "schedules.computed_by";

void print_row(std::ostream& out, const char* label, int count, const std::string& more = "") {
    const Widths widths;
    print(out, "  {}{:>6}{}{}\n", padded(label, 12, widths), count, more.empty() ? "" : "   ",
          more);
}

std::string by_up_to(int days) {
    return days == 0 ? "" : say_count("by up to {} day", "by up to {} days", days);
}

}  // namespace

ChangeEffect effect_of_switch(const Store& store, const Bookkeeping& books, Day today) {
    std::vector<Schedule> before;
    std::vector<Schedule> after;
    store::each_log(store, [&](const store::CardLog& log) {
        before.push_back(log.now.schedule);
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

void follow_settings(const Context& context, Store& store) {
    if (store::setting(store, kComputedBy) == scheduling_fingerprint(context.settings)) return;
    const int changed = switch_schedules(store, context.settings);
    if (changed == 0) return;
    print(context.err, "{}\n",
          say_count("The settings for scheduling have changed: {} card has a new schedule.",
                    "The settings for scheduling have changed: {} cards have new schedules.",
                    changed));
}

void print_effect(std::ostream& out, const ChangeEffect& effect) {
    const int moved = effect.earlier + effect.later;
    print(out, "{}\n", say("{} of {} answered cards come on another day", moved, effect.cards));
    if (moved == 0) return;
    print_row(out, tr("earlier"), effect.earlier, by_up_to(effect.most_earlier));
    print_row(out, tr("later"), effect.later, by_up_to(effect.most_later));
    print_row(out, tr("as before"), effect.cards - moved);
    print_row(out, tr("due today"), effect.due_after, say("now {}", effect.due_before));
}

}  // namespace wengu
