#pragma once
// `wengu holiday`: days on which nothing is asked.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command holiday_command(Context& context);

}  // namespace wengu
