#pragma once
// `wengu simulate`: what a scheduler would do with a card that gets these grades.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command simulate_command(Context& context);

}  // namespace wengu
