#pragma once
// `wengu demo`: a throw-away collection of the starter decks, and a review of it.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command demo_command(Context& context);

}  // namespace wengu
