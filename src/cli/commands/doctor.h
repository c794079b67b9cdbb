#pragma once
// `wengu doctor`: whether everything around the collection works, each finding with a fix.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command doctor_command(Context& context);

}  // namespace wengu
