#pragma once
// `wengu coverage`: which points of an answer a text mentions, with evidence.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command coverage_command(Context& context);

}  // namespace wengu
