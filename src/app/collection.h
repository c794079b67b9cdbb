#pragma once
// The user's collection: the store, and how a log becomes progress under the
// settings in force.

#include "app/context.h"
#include "memory/scheduler.h"
#include "store/reviews.h"
#include "store/store.h"

namespace wengu {

/// Opens the collection, making it when it is not there yet.
[[nodiscard]] Store open_collection(const Context& context);

/// How the settings turn a schedule into what the store keeps.
class Bookkeeping {
public:
    explicit Bookkeeping(const Settings& settings);

    [[nodiscard]] const Scheduler& scheduler() const { return scheduler_; }
    [[nodiscard]] store::Progress progress_of(const Schedule& schedule) const;
    /// Replays a card's log. The function holds a copy: it may outlive this object.
    [[nodiscard]] store::Replay replay() const;

private:
    Scheduler scheduler_;
    double horizon_days_;
    int leech_lapses_;
};

}  // namespace wengu
