#include "app/screens/help_screen.h"

#include "core/message.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

std::string all_keys(const Keymap& keymap, Intent intent) {
    std::string text;
    for (const auto& key : keymap.keys_for(intent)) {
        if (!text.empty()) text += ' ';
        text += shown_key(key);
    }
    return text;
}

}  // namespace

std::vector<Line> help_lines(Scope scope, const ScreenOptions& options, std::string_view filter) {
    const auto wanted = normalise(filter);
    std::vector<Line> lines;
    const char* group = nullptr;
    for (const auto& binding : bindings()) {
        const auto keys = all_keys(options.keymap, binding.intent);
        const std::string help = tr(binding.help);
        if (binding.scopes.find(name_of(scope)) == std::string_view::npos || keys.empty()) continue;
        if (normalise(keys + ' ' + help).find(wanted) == std::string::npos) continue;
        if (group != binding.group) lines.emplace_back(tr(binding.group), Role::Title);
        group = binding.group;
        Line line{"  "};
        line.add(shortened(keys, 16, options.widths), Role::Key).fill_to(19, options.widths);
        lines.push_back(clipped(line.add(help), options.page(), options.widths));
    }
    return lines;
}

Picture help_picture(Scope scope, int top, const ScreenOptions& options, std::string_view filter) {
    auto body = help_lines(scope, options, filter);
    if (body.empty()) body.emplace_back(say("no key is about {}", filter), Role::Hint);
    return framed({.title = Line{tr("Keys"), Role::Title},
                   .body = indented(std::move(body), options.margin() - 1),
                   .top = top,
                   .footer = {Line{tr("any other key: back"), Role::Hint}}},
                  options);
}

}  // namespace wengu
