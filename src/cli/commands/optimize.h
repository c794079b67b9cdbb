#pragma once
// `wengu optimize`: FSRS parameters that fit the user's own reviews.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command optimize_command(Context& context);

}  // namespace wengu
