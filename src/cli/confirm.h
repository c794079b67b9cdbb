#pragma once
// Asking before something that is tedious to take back.

#include <string>

namespace wengu {

struct Context;

/// Asks `question` with y/N on standard error and reads the answer. False for
/// anything but yes, without a terminal to ask, and with `--no-input`; the user
/// is then told about `--yes`.
[[nodiscard]] bool confirmed(Context& context, const std::string& question);

}  // namespace wengu
