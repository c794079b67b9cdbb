#pragma once
// The user's own editor.

#include <filesystem>
#include <string>

namespace wengu {

struct Context;

/// Opens `file` at `line` (0: anywhere) in $VISUAL or $EDITOR and waits for it.
/// Throws Error when no editor is set up or it cannot be run. Returns whether
/// the editor ended well.
bool edit_file(const Context& context, const std::filesystem::path& file, int line);

}  // namespace wengu
