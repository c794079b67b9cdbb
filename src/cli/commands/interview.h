#pragma once
// `wengu interview`: a mock interview, and what came of earlier ones.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command interview_command(Context& context);

}  // namespace wengu
