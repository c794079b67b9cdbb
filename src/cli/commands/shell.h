#pragma once
// For shells and packagers: `wengu completions SHELL`, `wengu manual`, and the
// hidden `wengu complete` that the completion scripts call.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] std::vector<Command> shell_commands(Context& context);

}  // namespace wengu
