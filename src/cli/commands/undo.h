#pragma once
// `wengu undo`: takes back the last grades, or the last import.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command undo_command(Context& context);

}  // namespace wengu
