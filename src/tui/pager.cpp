#include "tui/pager.h"

#include "core/text.h"
#include "term/markdown_view.h"
#include "term/terminal.h"
#include "term/wrap.h"
#include "tui/print.h"
#include "tui/screen.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace wengu {
namespace {

constexpr int kReadingWidth = 88;  // cells; longer lines are hard to read

bool fits(std::string_view text, Size size) {
    int rows = 0;
    for (const auto line : split_lines(text)) {
        rows += 1 + std::max(0, Widths{}.of(line) - 1) / std::max(1, size.columns);
    }
    return rows < size.rows;
}

/// Whether the pager took the text. A reader who leaves early is no failure.
bool page(const std::string& pager, std::string_view text) {
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    setenv("LESSCHARSET", "utf-8", 0);  // it would go by a locale that may not be installed
    FILE* const pipe = popen(pager.c_str(), "w");
    int status = -1;
    if (pipe != nullptr) {
        std::fwrite(text.data(), 1, text.size(), pipe);
        status = pclose(pipe);
    }
    std::signal(SIGPIPE, before);
    constexpr int kNotFound = 127;  // what the shell says of a command it does not know
    return status != -1 && !(WIFEXITED(status) && WEXITSTATUS(status) == kNotFound);
}

}  // namespace

std::string pager_of(const Context& context) {
    for (const char* variable : {"WENGU_PAGER", "PAGER"}) {
        if (const auto wanted = context.variables(variable)) return std::string{trim(*wanted)};
    }
    return "less -FRX";
}

void print_paged(const Context& context, std::string_view text) {
    print_paged_styled(context, visible(text));
}

void print_paged_styled(const Context& context, std::string_view text) {
    const auto pager = pager_of(context);
    const bool wanted = context.out_is_terminal && context.in_is_terminal && !pager.empty() &&
                        pager != "cat" && !fits(text, terminal_size());
    context.out.flush();
    if (!wanted || !page(pager, text)) print_styled(context.out, text);
}

std::string drawn(const Context& context, std::string_view markdown) {
    std::string text;
    if (!context.out_is_terminal || wants_lines(context, false)) {
        for (const auto line : split_lines(markdown)) text += sanitised(line) + "\n";
        return text;
    }
    const auto theme = output_theme(context);
    const int width = std::min(kReadingWidth, terminal_size().columns);
    for (const auto& line : markdown_lines(markdown, {.width = width, .overhang = 0}, {}))
        text += encoded(line, theme) + "\n";
    return text;
}

}  // namespace wengu
