#pragma once
// `wengu points`: the key points of an answer, for scripts and the curious.

#include "cli/command.h"

#include <string>

namespace wengu {

[[nodiscard]] Command points_command(Context& context);

/// The text of `path`, or of standard input for "-". Throws Error when it
/// cannot be read or is not UTF-8.
[[nodiscard]] std::string read_text(Context& context, const std::string& path);

}  // namespace wengu
