#pragma once
// `wengu split`: the cards that notes would give, and why the rest gives none.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command split_command(Context& context);

}  // namespace wengu
