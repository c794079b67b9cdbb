#include "library/settings/settings.h"

#include "core/error.h"
#include "core/nearest.h"
#include "core/text.h"

#include <algorithm>
#include <cctype>

namespace wengu {

// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<SettingInfo>& setting_table() {
    using enum SettingType;
    static const std::vector<SettingInfo> table{
        {"scheduler",
         Choice,
         "sm2",
         N_("how intervals grow: sm2 (classic) or fsrs (FSRS-6)"),
         {"sm2", "fsrs"}},
        {"write_back",
         Choice,
         "auto",
         N_("write review state into notes that have its keys: auto or off"),
         {"auto", "off"}},
        {"ui.language", Choice, "auto", N_("language of the program"), {"auto", "en", "zh_CN"}},
        {"ui.color", Choice, "auto", N_("when to use colour"), {"auto", "always", "never"}},
        {"ui.theme", ThemeName, "auto",
         N_("colours: auto, light, dark, mono, high-contrast, or a [theme.NAME] of your own")},
        {"ui.topic",
         Choice,
         "full",
         N_("where a question belongs, shown above it: full, title (of the note only) or off"),
         {"full", "title", "off"}},
        {"ui.linear", Switch, "false", N_("plain lines instead of a full screen")},
        {"ui.ambiguous_width",
         Choice,
         "auto",
         N_("cells taken by characters such as “ and →: auto, 1 or 2"),
         {"auto", "1", "2"}},
        {"ui.keys", KeyList, "",
         N_("remapped keys, as in \"reveal=space good=3 undo=u\", or left-hand")},
        {"study.rollover_hour", Integer, "4", N_("hour at which a study day begins"), {}, 0, 12},
        {"study.new_per_day", Integer, "20", N_("new cards a day"), {}, 0, 9999},
        {"study.reviews_per_day", Integer, "200", N_("reviews a day"), {}, 0, 99999},
        {"study.minutes_per_day", Integer, "0", N_("minutes a day; 0 means no limit"), {}, 0, 1440},
        {"study.weekday_weights", Text, "1 1 1 1 1 1 1",
         N_("how much work each weekday gets, Monday first; needs fsrs.fuzz")},
        {"study.keep_siblings_apart", Switch, "true",
         N_("cards that give one another away come on different days")},
        {"study.leech_lapses",
         Integer,
         "8",
         N_("lapses after which a card is called a leech"),
         {},
         1,
         99},
        {"study.mastery_horizon_days",
         Integer,
         "30",
         N_("mastery 0.90 means recall stays above 90 % for this many days"),
         {},
         1,
         3650},
        {"sm2.strict_lapse", Switch, "false", N_("a lapse leaves the ease as it was")},
        {"sm2.rounding", Choice, "half-up", N_("how intervals are rounded"), {"half-up", "ceil"}},
        {"fsrs.retention",
         Number,
         "0.9",
         N_("recall to aim for when a card comes due"),
         {},
         0.7,
         0.97},
        {"fsrs.parameters", Text, "", N_("17, 19 or 21 numbers; empty means the defaults")},
        {"fsrs.short_term", Switch, "true", N_("let same-day reviews change stability")},
        {"fsrs.fuzz", Switch, "false", N_("vary intervals a little, repeatably")},
        {"fsrs.learning_steps", Text, "1 10", N_("minutes between the first looks at a new card")},
        {"fsrs.relearning_steps", Text, "10", N_("minutes until a forgotten card is asked again")},
        {"fsrs.max_interval", Integer, "36500", N_("longest interval in days"), {}, 1, 36500},
        {"backup.keep",
         Integer,
         "10",
         N_("automatic backups to keep, one a day; 0 makes none"),
         {},
         0,
         1000},
        {"interview.questions", Integer, "4", N_("questions in a mock interview"), {}, 1, 50},
        {"interview.answer",
         Choice,
         "type",
         N_("how answers are given"),
         {"type", "editor", "speak"}},
        {"interview.style",
         Choice,
         "standard",
         N_("pressure of a mock interview"),
         {"calm", "standard", "tough"}},
        {"interview.per_week",
         Integer,
         "3",
         N_("mock interviews a week that are wanted while an interview is ahead; 0 means none"),
         {},
         0,
         50},
        {"interview.vault_folder", Text, "",
         N_("folder in which mock-interview reports are also written; empty means none")},
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

namespace {

void check_number(const SettingInfo& info, std::string_view value) {
    const auto number = number_in<double>(value);
    const bool whole = number && *number == static_cast<double>(static_cast<long long>(*number));
    if (!number || (info.type == SettingType::Integer && !whole) || *number < info.least ||
        *number > info.most) {
        fail<UsageError>("{} is a number from {} to {}, not \"{}\"", info.key, info.least,
                         info.most, value);
    }
}

/// WENGU_UI_THEME for ui.theme.
std::string variable_for(std::string_view key) {
    std::string name{"WENGU_"};
    for (const char c : key) {
        name += c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return name;
}

}  // namespace

void Settings::check(const SettingInfo& info, std::string_view value) const {
    if (info.type == SettingType::Switch && value != "true" && value != "false") {
        fail<UsageError>("{} is true or false, not \"{}\"", info.key, value);
    }
    if (info.type == SettingType::Choice &&
        std::ranges::find(info.choices, value) == info.choices.end()) {
        fail<UsageError>("{} is one of {}, not \"{}\"", info.key, fmt::join(info.choices, ", "),
                         value);
    }
    if (info.type == SettingType::KeyList && checks_.key_list) checks_.key_list(value);
    if (info.type == SettingType::ThemeName && checks_.theme_name)
        checks_.theme_name(value, themes_);
    if (info.type == SettingType::Number || info.type == SettingType::Integer)
        check_number(info, value);
}

void Settings::take_environment(
    const std::function<std::optional<std::string>(const char*)>& variable) {
    for (const auto& info : setting_table()) {
        const auto name = variable_for(info.key);
        const auto value = variable(name.c_str());
        if (!value) continue;
        try {
            check(info, *value);
            set(info.key, *value, name);
        } catch (const UsageError& error) {
            complaints_.push_back(fmt::format("{}: {}", name, error.what()));
        }
    }
}

std::string Settings::text(std::string_view key) const {
    const auto found = values_.find(key);
    return found != values_.end() ? found->second.text : std::string{setting_info(key).initial};
}

double Settings::number(std::string_view key) const {
    return number_in<double>(text(key)).value_or(0);
}
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

}  // namespace wengu
