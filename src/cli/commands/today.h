#pragma once
// `wengu` and `wengu today`: what to do today, and the way to all else.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command today_command(Context& context);

/// `wengu` alone: today's screen, or the first meeting.
int start(Context& context);

}  // namespace wengu
