#pragma once
// The command line: finds the command, fills its options, runs it, and turns
// every failure into one message and one exit code.

#include <string>
#include <vector>

namespace wengu {

struct Context;

/// Runs `arguments` (without the program's name). Returns an ExitCode.
[[nodiscard]] int run(const std::vector<std::string>& arguments, Context& context);

}  // namespace wengu
