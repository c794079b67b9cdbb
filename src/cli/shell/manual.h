#pragma once
// The manual page, made from the command table so that it cannot say anything else.

#include "cli/command.h"

#include <string>

namespace wengu {

/// wengu(1) as roff source for man(1).
[[nodiscard]] std::string manual_page(const Command& root, const std::string& version);

}  // namespace wengu
