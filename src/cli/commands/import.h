#pragma once
// `wengu import` and `wengu check`: notes into the collection, and what is wrong
// with them.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command import_command(Context& context);
[[nodiscard]] Command check_command(Context& context);

}  // namespace wengu
