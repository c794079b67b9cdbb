#include "app/settings/settings.h"

#include "core/error.h"
#include "core/nearest.h"
#include "core/text.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace wengu {
namespace {

using enum SettingType;

std::optional<double> to_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// A TOML value as the text that `Settings` keeps.
std::string text_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    if (const auto* whole = node.as_integer()) return fmt::format("{}", whole->get());
    if (const auto* real = node.as_floating_point()) return fmt::format("{}", real->get());
    std::string list;
    if (const auto* array = node.as_array()) {
        for (const auto& item : *array) list += (list.empty() ? "" : " ") + text_of(item);
    }
    return list;
}

std::string section_of(std::string_view key) {
    const auto dot = key.find('.');
    return std::string{dot == std::string_view::npos ? std::string_view{} : key.substr(0, dot)};
}

std::string_view name_in_section(std::string_view key) {
    const auto dot = key.find('.');
    return dot == std::string_view::npos ? key : key.substr(dot + 1);
}

bool is_quoted(SettingType type) { return type == Text || type == Choice; }

std::string as_toml(const SettingInfo& info, std::string_view value) {
    if (!is_quoted(info.type)) return std::string{value};
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

/// Whether `line` sets `name` (a commented-out default counts too).
bool sets(std::string_view line, std::string_view name) {
    line = trim(line);
    if (line.starts_with("#")) line = trim(line.substr(1));
    if (!line.starts_with(name)) return false;
    return trim(line.substr(name.size())).starts_with("=");
}

/// The comment behind the value on a line that sets one, blanks before it included.
std::string_view trailing_comment(std::string_view line) {
    if (trim(line).starts_with("#")) return {};
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) quoted = !quoted;
        if (line[i] != '#' || quoted) continue;
        const auto blanks = line.find_last_not_of(" \t", i - 1);
        return line.substr(blanks + 1);
    }
    return {};
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

/// `[deck."name"]` or `[tag."name"]`: one table a name.
void take_groups(const toml::table& sections, const std::filesystem::path& file,
                 GroupSettings& groups, std::vector<std::string>& complaints, bool is_tag) {
    const auto complain = [&](const toml::node& node, const std::string& what) {
        complaints.push_back(
            fmt::format("{}:{}: {}", file.string(), node.source().begin.line, what));
    };
    for (const auto& [name, node] : sections) {
        const auto* section = node.as_table();
        if (section == nullptr) {
            complain(node, say("name a deck or tag in quotes, as in [deck.\"{}\"]", name.str()));
            continue;
        }
        for (const auto& [inner, value] : *section) {
            try {
                const auto& info = group_info(inner.str(), is_tag);
                const auto text = text_of(value);
                check_setting(info, text);
                groups[std::string{name.str()}][std::string{info.key}] = text;
            } catch (const UsageError& error) {
                complain(value, error.what());
            }
        }
    }
}

std::string join(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

}  // namespace

const std::vector<SettingInfo>& setting_table() {
    static const std::vector<SettingInfo> table{
        {"scheduler",
         Choice,
         "sm2",
         later("how intervals grow: sm2 (classic) or fsrs (FSRS-6)"),
         {"sm2", "fsrs"}},
        {"write_back",
         Choice,
         "auto",
         later("write review state into notes that have its keys: auto or off"),
         {"auto", "off"}},
        {"ui.language", Choice, "auto", later("language of the program"), {"auto", "en", "zh_CN"}},
        {"ui.color", Choice, "auto", later("when to use colour"), {"auto", "always", "never"}},
        {"ui.theme",
         Choice,
         "auto",
         later("colours of the screens"),
         {"auto", "light", "dark", "mono", "high-contrast"}},
        {"ui.linear", Switch, "false", later("plain lines instead of a full screen")},
        {"ui.ambiguous_width",
         Choice,
         "auto",
         later("cells taken by characters such as “ and →: auto, 1 or 2"),
         {"auto", "1", "2"}},
        {"ui.keys", Text, "", later("remapped keys, as in \"reveal=space good=3 undo=u\"")},
        {"study.rollover_hour", Integer, "4", later("hour at which a study day begins"), {}, 0, 12},
        {"study.new_per_day", Integer, "20", later("new cards a day"), {}, 0, 9999},
        {"study.reviews_per_day", Integer, "200", later("reviews a day"), {}, 0, 99999},
        {"study.minutes_per_day",
         Integer,
         "0",
         later("minutes a day; 0 means no limit"),
         {},
         0,
         1440},
        {"study.weekday_weights", Text, "1 1 1 1 1 1 1",
         later("how much work each weekday gets, Monday first; needs fsrs.fuzz")},
        {"study.keep_siblings_apart", Switch, "true",
         later("cards of one section come on different days")},
        {"study.leech_lapses",
         Integer,
         "8",
         later("lapses after which a card is called a leech"),
         {},
         1,
         99},
        {"study.mastery_horizon_days",
         Integer,
         "30",
         later("mastery 0.90 means recall stays above 90 % for this many days"),
         {},
         1,
         3650},
        {"sm2.strict_lapse", Switch, "false", later("a lapse leaves the ease as it was")},
        {"sm2.rounding",
         Choice,
         "half-up",
         later("how intervals are rounded"),
         {"half-up", "ceil"}},
        {"fsrs.retention",
         Number,
         "0.9",
         later("recall to aim for when a card comes due"),
         {},
         0.7,
         0.97},
        {"fsrs.parameters", Text, "", later("17, 19 or 21 numbers; empty means the defaults")},
        {"fsrs.short_term", Switch, "true", later("let same-day reviews change stability")},
        {"fsrs.fuzz", Switch, "false", later("vary intervals a little, repeatably")},
        {"fsrs.learning_steps", Text, "1 10",
         later("minutes between the first looks at a new card")},
        {"fsrs.relearning_steps", Text, "10",
         later("minutes until a forgotten card is asked again")},
        {"fsrs.max_interval", Integer, "36500", later("longest interval in days"), {}, 1, 36500},
        {"backup.keep",
         Integer,
         "10",
         later("automatic backups to keep, one a day; 0 makes none"),
         {},
         0,
         1000},
        {"interview.questions", Integer, "4", later("questions in a mock interview"), {}, 1, 50},
        {"interview.answer",
         Choice,
         "type",
         later("how answers are given"),
         {"type", "editor", "speak"}},
        {"interview.style",
         Choice,
         "standard",
         later("pressure of a mock interview"),
         {"calm", "standard", "tough"}},
        {"interview.per_week",
         Integer,
         "3",
         later("mock interviews a week that are wanted while an interview is ahead; 0 means none"),
         {},
         0,
         50},
        {"interview.vault_folder", Text, "",
         later("folder in which mock-interview reports are also written; empty means none")},
    };
    return table;
}

const SettingInfo& setting_info(std::string_view key) {
    const auto& table = setting_table();
    const auto found = std::ranges::find(table, key, &SettingInfo::key);
    if (found != table.end()) return *found;
    std::vector<std::string_view> keys;
    for (const auto& info : table) keys.push_back(info.key);
    const auto near = nearest(key, keys);
    if (near.empty())
        fail<UsageError>("there is no setting \"{}\"; `wengu config list` shows all", key);
    fail<UsageError>("there is no setting \"{}\"; did you mean {}?", key, near);
}

void check_setting(const SettingInfo& info, std::string_view value) {
    if (info.type == Switch && value != "true" && value != "false") {
        fail<UsageError>("{} is true or false, not \"{}\"", info.key, value);
    }
    if (info.type == Choice && std::ranges::find(info.choices, value) == info.choices.end()) {
        fail<UsageError>("{} is one of {}, not \"{}\"", info.key, fmt::join(info.choices, ", "),
                         value);
    }
    if (info.type != Number && info.type != Integer) return;
    const auto number = to_number(value);
    const bool whole = number && *number == static_cast<double>(static_cast<long long>(*number));
    if (!number || (info.type == Integer && !whole) || *number < info.least ||
        *number > info.most) {
        fail<UsageError>("{} is a number from {} to {}, not \"{}\"", info.key, info.least,
                         info.most, value);
    }
}

void Settings::load(const std::filesystem::path& file) {
    std::error_code missing;
    if (!std::filesystem::is_regular_file(file, missing)) return;
    toml::table root;
    try {
        root = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        fail<UsageError>("{}:{}:{}: {}; mend it with `wengu config edit`", file.string(),
                         error.source().begin.line, error.source().begin.column,
                         error.description());
    }
    const auto take = [&](const std::string& key, const toml::node& node) {
        try {
            const auto& info = setting_info(key);
            const auto value = text_of(node);
            check_setting(info, value);
            set(key, value, file.string());
        } catch (const UsageError& error) {
            complaints_.push_back(
                fmt::format("{}:{}: {}", file.string(), node.source().begin.line, error.what()));
        }
    };
    for (const auto& [name, node] : root) {
        const std::string key{name.str()};
        const auto* section = node.as_table();
        if (section == nullptr) {
            take(key, node);
            continue;
        }
        if (key == "deck" || key == "tag") {
            const bool is_tag = key == "tag";
            take_groups(*section, file, is_tag ? tags_ : decks_, complaints_, is_tag);
            continue;
        }
        for (const auto& [inner, value] : *section)
            take(key + "." + std::string{inner.str()}, value);
    }
}

std::string Settings::text(std::string_view key) const {
    const auto found = values_.find(key);
    return found != values_.end() ? found->second.text : std::string{setting_info(key).initial};
}

double Settings::number(std::string_view key) const { return to_number(text(key)).value_or(0); }
int Settings::integer(std::string_view key) const { return static_cast<int>(number(key)); }
bool Settings::is_on(std::string_view key) const { return text(key) == "true"; }

std::string Settings::origin(std::string_view key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? tr("default") : found->second.origin;
}

Settings Settings::for_deck(std::string_view deck) const {
    Settings result = *this;
    for (const auto& [name, values] : decks_) {  // a deck comes before those below it
        const bool inside =
            deck.starts_with(name) && (deck.size() == name.size() || deck[name.size()] == '/');
        if (!inside) continue;
        for (const auto& [key, value] : values) result.set(key, value, "deck " + name);
    }
    return result;
}

void Settings::set(std::string_view key, std::string value, std::string origin) {
    values_.insert_or_assign(std::string{key}, Value{std::move(value), std::move(origin)});
}

std::string with_setting(std::string_view text, const SettingInfo& info, std::string_view value) {
    const auto section = section_of(info.key);
    const auto name = name_in_section(info.key);
    const auto assignment = fmt::format("{} = {}", name, as_toml(info, value));
    std::vector<std::string> lines;
    for (const auto line : split_lines(text)) lines.emplace_back(line);

    std::string current;
    std::size_t section_end = section.empty() ? 0 : lines.size();
    bool seen = section.empty();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = trim(lines[i]);
        if (line.starts_with("[") && line.ends_with("]")) current = line.substr(1, line.size() - 2);
        if (current != section) continue;
        seen = true;
        if (sets(line, name)) {
            lines[i] = assignment + std::string{trailing_comment(lines[i])};
            return join(lines);
        }
        if (!line.empty()) section_end = i + 1;
    }
    if (!seen) {
        if (!lines.empty()) lines.emplace_back();
        lines.push_back(fmt::format("[{}]", section));
        section_end = lines.size();
    }
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(section_end), assignment);
    return join(lines);
}

std::string settings_template() {
    std::string text;
    std::string section;
    for (const auto& info : setting_table()) {
        if (const auto own = section_of(info.key); own != section) {
            text += fmt::format("\n[{}]\n", own);
            section = own;
        }
        text += fmt::format("# {}\n# {} = {}\n", tr(info.help), name_in_section(info.key),
                            as_toml(info, info.initial));
    }
    return text;
}

}  // namespace wengu
