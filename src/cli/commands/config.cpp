#include "cli/commands/config.h"

#include "cli/change_effect.h"
#include "cli/confirm.h"
#include "cli/exit_code.h"
#include "cli/json.h"
#include "cli/plain.h"
#include "core/error.h"
#include "library/files.h"
#include "library/settings/scheduling.h"
#include "library/settings/switching.h"
#include "term/wrap.h"
#include "tui/context.h"
#include "tui/editor.h"
#include "tui/pager.h"
#include "tui/print.h"
#include "tui/screen.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <vector>

namespace wengu {
namespace {

namespace fs = std::filesystem;

struct SettingListOptions {
    bool json = false;
    bool plain = false;
};

fs::path config_file(const Context& context) { return context.config_folder() / "config.toml"; }

/// One value with the place it came from and what it means. `group` is a deck or tag that has it
/// for itself.
struct Entry {
    std::string group = {};
    std::string key;
    std::string value;
    std::string origin;
    std::string meaning;
};

std::vector<Entry> entries(const Context& context) {
    const auto& settings = context.settings;
    std::vector<Entry> all;
    for (const auto& info : setting_table()) {
        all.push_back({.key = std::string{info.key},
                       .value = settings.text(info.key),
                       .origin = settings.origin(info.key),
                       .meaning = tr(info.help)});
    }
    const auto add_groups = [&](const char* kind, const GroupSettings& groups) {
        for (const auto& [name, values] : groups) {
            for (const auto& [key, value] : values) {
                all.push_back({.group = fmt::format("[{}.\"{}\"]", kind, name),
                               .key = key,
                               .value = value,
                               .origin = config_file(context).string(),
                               .meaning = tr(setting_info(key).help)});
            }
        }
    };
    add_groups("deck", settings.decks());
    add_groups("tag", settings.tags());
    return all;
}

Json setting_json(const Entry& entry) {
    Json object{{"key", entry.key},
                {"value", entry.value},
                {"origin", entry.origin},
                {"meaning", entry.meaning}};
    if (!entry.group.empty()) object["section"] = entry.group;
    return object;
}

void print_settings_json(Context& context) {
    auto document = json_document("wengu.config");
    document["settings"] = Json::array();
    for (const auto& entry : entries(context)) document["settings"].push_back(setting_json(entry));
    document["themes"] = theme_names();
    for (const auto& theme : context.settings.themes()) document["themes"].push_back(theme.first);
    print_document(context.out, document);
}

/// Key, value and origin in columns, below them what the setting means; values stand as they are
/// in the file.
void print_columns(Context& context) {
    const Widths widths;
    const Line indent{"    "};
    const WrapOptions layout{.width = text_width(context), .first = indent, .rest = indent};
    std::string text;
    for (const auto& entry : entries(context)) {
        const auto key = entry.group.empty() ? entry.key : entry.group + " " + entry.key;
        text += fmt::format("{} {} {}\n", padded(key, 28, widths),
                            padded(sanitised(entry.value), 12, widths), entry.origin);
        if (entry.group.empty()) text += to_text(wrapped(Line{entry.meaning}, layout, widths));
    }
    print_paged(context, text);
}

int list_settings(Context& context, const SettingListOptions& options) {
    if (options.json) {
        print_settings_json(context);
    } else if (options.plain) {
        for (const auto& entry : entries(context)) {
            print_row(context.out,
                      {entry.group, entry.key, entry.value, entry.origin, entry.meaning});
        }
    } else {
        print_columns(context);
    }
    return kDone;
}

int get(Context& context, const std::string& key) {
    print(context.out, "{}\n", context.settings.text(setting_info(key).key));
    return kDone;
}

/// Makes the config file with every default explained, if there is none.
void make_config(const Context& context) {
    const auto file = config_file(context);
    if (file_exists(file)) return;
    make_folder(file.parent_path());
    replace_file(file, settings_template());
}

/// Whether to go on with what was just shown.
bool may_go_on(Context& context, const SettingChange& change) {
    if (change.yes) return true;
    if (context.in_is_terminal && !context.no_input) {
        return confirmed(context, tr("Change these schedules?"));
    }
    print(context.err, "{}\n", tr("Nobody to ask; going on."));
    return true;
}

void write_setting(const Context& context, const SettingInfo& info, const std::string& value,
                   std::ostream& out) {
    make_config(context);
    const auto file = config_file(context);
    replace_file(file, with_setting(read_file(file), info, value));
    print(out, "{} = {}\n", info.key, value);
}

/// A setting that schedules depend on: shows what moves, then moves it. The file is
/// written first; were that the end, the next command would notice and move the rest.
int set_and_switch(Context& context, const SettingInfo& info, const SettingChange& change,
                   std::ostream& out) {
    Settings after = context.settings;
    after.set(info.key, change.value, config_file(context).string());
    const SchedulerSet schedulers{after};
    std::optional<Store> store;
    ChangeEffect effect;
    if (file_exists(context.database_path())) {
        store.emplace(context.database_path());
        effect = effect_of_switch(*store, schedulers, context.today());
    }
    if (effect.cards > 0) print_effect(out, effect);
    if (change.dry_run) return kDone;
    if (effect.earlier + effect.later > 0 && !may_go_on(context, change)) {
        print(context.err, "{}\n", tr("Nothing was changed."));
        return kDone;
    }
    write_setting(context, info, change.value, out);
    if (store) switch_schedules(*store, after);
    return kDone;
}

int init(Context& context) {
    const bool there = file_exists(config_file(context));
    make_config(context);
    print(context.out, "{}\n",
          there ? say("{} is already there; nothing changed", config_file(context).string())
                : say("wrote {}", config_file(context).string()));
    return kDone;
}

int edit_settings(Context& context) {
    make_config(context);
    edit_file(context, config_file(context), 0);
    Settings changed;
    changed.load(config_file(context));
    for (const auto& complaint : changed.complaints()) print(context.err, "{}\n", complaint);
    return changed.complaints().empty() ? kDone : kProblems;
}

}  // namespace

int change_setting(Context& context, const SettingChange& change, std::ostream& out) {
    const auto& info = setting_info(change.key);
    context.settings.check(info, change.value);
    if (changes_schedules(info.key)) return set_and_switch(context, info, change, out);
    if (!change.dry_run) write_setting(context, info, change.value, out);
    return kDone;
}

Command config_command(Context& context) {
    auto options = std::make_shared<SettingChange>();
    auto listing = std::make_shared<SettingListOptions>();
    const Option key{.names = "key",
                     .value = "KEY",
                     .help = tr("which setting"),
                     .target = &options->key,
                     .completes = Completes::Setting,
                     .required = true};
    const Option value{.names = "value",
                       .value = "VALUE",
                       .help = tr("its new value"),
                       .target = &options->value,
                       .required = true};
    Command config{.name = "config", .summary = tr("Show and change the settings")};
    config.group = tr("Care");
    config.subcommands = {
        {"list",
         tr("Every setting: its value, where it comes from and what it means"),
         [&context, listing] { return list_settings(context, *listing); },
         {{"--json", "", tr("print JSON"), &listing->json},
          {"--plain", "", tr("print columns separated by tabs"), &listing->plain}}},
        {"get", tr("One value"), [&context, options] { return get(context, options->key); }, {key}},
        {"set",
         tr("Change one value in the config file"),
         [&context, options] { return change_setting(context, *options, context.out); },
         {key,
          value,
          {"--dry-run", "", tr("only show which cards would move"), &options->dry_run},
          {"--yes", "", tr("do not ask"), &options->yes}}},
        {"edit", tr("Open the config file in your editor"),
         [&context] { return edit_settings(context); }},
        {"init", tr("Write a config file that explains every setting"),
         [&context] { return init(context); }},
    };
    config.examples = {
        {"wengu config set scheduler fsrs", tr("use FSRS-6 instead of SM-2")},
        {"wengu config set scheduler fsrs --dry-run", tr("what that would move")},
    };
    return config;
}

}  // namespace wengu
