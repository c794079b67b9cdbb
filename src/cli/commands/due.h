#pragma once
// `wengu due`: how much there is to do, as numbers.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command due_command(Context& context);

}  // namespace wengu
