#include "tui/screens/today_screen.h"

#include "core/message.h"
#include "term/wrap.h"

#include <algorithm>
#include <utility>

namespace wengu {
namespace {

using Lines = std::vector<Line>;

constexpr std::size_t kMostProblems = 3;

constexpr int kDetailColumn = 23;

/// `details` stand behind the count, each of them whole.
void add_count(Lines& lines, const char* label, int count, const std::vector<std::string>& details,
               const ScreenOptions& options) {
    Line line{"  "};
    line.add(padded(label, 12, options.widths))
        .add(padded_left(std::to_string(count), 6, options.widths));
    std::vector<Line> items;
    for (const auto& detail : details) {
        items.emplace_back(&detail == &details.back() ? detail : detail + ",", Role::Hint);
    }
    for (const auto& row : flowed(items, 1, options.page() - kDetailColumn, options.widths)) {
        line.fill_to(kDetailColumn, options.widths).add(row);
        lines.push_back(std::exchange(line, Line{}));
    }
    if (!line.empty()) lines.push_back(std::move(line));
}

std::string place_of(const Problem& problem) {
    return problem.line > 0 ? fmt::format("{}:{}", problem.path, problem.line) : problem.path;
}

void add_problem(Lines& lines, std::size_t number, const Problem& problem,
                 const ScreenOptions& options) {
    Line text{place_of(problem), Role::Link};
    text.add("  ").add(problem.message.text());
    const auto mark = fmt::format("  {} ", number);
    const Line rest{"    "};
    for (auto& line : wrapped(text, {.width = options.page(), .first = Line{mark}, .rest = rest},
                              options.widths)) {
        lines.push_back(std::move(line));
    }
    if (problem.hint.empty()) return;
    for (auto& line :
         wrapped(Line{problem.hint.text(), Role::Hint},
                 {.width = options.page(), .first = rest, .rest = rest}, options.widths)) {
        lines.push_back(std::move(line));
    }
}

void add_next(Lines& lines, const char* command, const std::string& what,
              const ScreenOptions& options) {
    Line line{"  "};
    line.add(command, Role::Key).fill_to(20, options.widths);
    const Line rest{std::string(20, ' ')};
    append(lines, wrapped(Line{what}, {.width = options.page(), .first = line, .rest = rest},
                          options.widths));
}

void add_counts(Lines& lines, const ImportView& view, const ScreenOptions& options) {
    add_count(lines, tr("added"), view.added, view.kinds, options);
    if (view.edited > 0) add_count(lines, tr("edited"), view.edited, {tr("history kept")}, options);
    if (view.moved > 0) add_count(lines, tr("moved"), view.moved, {tr("history kept")}, options);
    if (view.gone > 0) {
        add_count(lines, tr("gone"), view.gone, {tr("kept, and back when their text is back")},
                  options);
    }
    add_count(lines, tr("unchanged"), view.unchanged, {}, options);
    if (view.empty_files > 0) {
        add_count(
            lines, tr("no card"), view.empty_files,
            {say_count("{} note without a card", "{} notes without a card", view.empty_files)},
            options);
    }
}

}  // namespace

std::vector<Line> import_lines(const ImportView& view, const ScreenOptions& options) {
    const auto files = say_count("{} Markdown file", "{} Markdown files", view.files);
    Lines lines{Line{say("Read {}", view.folder), Role::Title}.add("   ").add(
        say("{}, {:.1f} s", files, view.seconds))};
    add_counts(lines, view, options);
    if (!view.problems.empty()) lines.emplace_back();
    for (std::size_t i = 0; i < std::min(view.problems.size(), kMostProblems); ++i) {
        add_problem(lines, i + 1, view.problems[i], options);
    }
    if (view.problems.size() > kMostProblems) {
        const auto more = static_cast<long long>(view.problems.size() - kMostProblems);
        lines.push_back(Line{"    "}.add(
            say_count("{} more place to look at", "{} more places to look at", more), Role::Hint));
    }
    if (view.first) {
        lines.emplace_back();
        append(
            lines,
            wrapped(Line{say("Your notes were not changed. Progress is kept in {}", view.database)},
                    {.width = options.page()}, options.widths));
    }
    lines.emplace_back();
    lines.emplace_back(tr("Next"), Role::Title);
    add_next(lines, "wengu",
             view.first && view.first_day > 0
                 ? say("today's plan ({} cards advised for the first day)", view.first_day)
                 : std::string{tr("today's plan")},
             options);
    add_next(lines, "wengu interview", tr("a mock interview of 4 questions"), options);
    if (!view.problems.empty()) {
        add_next(lines, "wengu check", tr("every place to look at"), options);
    }
    for (auto& line : lines) line = clipped(line, options.page(), options.widths);
    return lines;
}

std::vector<Line> welcome_lines(const std::string& suggested_folder) {
    Lines lines;
    lines.emplace_back(
        tr("wengu makes cards of your Markdown notes and asks them when you are about to forget."),
        Role::Title);
    lines.emplace_back(
        tr("Notes stay as they are, but for review dates in front matter. Nothing leaves this "
           "machine."));
    lines.emplace_back(tr("To look around first: wengu demo"));
    lines.emplace_back(suggested_folder.empty()
                           ? std::string{tr("Which folder are your notes in?")}
                           : say("Which folder are your notes in? [{}]", suggested_folder));
    return lines;
}

}  // namespace wengu
