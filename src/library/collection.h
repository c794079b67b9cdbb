#pragma once
// The user's collection: the store, and how a log becomes progress under the
// settings in force.

#include "library/environment.h"
#include "memory/scheduler.h"
#include "store/reviews.h"
#include "store/store.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Opens the collection, making it when it is not there yet. If its schedules come from
/// other settings than those in force, they are computed anew, and the user is told.
[[nodiscard]] Store open_collection(const Environment& environment);

/// How the settings turn a schedule into what the store keeps. Decks may have a
/// scheduler of their own.
class SchedulerSet {
public:
    /// Throws UsageError naming the setting that makes no sense.
    explicit SchedulerSet(const Settings& settings);

    /// Of all decks that have none of their own.
    [[nodiscard]] const Scheduler& scheduler() const { return schedulers_.front(); }

    [[nodiscard]] const std::vector<Scheduler>& schedulers() const { return schedulers_; }
    /// Of `deck`, as an index into `schedulers()`.
    [[nodiscard]] std::size_t index_for(std::string_view deck) const;
    [[nodiscard]] const Scheduler& scheduler_for(std::string_view deck) const;
    /// Whether a card's schedule may change when it moves to another deck.
    [[nodiscard]] bool varies_by_deck() const { return schedulers_.size() > 1; }

    [[nodiscard]] int leech_lapses() const { return leech_lapses_; }
    [[nodiscard]] store::Progress progress_of(const Schedule& schedule) const;
    [[nodiscard]] Schedule replay_of(const store::CardLog& log) const;
    /// Replays a card's log. The function holds a copy: it may outlive this object.
    [[nodiscard]] store::Replay replay() const;

private:
    std::vector<Scheduler> schedulers_;                      ///< Never empty.
    std::map<std::string, std::size_t, std::less<>> decks_;  ///< Those that are set apart.
    double horizon_days_;
    int leech_lapses_;
};

}  // namespace wengu
