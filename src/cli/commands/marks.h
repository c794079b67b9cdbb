#pragma once
// `wengu suspend`, `unsuspend`, `bury`, `flag` and `reset`: what the user decides
// about single cards.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] std::vector<Command> mark_commands(Context& context);

}  // namespace wengu
