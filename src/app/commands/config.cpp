#include "app/commands/config.h"

#include "app/context.h"
#include "app/editor.h"
#include "app/exit_code.h"
#include "app/files.h"
#include "core/error.h"

#include <fmt/ostream.h>

#include <memory>

namespace wengu {
namespace {

namespace fs = std::filesystem;

fs::path config_file(const Context& context) { return context.config_folder() / "config.toml"; }

int list(Context& context) {
    for (const auto& info : setting_table()) {
        fmt::print(context.out, "{:<28} {:<12} {}\n", info.key, context.settings.text(info.key),
                   context.settings.origin(info.key));
    }
    return kDone;
}

int get(Context& context, const std::string& key) {
    fmt::print(context.out, "{}\n", context.settings.text(setting_info(key).key));
    return kDone;
}

/// Makes the config file with every default explained, if there is none.
void make_config(const Context& context) {
    const auto file = config_file(context);
    if (fs::exists(file)) return;
    make_folder(file.parent_path());
    replace_file(file, settings_template());
}

int set(Context& context, const std::string& key, const std::string& value) {
    const auto& info = setting_info(key);
    check_setting(info, value);
    make_config(context);
    const auto file = config_file(context);
    replace_file(file, with_setting(read_file(file), info, value));
    fmt::print(context.out, "{} = {}\n", key, value);
    return kDone;
}

int init(Context& context) {
    const bool there = fs::exists(config_file(context));
    make_config(context);
    fmt::print(context.out, "{}\n",
               there ? say("{} is already there; nothing changed", config_file(context).string())
                     : say("wrote {}", config_file(context).string()));
    return kDone;
}

int edit(Context& context) {
    make_config(context);
    edit_file(context, config_file(context), 0);
    Settings changed;
    changed.load(config_file(context));
    for (const auto& complaint : changed.complaints()) fmt::print(context.err, "{}\n", complaint);
    return changed.complaints().empty() ? kDone : kProblems;
}

}  // namespace

Command config_command(Context& context) {
    struct Options {
        std::string key;
        std::string value;
    };
    auto options = std::make_shared<Options>();
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
        {"list", tr("Every setting, its value and where it comes from"),
         [&context] { return list(context); }},
        {"get", tr("One value"), [&context, options] { return get(context, options->key); }, {key}},
        {"set",
         tr("Change one value in the config file"),
         [&context, options] { return set(context, options->key, options->value); },
         {key, value}},
        {"edit", tr("Open the config file in your editor"), [&context] { return edit(context); }},
        {"init", tr("Write a config file that explains every setting"),
         [&context] { return init(context); }},
    };
    config.examples = {{"wengu config set scheduler fsrs", tr("use FSRS-6 instead of SM-2")}};
    return config;
}

}  // namespace wengu
