// Reading the config file: values, sections of decks and tags, themes of the user's own.

#include "core/error.h"
#include "core/nearest.h"
#include "core/text.h"
#include "library/settings/settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace wengu {
namespace {

/// A TOML value as the text that `Settings` keeps.
std::string toml_text(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    if (const auto* whole = node.as_integer()) return fmt::format("{}", whole->get());
    if (const auto* real = node.as_floating_point()) return fmt::format("{}", real->get());
    std::string list;
    if (const auto* array = node.as_array()) {
        for (const auto& item : *array) list += (list.empty() ? "" : " ") + toml_text(item);
    }
    return list;
}

/// What may be set for one deck or tag: its name there, and the setting it overrides.
struct GroupKey {
    std::string_view name;
    std::string_view key;
    bool decks_only = false;
};
constexpr std::array<GroupKey, 5> kGroupKeys{{
    {"new_per_day", "study.new_per_day"},
    {"reviews_per_day", "study.reviews_per_day"},
    {"minutes_per_day", "study.minutes_per_day"},
    {"retention", "fsrs.retention", true},
    {"scheduler", "scheduler", true},
}};

/// The setting that `name` stands for in the section of a deck or tag.
const SettingInfo& group_info(std::string_view name, bool is_tag) {
    std::vector<std::string_view> names;
    for (const auto& entry : kGroupKeys) {
        if (entry.name == name && is_tag && entry.decks_only) {
            fail<UsageError>("{} can be set for decks, not for tags", name);
        }
        if (entry.name == name) return setting_info(entry.key);
        if (!is_tag || !entry.decks_only) names.push_back(entry.name);
    }
    fail<UsageError>("a deck or tag has no setting \"{}\"; there are {}", name,
                     fmt::join(names, ", "));
}

/// Says what is wrong with a node of the file.
using Complain = std::function<void(const toml::node&, const std::string&)>;

/// `[deck."name"]` or `[tag."name"]`: one table a name.
void take_groups(const toml::table& sections, GroupSettings& groups, const Complain& complain,
                 bool is_tag) {
    for (const auto& [name, node] : sections) {
        const auto* section = node.as_table();
        if (section == nullptr) {
            complain(node, say("name a deck or tag in quotes, as in [deck.\"{}\"]", name.str()));
            continue;
        }
        for (const auto& [inner, value] : *section) {
            try {
                const auto& info = group_info(inner.str(), is_tag);
                const auto text = toml_text(value);
                Settings{}.check(info, text);
                groups[std::string{name.str()}][std::string{info.key}] = text;
            } catch (const UsageError& error) {
                complain(value, error.what());
            }
        }
    }
}

/// `[theme.NAME]`; what a front end cannot use is left out.
ThemeText read_theme(const toml::table& section, const SettingChecks& checks,
                     const Complain& complain) {
    ThemeText theme;
    for (const auto& [name, value] : section) {
        const auto text = toml_text(value);
        try {
            if (name.str() == "base") {
                if (checks.theme_base) checks.theme_base(text);
                theme.base = text;
            } else {
                if (checks.theme_style) checks.theme_style(name.str(), text);
                theme.styles.emplace_back(name.str(), text);
            }
        } catch (const UsageError& error) {
            complain(value, error.what());
        }
    }
    return theme;
}

void take_themes(const toml::table& sections, UserThemes& themes, const SettingChecks& checks,
                 const Complain& complain) {
    for (const auto& [name, node] : sections) {
        if (const auto* section = node.as_table()) {
            themes.insert_or_assign(std::string{name.str()},
                                    read_theme(*section, checks, complain));
        } else {
            complain(node, say("give a theme a section of its own: [theme.{}]", name.str()));
        }
    }
}

toml::table parse(const std::filesystem::path& file) {
    try {
        return toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        throw UsageError{localized("{}:{}:{}: {}; mend it with `wengu config edit`", file.string(),
                                   at.line, at.column, error.description()),
                         {file.string(), static_cast<int>(at.line)}};
    }
}

}  // namespace

void Settings::load(const std::filesystem::path& file) {
    std::error_code missing;
    if (!std::filesystem::is_regular_file(file, missing)) return;
    const toml::table root = parse(file);
    const auto place_of = [&file](const toml::node& node) {
        return fmt::format("{}:{}", file.string(), node.source().begin.line);
    };
    const Complain complain = [&](const toml::node& node, const std::string& what) {
        complaints_.push_back(fmt::format("{}: {}", place_of(node), what));
    };
    const auto take = [&](const std::string& key, const toml::node& node) {
        try {
            const auto& info = setting_info(key);
            const auto value = toml_text(node);
            check(info, value);
            set(key, value, place_of(node));
        } catch (const UsageError& error) {
            complain(node, error.what());
        }
    };
    // The themes first: ui.theme may name one.
    if (const auto* themes = root["theme"].as_table())
        take_themes(*themes, themes_, checks_, complain);
    for (const auto& [name, node] : root) {
        const std::string key{name.str()};
        const auto* section = node.as_table();
        if (section == nullptr) {
            take(key, node);
        } else if (key == "deck" || key == "tag") {
            const bool is_tag = key == "tag";
            take_groups(*section, is_tag ? tags_ : decks_, complain, is_tag);
        } else if (key != "theme") {
            for (const auto& [inner, value] : *section)
                take(key + "." + std::string{inner.str()}, value);
        }
    }
}

}  // namespace wengu
