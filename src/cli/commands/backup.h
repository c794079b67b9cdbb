#pragma once
// `wengu backup` and `wengu restore`: a copy of the whole collection, and the way back.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command backup_command(Context& context);
[[nodiscard]] Command restore_command(Context& context);

}  // namespace wengu
