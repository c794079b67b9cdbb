#include "app/collection.h"

#include "app/scheduling.h"
#include "memory/mastery.h"

namespace wengu {

Store open_collection(const Context& context) { return Store{context.database_path()}; }

Bookkeeping::Bookkeeping(const Settings& settings)
    : scheduler_{scheduler_options(settings)},
      horizon_days_{settings.number("study.mastery_horizon_days")},
      leech_lapses_{settings.integer("study.leech_lapses")} {}

store::Progress Bookkeeping::progress_of(const Schedule& schedule) const {
    return {.schedule = schedule,
            .mastery = mastery_level(schedule, horizon_days_),
            .leech = schedule.lapses >= leech_lapses_};
}

store::Replay Bookkeeping::replay() const {
    return [books = *this](const store::CardLog& log) {
        return books.progress_of(books.scheduler().replay(log.reviews, log.seed));
    };
}

}  // namespace wengu
