#pragma once
// `wengu review`: today's cards, on the full screen or line by line.

#include "app/command.h"

namespace wengu {

[[nodiscard]] Command review_command(Context& context);

/// Reviews today's cards as `wengu review` without arguments would.
int review_today(Context& context);

}  // namespace wengu
