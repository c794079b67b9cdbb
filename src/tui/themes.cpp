#include "tui/themes.h"

#include "core/error.h"
#include "core/nearest.h"
#include "tui/keymap.h"

namespace wengu {
namespace {

void check_theme(std::string_view name, const UserThemes& own) {
    if (theme_named(name) || own.contains(name)) return;
    std::vector<std::string_view> names{theme_names().begin(), theme_names().end()};
    for (const auto& theme : own) names.emplace_back(theme.first);
    const auto near = nearest(name, names);
    if (near.empty()) {
        fail<UsageError>("there is no theme \"{}\"; there are {}", name, fmt::join(names, ", "));
    }
    fail<UsageError>("there is no theme \"{}\"; did you mean {}?", name, near);
}

void check_base(std::string_view name) {
    if (theme_named(name)) return;
    fail<UsageError>("base is one of {}, not \"{}\"", fmt::join(theme_names(), ", "), name);
}

/// The word of `style` that is neither a colour nor an attribute; empty if there is none.
std::string unknown_word(const std::string& style) {
    for (std::size_t at = 0; at < style.size();) {
        const auto end = std::min(style.find(' ', at), style.size());
        const auto word = style.substr(at, end - at);
        if (!parse_style(word)) return word;
        at = end + 1;
    }
    return {};
}

/// `name` is a role of a theme, and `style` a way to look.
void check_style(std::string_view name, const std::string& style) {
    if (!role_named(name)) {
        std::vector<std::string_view> names{"base"};
        for (int i = 0; i < kRoles; ++i) names.push_back(name_of(static_cast<Role>(i)));
        const auto near = nearest(name, names);
        if (near.empty()) {
            fail<UsageError>("a theme has no \"{}\"; there are {}", name, fmt::join(names, ", "));
        }
        fail<UsageError>("a theme has no \"{}\"; did you mean {}?", name, near);
    }
    if (!parse_style(style)) {
        const auto word = unknown_word(style);
        const auto near = nearest(word, style_words());
        if (near.empty()) {
            fail<UsageError>("\"{}\" is no colour or attribute; there are {}, 0 to 255, #rrggbb",
                             word, fmt::join(style_words(), " "));
        }
        fail<UsageError>("\"{}\" is no colour or attribute; did you mean {}?", word, near);
    }
}

Theme theme_from(const ThemeText& text) {
    Theme theme = theme_named(text.base).value_or(Theme{});
    for (const auto& [name, style] : text.styles) {
        const auto role = role_named(name);
        const auto code = parse_style(style);
        if (role && code) theme.codes.at(static_cast<std::size_t>(*role)) = *code;
    }
    return theme;
}

}  // namespace

SettingChecks screen_checks() {
    return {.key_list = [](std::string_view keys) { static_cast<void>(Keymap{keys}); },
            .theme_name = check_theme,
            .theme_base = check_base,
            .theme_style = check_style};
}

Theme theme_of(const Settings& settings) {
    const auto name = settings.text("ui.theme");
    const auto own = settings.themes().find(name);
    if (own != settings.themes().end()) return theme_from(own->second);
    return theme_named(name).value_or(Theme{});
}

}  // namespace wengu
