#pragma once
// `wengu browse`: find cards on the full screen.

#include "app/command.h"

namespace wengu {

[[nodiscard]] Command browse_command(Context& context);

}  // namespace wengu
