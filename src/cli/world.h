#pragma once
// The real world as a Context: standard streams, the system clock, the environment.

#include "tui/context.h"

namespace wengu {

[[nodiscard]] Context the_world();

}  // namespace wengu
