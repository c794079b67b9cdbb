#include "tui/first_run.h"

#include "core/error.h"
#include "core/text.h"
#include "library/import/importer.h"
#include "term/wrap.h"
#include "tui/print.h"
#include "tui/progress.h"
#include "tui/screen.h"
#include "tui/screens/today_screen.h"
#include "tui/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <istream>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// Whether a folder holds a program rather than notes: its Markdown is about the program.
bool is_source_tree(const fs::path& folder) {
    constexpr std::array kBuildFiles{"CMakeLists.txt", "Makefile",       "package.json", "go.mod",
                                     "Cargo.toml",     "pyproject.toml", "pom.xml"};
    return std::ranges::any_of(kBuildFiles, [&](const char* file) {
        std::error_code error;
        return fs::exists(folder / file, error);
    });
}

/// The current folder, if there are notes in it or just below.
std::string suggested_folder() {
    std::error_code error;
    const auto here = fs::current_path(error);
    if (is_source_tree(here)) return {};
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry{here, options, error}, end; entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".md") return here.string();
        const bool hidden = entry->path().filename().string().starts_with(".");
        if (hidden || entry.depth() > 0) entry.disable_recursion_pending();
    }
    return {};
}

/// "~/notes" as shells read it; blanks and quotes around it do not count.
std::string expanded(const Context& context, std::string_view typed) {
    typed = trim(typed);
    if (typed.size() > 1 && (typed.front() == '"' || typed.front() == '\'')) {
        typed = typed.substr(1, typed.size() - 2);
    }
    std::string path{typed};
    if (path == "~" || path.starts_with("~/")) path = context.variable("HOME") + path.substr(1);
    return path;
}

/// The folder that the user names; empty when they leave.
std::string ask_folder(Context& context, const std::string& suggested) {
    while (true) {
        print(context.out, "> ");
        context.out.flush();
        std::string line;
        if (!std::getline(context.in, line)) return {};
        auto folder = expanded(context, line);
        if (folder.empty()) folder = suggested;
        if (folder == "q") return {};
        std::error_code error;
        if (!folder.empty() && fs::exists(folder, error)) return folder;
        print(context.out, "{}\n",
              folder.empty() ? std::string{tr("Type a folder, or q to leave.")}
                             : say("There is no folder {}.", folder));
    }
}

ImportView import_view(const Context& context, const ImportReport& report,
                       const std::string& folder) {
    ImportView view{.folder = folder,
                    .files = report.notes,
                    .added = report.added_cards(),
                    .edited = static_cast<int>(report.edited.size()),
                    .moved = static_cast<int>(report.moved.size()),
                    .gone = static_cast<int>(report.gone.size()),
                    .unchanged = report.unchanged};
    for (const auto& [kind, count] : report.added) {
        view.kinds.push_back(fmt::format("{} {}", label_of(kind), count));
    }
    view.empty_files = report.notes_without_cards;
    view.problems = report.problems;
    view.database = context.database_path().string();
    view.first = true;
    view.first_day = std::min(view.added, context.settings.integer("study.new_per_day"));
    return view;
}

void print_lines(const Context& context, const std::vector<Line>& lines) {
    const auto theme = output_theme(context);
    for (const auto& line : lines) {
        for (const auto& row : wrapped(line, {.width = terminal_size().columns}, {})) {
            print_styled(context.out, encoded(row, theme) + "\n");
        }
    }
}

}  // namespace

bool welcome(Context& context, Store& store) {
    const bool can_ask = context.in_is_terminal && !context.no_input;
    const auto suggested = can_ask ? suggested_folder() : std::string{};
    print_lines(context, welcome_lines(suggested));
    if (!can_ask) {
        print(context.out, "  wengu import FOLDER\n");
        return false;
    }
    const auto folder = ask_folder(context, suggested);
    if (folder.empty()) return false;
    const auto began = context.now().at;
    const auto report =
        import_notes(context, store, {.paths = {folder}, .progress = progress_line(context)});
    auto view = import_view(context, report, folder);
    view.seconds = std::chrono::duration<double>(context.now().at - began).count();
    print(context.out, "\n");
    print_lines(context, import_lines(view, {.size = terminal_size()}));
    if (view.added == 0) return false;
    print(context.out, "\n{}", tr("Enter: today's plan, q: leave > "));
    context.out.flush();
    std::string line;
    return std::getline(context.in, line) && trim(line) != "q";
}

}  // namespace wengu
