#pragma once
// `wengu browse`: find cards on the full screen.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command browse_command(Context& context);

}  // namespace wengu
