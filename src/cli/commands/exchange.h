#pragma once
// `wengu export` and the merging side of `wengu import`: a collection as lines of
// JSON, to move it between machines.

#include "cli/command.h"

namespace wengu {

[[nodiscard]] Command export_command(Context& context);

/// `wengu import --jsonl FILE...`: takes in what `export` wrote; "-" is standard input.
int merge_files(Context& context, const std::vector<std::string>& files, bool json);

}  // namespace wengu
