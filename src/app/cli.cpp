#include "app/cli.h"

#include "app/command.h"
#include "app/context.h"
#include "app/exit_code.h"
#include "app/outside/language.h"
#include "core/error.h"
#include "core/nearest.h"

#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace wengu {
namespace {

/// Hands one option of our table to CLI11.
void add_option(CLI::App& cli, const Option& option) {
    auto* added = std::visit(
        [&](auto* target) -> CLI::Option* {
            if constexpr (std::is_same_v<decltype(target), bool*>) {
                return cli.add_flag(option.names, *target, option.help);
            } else {
                return cli.add_option(option.names, *target, option.help);
            }
        },
        option.target);
    if (!option.value.empty()) added->type_name(option.value)->option_text(option.value);
    if (!option.choices.empty()) added->check(CLI::IsMember(option.choices));
    if (option.required) added->required();
}

std::string footer(const Command& command) {
    if (command.examples.empty()) return {};
    std::string text = tr("Examples:");
    for (const auto& example : command.examples) {
        text += fmt::format("\n  {:<36} {}", example.line, example.what);
    }
    return text;
}

/// Adds `command`'s options and subcommands to `cli`.
void build(CLI::App& cli, const Command& command) {
    for (const auto& option : command.options) add_option(cli, option);
    cli.footer(footer(command));
    cli.set_help_flag("-h,--help", tr("show this help"));
    for (const auto& sub : command.subcommands) {
        auto* child = cli.add_subcommand(sub.name, sub.summary);
        if (sub.hidden) child->group("");
        if (!sub.group.empty()) child->group(sub.group);
        build(*child, sub);
    }
    if (!command.run) cli.require_subcommand(1);
}

/// The innermost command that the user named.
const Command& chosen(const CLI::App& cli, const Command& command) {
    const auto named = cli.get_subcommands();
    if (named.empty()) return command;
    return chosen(*named.front(), *std::ranges::find(command.subcommands, named.front()->get_name(),
                                                     &Command::name));
}

/// An unknown first word is most often a slip: name the command it resembles.
bool suggest_command(const std::vector<std::string>& arguments, const Command& root,
                     Context& context) {
    const auto word =
        std::ranges::find_if(arguments, [](const auto& a) { return !a.starts_with("-"); });
    if (word == arguments.end()) return false;
    std::vector<std::string_view> names;
    for (const auto& command : root.subcommands) names.push_back(command.name);
    if (std::ranges::find(names, *word) != names.end()) return false;
    const auto near = nearest(*word, names);
    fmt::print(
        context.err, "{}\n",
        near.empty()
            ? say("wengu: there is no command \"{}\"; `wengu --help` lists all", *word)
            : say("wengu: there is no command \"{}\"; did you mean `wengu {}`?", *word, near));
    return true;
}

/// The settings and the language must be known before the first text is made,
/// so these two options are looked at before the others are parsed.
std::string early_option(const std::vector<std::string>& arguments, std::string_view name) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        if (word == name && i + 1 < arguments.size()) return arguments[i + 1];
        if (word.starts_with(name) && word.substr(name.size()).starts_with("=")) {
            return std::string{word.substr(name.size() + 1)};
        }
    }
    return {};
}

std::string locale_name(const Context& context) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (auto value = context.variable(name); !value.empty()) return value;
    }
    return {};
}

void prepare(const std::vector<std::string>& arguments, Context& context) {
    const auto asked = early_option(arguments, "--lang");
    speak(asked, locale_name(context));
    context.settings.load(context.config_folder() / "config.toml");
    const auto configured = context.settings.text("ui.language");
    if (asked.empty() && configured != "auto") speak(configured, {});
    for (const auto& complaint : context.settings.complaints()) {
        fmt::print(context.err, "{}\n", complaint);
    }
}

/// `--now` (or WENGU_NOW) stands in for the clock everywhere.
void stop_the_clock(Context& context) {
    const auto& option = context.options.now;
    const auto text = option.empty() ? context.variable("WENGU_NOW") : option;
    if (text.empty()) return;
    const auto moment = parse_moment(text);
    if (!moment) {
        fail<UsageError>("\"{}\" is not a time; write it as 2026-03-01T21:10:00+08:00", text);
    }
    context.now = [moment] { return *moment; };
}

int parse_and_run(const std::vector<std::string>& arguments, Context& context) {
    prepare(arguments, context);
    const Command root = command_table(context);
    CLI::App cli{root.summary, root.name};
    cli.set_version_flag("--version", "wengu " WENGU_VERSION);
    cli.fallthrough();
    build(cli, root);
    try {
        auto reversed = arguments;
        std::ranges::reverse(reversed);  // as CLI11 wants them
        cli.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {  // --help is one too; its code is 0
        if (error.get_exit_code() != 0 && suggest_command(arguments, root, context)) return kUsage;
        return cli.exit(error, context.out, context.err) == 0 ? kDone : kUsage;
    }
    stop_the_clock(context);
    return chosen(cli, root).run();
}

}  // namespace

int run(const std::vector<std::string>& arguments, Context& context) {
    const auto complain = [&](const std::exception& error) {
        fmt::print(context.err, "wengu: {}\n", error.what());
    };
    try {
        return parse_and_run(arguments, context);
    } catch (const UsageError& error) {
        complain(error);
        return kUsage;
    } catch (const Unavailable& error) {
        complain(error);
        return kUnavailable;
    } catch (const Error& error) {
        complain(error);
        return kFailed;
    }
}

}  // namespace wengu
