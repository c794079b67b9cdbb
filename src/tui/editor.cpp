#include "tui/editor.h"

#include "core/error.h"
#include "core/text.h"
#include "library/environment.h"
#include "library/files.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

namespace wengu {
namespace {

/// The words that make `editor` open a file at a line. Editors that take "+N"
/// are the rule; the others are named here.
std::vector<std::string> command_line(const std::string& editor, const std::string& file,
                                      int line) {
    auto command = command_words(editor);
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

std::vector<std::string> command_words(const std::string& text) {
    if (access(text.c_str(), X_OK) == 0) return {text};  // a path with blanks, unquoted
    std::vector<std::string> words;
    bool in_word = false;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (quote == 0 && blank) {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        if (c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '\\' && quote != '\'' && i + 1 < text.size()) {
            words.back() += text[++i];
        } else {
            words.back() += c;
        }
    }
    return words;
}

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
