#pragma once
// `wengu review`: today's cards, on the full screen or line by line.

#include "cli/command.h"
#include "library/sittings/day_queue.h"

namespace wengu {

[[nodiscard]] Command review_command(Context& context);

/// Reviews as `wengu review` would, asked in this way.
int review_today(Context& context, const DayRequest& request = {});

}  // namespace wengu
