#include "tui/screens/browse_screen.h"

#include "core/message.h"
#include "term/markdown_view.h"
#include "term/wrap.h"
#include "tui/screens/columns.h"
#include "tui/screens/topic.h"
#include "tui/screens/words.h"

#include <algorithm>

namespace wengu {
namespace {

using Lines = std::vector<Line>;

std::string due_words(const BrowseRow& row, Day today) {
    return row.next_review ? day_words(*row.next_review, today) : std::string{};
}

/// The list with the selected row marked; the mark is a sign, not only a colour.
Lines list_lines(const BrowseView& view, int rows, const ScreenOptions& options) {
    const int top = within(view.selected - rows / 2, view.found, rows);
    std::vector<std::vector<std::string>> cells;
    for (int i = top; i < std::min(top + rows, view.found); ++i) {
        const auto at = static_cast<std::size_t>(i) - static_cast<std::size_t>(view.first_row);
        if (i < view.first_row || at >= view.rows.size()) continue;
        const auto& row = view.rows[at];
        cells.push_back({(i == view.selected ? "> " : "  ") + sanitised(row.front), row.deck,
                         row.state, percent_words(row.mastery), due_words(row, view.today)});
    }
    auto lines = in_columns({{.head = std::string{"  "} + tr("question"), .least = 16},
                             {.head = tr("deck"), .keep = 2, .least = 10, .role = Role::Dim},
                             {.head = tr("state"), .keep = 1},
                             {.head = tr("mastery"), .right = true, .keep = 3},
                             {.head = tr("next"), .right = true}},
                            std::move(cells), options.page(), options.widths);
    for (auto& line : lines) {
        if (line.text().starts_with("> ")) line = line.in_role(Role::Selected);
    }
    lines.resize(static_cast<std::size_t>(rows) + 1);
    return lines;
}

Lines preview_lines(const BrowseView& view, const ScreenOptions& options) {
    const MarkdownOptions markdown{.width = options.text(), .overhang = 1};
    Lines lines = markdown_lines(view.front, markdown, options.widths);
    for (auto& line : lines) line = line.in_role(Role::Title);
    lines.emplace_back();
    append(lines, markdown_lines(view.back, markdown, options.widths));
    Lines all;
    if (has_room_for_topic(options)) all = topic_lines(view.topic, options);
    append(all, indented(std::move(lines), options.margin()));
    return all;
}

Line browse_hints(const BrowseView& view, const ScreenOptions& options) {
    if (!view.notice.empty()) {
        return clipped(Line{view.notice, Role::Warn}, options.page(), options.widths);
    }
    if (view.typing) {
        const Line example{tr("words, \"a phrase\", deck:X tag:X is:due mastery<0.5 -not"),
                           Role::Hint};
        return wrapped(example, {.width = options.page()}, options.widths).front();
    }
    const auto keys = shown_key(options.keymap.key_for(Intent::Down)) + "/" +
                      shown_key(options.keymap.key_for(Intent::Up));
    return hint_line({Line{keys, Role::Key}.add(std::string{" "} + tr("choose")),
                      key_hint(options, Intent::Open, tr("whole card")),
                      key_hint(options, Intent::Edit, tr("edit")),
                      key_hint(options, Intent::Info, tr("history")),
                      key_hint(options, Intent::Suspend, tr("suspend")),
                      key_hint(options, Intent::Search, tr("search")),
                      key_hint(options, Intent::Help, tr("more"))},
                     options);
}

/// Marks below the part of the query that makes no sense; none when it has scrolled out of sight.
Line blame(const BrowseView& view, const LineEditor& query, const ScreenOptions& options) {
    const auto& text = query.text();
    const int before = options.widths.of(text.substr(0, view.problem_first));
    const int blamed = options.widths.of(text.substr(view.problem_first, view.problem_count));
    if (2 + before + blamed > options.page() || options.widths.of(text) + 2 >= options.page()) {
        return {};
    }
    Line line{std::string(static_cast<std::size_t>(2 + before), ' ')};
    return line.add(std::string(static_cast<std::size_t>(blamed), '^'), Role::Warn);
}

}  // namespace

int browse_rows(const ScreenOptions& options) {
    // Header, rule, query, heads, rule, rule and hints take seven rows.
    return std::max(2, (options.size.rows - 7) / 2);
}

Picture browse_picture(const BrowseView& view, LineEditor& query, const ScreenOptions& options) {
    const int rows = browse_rows(options);
    const auto field = query.view({.columns = options.page() - 2, .rows = 1}, options.widths);
    Lines body{Line{"/ ", view.typing ? Role::Key : Role::Dim}.add(field.lines.front())};
    if (!view.problem.empty()) {
        body.push_back(blame(view, query, options));
        append(body, page_text(Line{view.problem, Role::Warn}, options));
    } else if (view.found == 0) {
        append(body, page_text(Line{tr("No card is like that."), Role::Hint}, options));
        if (!view.why_nothing.empty()) {
            append(body, page_text(Line{view.why_nothing, Role::Warn}, options));
        }
    } else {
        append(body, list_lines(view, rows, options));
        body.push_back(
            rule(options, Line{view.source, Role::Dim}.width(options.widths) + 4 < options.page()
                              ? Line{view.source, Role::Dim}
                              : Line{}));
        auto preview = preview_lines(view, options);
        const auto hidden = static_cast<std::size_t>(
            within(view.preview_top, static_cast<int>(preview.size()),
                   std::max(1, body_rows(options, 1) - static_cast<int>(body.size()))));
        preview.erase(preview.begin(), preview.begin() + static_cast<long>(hidden));
        append(body, preview);
    }
    Picture picture = framed(
        {.title = Line{tr("Cards"), Role::Title},
         .status = Line{say("{} of {}", view.found, view.cards)},
         .body = body,
         .more = view.typing ? Line{}
                             : Line{shown_key(options.keymap.key_for(Intent::Open)), Role::Key},
         .footer = {browse_hints(view, options)}},
        options);
    if (view.typing) picture.cursor = {.row = 2, .column = 2 + field.caret.column};
    return picture;
}

}  // namespace wengu
