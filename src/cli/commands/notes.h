#pragma once
// `wengu notes update`: review state into the front matter of notes.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command notes_command(Context& context);

}  // namespace wengu
