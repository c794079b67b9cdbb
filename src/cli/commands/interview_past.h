#pragma once
// What came of earlier mock interviews: report, list, compare, undo.

#include "cli/command.h"
#include "interview/report.h"

#include <vector>

namespace wengu {

[[nodiscard]] std::vector<Command> past_commands(Context& context);

/// The few lines that end a mock interview, the takeaway first.
void print_summary(Context& context, const Report& report);

}  // namespace wengu
