#pragma once
// `wengu list`, `search` and `show`: looking at cards.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command list_command(Context& context);
[[nodiscard]] Command search_command(Context& context);
[[nodiscard]] Command show_command(Context& context);

}  // namespace wengu
