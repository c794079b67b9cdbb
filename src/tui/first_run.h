#pragma once
// The very first meeting: where are the notes?

#include "store/store.h"
#include "tui/context.h"

namespace wengu {

/// Says what wengu is, asks where the notes are, reads them and reports. Without
/// anybody to ask it only says what to type. Whether the user wants to go on.
[[nodiscard]] bool welcome(Context& context, Store& store);

}  // namespace wengu
