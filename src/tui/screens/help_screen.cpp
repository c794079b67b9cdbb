#include "tui/screens/help_screen.h"

#include "core/message.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
std::vector<Line> help_lines(Scope scope, const ScreenOptions& options, std::string_view filter) {
    const auto wanted = normalise(filter);
    std::vector<Line> lines;
    const char* group = nullptr;
    for (const auto& binding : bindings()) {
        const auto keys = shown_keys(options.keymap, binding.intent);
        const std::string help = tr(binding.help);
        if (binding.scopes.find(name_of(scope)) == std::string_view::npos || keys.empty()) continue;
        if (normalise(keys + ' ' + help).find(wanted) == std::string::npos) continue;
        if (group != binding.group) lines.emplace_back(tr(binding.group), Role::Title);
        group = binding.group;
        Line line{"  "};
        line.add(shortened(keys, 11, options.widths), Role::Key).fill_to(14, options.widths);
        lines.push_back(clipped(line.add(help), options.page(), options.widths));
    }
    return lines;
}

namespace {

/// The groups in two columns about equally long; one column if they do not fit.
std::vector<Line> in_two(const std::vector<Line>& lines, int width, const Widths& widths) {
    const auto middle = lines.begin() + static_cast<long>(lines.size() / 2);
    const auto cut = std::find_if(middle, lines.end(),
                                  [](const Line& line) { return !line.text().starts_with(' '); });
    const std::vector<Line> left(lines.begin(), cut);
    const std::vector<Line> right(cut, lines.end());
    const auto widest = [&widths](const std::vector<Line>& column) {
        int cells = 0;
        for (const auto& line : column) cells = std::max(cells, line.width(widths));
        return cells;
    };
    const int start = widest(left) + 2;
    if (start + widest(right) > width) return lines;
    std::vector<Line> result = left;
    result.resize(std::max(left.size(), right.size()));
    for (std::size_t i = 0; i < right.size(); ++i) {
        result[i].fill_to(start, widths).add(right[i]);
    }
    return result;
}

}  // namespace

Picture help_picture(Scope scope, int top, const ScreenOptions& options, std::string_view filter,
                     LineEditor* search) {
    auto body = help_lines(scope, options, filter);
    const bool long_list = static_cast<int>(body.size()) > body_rows(options, 1);
    if (body.empty()) body.emplace_back(say("no key is about {}", filter), Role::Hint);
    if (long_list) body = in_two(body, options.page() - options.margin(), options.widths);
    Line footer = key_hint(options, Intent::Search, tr("search"));
    footer.add("   ").add(tr("any other key: back"), Role::Hint);
    if (search != nullptr) {
        const auto field = search->view({.columns = options.page() - 2, .rows = 1}, options.widths);
        footer = Line{"/ ", Role::Key}.add(field.lines.front());
    } else if (!filter.empty()) {
        footer = Line{tr("any other key: back"), Role::Hint};
    }
    auto picture = framed({.title = Line{tr("Keys"), Role::Title},
                           .body = indented(std::move(body), options.margin() - 1),
                           .top = top,
                           .footer = {footer}},
                          options);
    if (search != nullptr) {
        const auto field = search->view({.columns = options.page() - 2, .rows = 1}, options.widths);
        picture.cursor = {.row = static_cast<int>(picture.lines.size()) - 1,
                          .column = 2 + field.caret.column};
    }
    return picture;
}

}  // namespace wengu
