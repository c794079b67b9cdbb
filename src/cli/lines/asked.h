#pragma once
// After an interview: asks line by line which questions really came.

#include "interview/profile.h"
#include "store/store.h"
#include "tui/context.h"

namespace wengu {

/// Asks at the terminal which cards came: words find them, numbers choose. `q` or the end
/// of the input before anything was chosen put the question off.
void ask_what_came(Context& context, Store& store, const Profile& profile);

/// The same, if there is a question open that was not put today yet.
void ask_once_a_day(Context& context, Store& store);

}  // namespace wengu
