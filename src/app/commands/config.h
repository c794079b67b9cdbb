#pragma once
// `wengu config`: the settings, where each value comes from, and changing them.

#include "app/command.h"

namespace wengu {

[[nodiscard]] Command config_command(Context& context);

}  // namespace wengu
