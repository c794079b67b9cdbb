#pragma once
// `wengu due` and `wengu today`: how much there is to do.

#include "app/command.h"

namespace wengu {

[[nodiscard]] Command due_command(Context& context);
[[nodiscard]] Command today_command(Context& context);

}  // namespace wengu
