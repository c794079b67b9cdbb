#pragma once
// The user's own editor.

#include <filesystem>
#include <string>
#include <vector>

namespace wengu {

struct Environment;

/// The user's editor, arguments included. Throws Error when none is set up.
[[nodiscard]] std::string editor_of(const Environment& environment);

/// The words of a command as a shell would take them: quotes and backslashes keep blanks together.
/// A text that is itself the path of a program is one word. Never empty for a text that is not
/// blank.
[[nodiscard]] std::vector<std::string> command_words(const std::string& text);

/// Opens `file` at `line` (0: anywhere) in $VISUAL or $EDITOR and waits for it.
/// Throws Error when no editor is set up or it cannot be run. Returns whether
/// the editor ended well.
bool edit_file(const Environment& environment, const std::filesystem::path& file, int line);

/// `text` as the user leaves it in the editor. Throws Error when the editor fails
/// or what it leaves is no UTF-8; the text then still lies in the state folder.
[[nodiscard]] std::string edit_text(const Environment& environment, const std::string& text);

}  // namespace wengu
