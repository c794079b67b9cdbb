#include "core/error.h"

namespace wengu {

std::string to_string(const Problem& problem) {
    std::string text = problem.path;
    if (problem.line > 0) text += fmt::format(":{}", problem.line);
    if (problem.line > 0 && problem.column > 0) text += fmt::format(":{}", problem.column);
    text += fmt::format(": {}\n", problem.message.text());
    if (!problem.hint.empty()) text += fmt::format("    {}\n", problem.hint.text());
    return text;
}

}  // namespace wengu
