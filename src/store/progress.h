#pragma once
// How far a card has come.

#include "core/schedule.h"

namespace wengu::store {

/// What the log of a card amounts to. Computed by the caller, kept by the store.
struct Progress {
    Schedule schedule;
    double mastery = 0;
    bool leech = false;

    friend bool operator==(const Progress&, const Progress&) = default;
};

}  // namespace wengu::store
