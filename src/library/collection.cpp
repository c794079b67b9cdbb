#include "library/collection.h"

#include "library/settings/scheduling.h"
#include "library/settings/switching.h"
#include "memory/mastery.h"

namespace wengu {

Store open_collection(const Environment& environment) {
    Store store{environment.database_path()};
    follow_settings(environment, store);
    return store;
}

SchedulerSet::SchedulerSet(const Settings& settings)
    : schedulers_{Scheduler{scheduler_options(settings)}},
      horizon_days_{settings.number("study.mastery_horizon_days")},
      leech_lapses_{settings.integer("study.leech_lapses")} {
    for (const auto& [deck, values] : settings.decks()) {
        Scheduler own{scheduler_options(settings.for_deck(deck))};
        if (own.options() == schedulers_[index_for(deck)].options()) continue;
        decks_.emplace(deck, schedulers_.size());
        schedulers_.push_back(std::move(own));
    }
}

std::size_t SchedulerSet::index_for(std::string_view deck) const {
    if (decks_.empty()) return 0;
    while (true) {
        if (const auto found = decks_.find(deck); found != decks_.end()) return found->second;
        const auto slash = deck.rfind('/');
        if (slash == std::string_view::npos) return 0;
        deck = deck.substr(0, slash);
    }
}

const Scheduler& SchedulerSet::scheduler_for(std::string_view deck) const {
    return schedulers_[index_for(deck)];
}

store::Progress SchedulerSet::progress_of(const Schedule& schedule) const {
    return {.schedule = schedule,
            .mastery = mastery_level(schedule, horizon_days_),
            .leech = schedule.lapses >= leech_lapses_};
}

Schedule SchedulerSet::replay_of(const store::CardLog& log) const {
    return scheduler_for(log.deck).replay(log.reviews, log.seed);
}

store::Replay SchedulerSet::replay() const {
    return [schedulers = *this](const store::CardLog& log) {
        return schedulers.progress_of(schedulers.replay_of(log));
    };
}

}  // namespace wengu
