#pragma once
// The user's settings: every key, its default and what it means in one table;
// values from the config file and the environment, each with the place it came from.

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wengu {

enum class SettingType {
    Text,
    Number,
    Integer,
    Switch,
    Choice,
    KeyList,    ///< Remapped keys, as a front end takes them.
    ThemeName,  ///< A built-in theme or one of the user's own.
};

struct SettingInfo {
    std::string_view key;  ///< "study.new_per_day"
    SettingType type;
    std::string_view initial;  ///< Default, written as in the file, without quotes.
    const char* help;          ///< English; `tr` it.
    std::vector<std::string_view> choices = {};
    double least = 0;  ///< For numbers.
    double most = 1e9;
};

/// Every setting, in the order of `config list`.
[[nodiscard]] const std::vector<SettingInfo>& setting_table();

/// Settings by key that hold for one deck or tag only, by its name.
using GroupSettings = std::map<std::string, std::map<std::string, std::string>>;

/// `[theme.mine]` as it stands in the file: the theme it starts from, and styles by role.
struct ThemeText {
    std::string base = "auto";
    std::vector<std::pair<std::string, std::string>> styles;
};
/// Themes of the user's own, by name.
using UserThemes = std::map<std::string, ThemeText, std::less<>>;

/// What only a front end can judge. Each throws UsageError when its argument makes no sense
/// there; where one is missing, anything goes.
struct SettingChecks {
    std::function<void(std::string_view keys)> key_list = {};
    std::function<void(std::string_view name, const UserThemes& own)> theme_name = {};
    std::function<void(std::string_view name)> theme_base = {};
    std::function<void(std::string_view role, const std::string& style)> theme_style = {};
};

/// Setting values as text, checked against the table.
class Settings {
public:
    Settings() = default;
    explicit Settings(SettingChecks checks) : checks_{std::move(checks)} {}

    /// Reads `file` if it is there. Throws UsageError with file:line for TOML that
    /// cannot be read; unknown keys and wrong values are collected in `complaints`.
    void load(const std::filesystem::path& file);

    /// Takes WENGU_UI_THEME for ui.theme, and so on for every setting, from `variable`;
    /// they win over the file. Wrong values are collected in `complaints`.
    void take_environment(const std::function<std::optional<std::string>(const char*)>& variable);

    /// Throws UsageError unless `value` fits the setting.
    void check(const SettingInfo& info, std::string_view value) const;

    /// Requires: `key` is in the table.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] double number(std::string_view key) const;
    [[nodiscard]] int integer(std::string_view key) const;
    [[nodiscard]] bool is_on(std::string_view key) const;

    /// Where the value comes from: a file with its line, a variable, or "default".
    [[nodiscard]] std::string origin(std::string_view key) const;
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

    /// What the file says of single decks (`[deck."db"] retention = 0.85`) and tags. The keys
    /// are those of the settings that are overridden: "fsrs.retention".
    [[nodiscard]] const GroupSettings& decks() const { return decks_; }
    [[nodiscard]] const GroupSettings& tags() const { return tags_; }

    [[nodiscard]] const UserThemes& themes() const { return themes_; }

    /// The settings that hold in `deck`: with what is said of it and of the decks above it.
    [[nodiscard]] Settings for_deck(std::string_view deck) const;

    /// Overrides one value, as from the command line.
    void set(std::string_view key, std::string value, std::string origin);

private:
    struct Value {
        std::string text;
        std::string origin;
    };
    SettingChecks checks_;
    std::map<std::string, Value, std::less<>> values_;
    GroupSettings decks_;
    GroupSettings tags_;
    UserThemes themes_;
    std::vector<std::string> complaints_;
};

/// The table's entry for `key`; throws UsageError naming the nearest key otherwise.
[[nodiscard]] const SettingInfo& setting_info(std::string_view key);

/// The config file `text` with `key = value` changed or added; comments and
/// everything else stay as they are.
[[nodiscard]] std::string with_setting(std::string_view text, const SettingInfo& info,
                                       std::string_view value);

/// A whole config file with every setting commented out at its default.
[[nodiscard]] std::string settings_template();

}  // namespace wengu
