#pragma once
// `wengu profile`: the interviews to prepare for.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command profile_command(Context& context);

}  // namespace wengu
