#pragma once
// `wengu edit CARD`: opens the note at the card's line and reads it again.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command edit_command(Context& context);

}  // namespace wengu
