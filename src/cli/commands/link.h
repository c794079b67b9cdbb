#pragma once
// `wengu link NEW OLD`: the user says that a new card is an old one, edited.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command link_command(Context& context);

}  // namespace wengu
