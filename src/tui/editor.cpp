#include "tui/editor.h"

#include "core/error.h"
#include "core/text.h"
#include "library/environment.h"
#include "library/files.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <sstream>
#include <vector>

namespace wengu {
namespace {

std::vector<std::string> words(const std::string& text) {
    std::istringstream in{text};
    std::vector<std::string> result;
    for (std::string word; in >> word;) result.push_back(word);
    return result;
}

/// The words that make `editor` open a file at a line. Editors that take "+N"
/// are the rule; the others are named here.
std::vector<std::string> command_line(const std::string& editor, const std::string& file,
                                      int line) {
    auto command = words(editor);
    const auto name = std::filesystem::path{command.front()}.filename().string();
    const auto at = fmt::format("{}:{}", file, line);
    if (line > 0 && (name == "code" || name == "codium")) {
        command.insert(command.end(), {"--wait", "--goto", at});
    } else if (line > 0 && (name == "hx" || name == "helix" || name == "subl" || name == "zed")) {
        command.push_back(at);
    } else {
        if (line > 0) command.push_back(fmt::format("+{}", line));
        command.push_back(file);
    }
    return command;
}

/// A path that no editor takes for an option, whatever its name begins with.
std::string argument_for(const std::filesystem::path& file) {
    return file.is_absolute() ? file.string() : (std::filesystem::path{"."} / file).string();
}

}  // namespace

std::string editor_of(const Environment& environment) {
    for (const char* variable : {"WENGU_EDITOR", "VISUAL", "EDITOR"}) {
        const auto value = environment.variable(variable);
        if (!trim(value).empty()) return value;
    }
    for (const char* known : {"/usr/bin/editor", "/usr/bin/nano", "/usr/bin/vi"}) {
        if (access(known, X_OK) == 0) return known;
    }
    fail("no editor is set up; name one with `export EDITOR=nano`");
}

bool edit_file(const Environment& environment, const std::filesystem::path& file, int line) {
    auto command = command_line(editor_of(environment), argument_for(file), line);
    std::vector<char*> arguments;
    for (auto& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    const pid_t child = fork();
    if (child < 0) fail("cannot start the editor \"{}\"", command.front());
    if (child == 0) {
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) {
        fail("cannot start the editor \"{}\"; name another with `export EDITOR=nano`",
             command.front());
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string edit_text(const Environment& environment, const std::string& text) {
    const auto file = environment.state_folder() / "answer.md";
    make_folder(file.parent_path());
    replace_file(file, text);
    if (!edit_file(environment, file, 0))
        fail("the editor did not end well, so nothing was taken over");
    auto answer = read_file(file);
    if (invalid_utf8(answer)) fail("{}: this is not UTF-8 text", file.string());
    return answer;
}

}  // namespace wengu
