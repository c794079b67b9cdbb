#include "cli/cli.h"

#include "cli/argument_errors.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/help_format.h"
#include "cli/json.h"
#include "cli/language.h"
#include "core/error.h"
#include "tui/context.h"
#include "tui/print.h"
#include "tui/screen.h"
#include "tui/themes.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>

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
    added->check(validator_of(option));
    if (option.required) added->required();
    if (option.names.starts_with("-")) added->group(tr("Options"));
}

/// The words of CLI11's own in the user's language.
void translate(CLI::App& cli) {
    cli.set_help_flag("-h,--help", tr("show this help"))->group(tr("Options"));
}

/// Adds `command`'s options and subcommands to `cli`.
void build(CLI::App& cli, const Command& command, int width) {
    for (const auto& option : command.options) add_option(cli, option);
    cli.formatter(std::make_shared<HelpFormat>(command.examples, width));
    translate(cli);
    for (const auto& sub : command.subcommands) {
        auto* child = cli.add_subcommand(sub.name, sub.summary);
        if (sub.hidden) child->group("");
        if (!sub.group.empty()) child->group(sub.group);
        build(*child, sub, width);
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

/// "wengu config set": the innermost command with those above it.
std::string path_of(const CLI::App& cli) {
    const auto named = cli.get_subcommands();
    return cli.get_name() + (named.empty() ? "" : " " + path_of(*named.front()));
}

/// File, line and hint stand there where they are known.
Json error_json(const Error& error, const char* code) {
    Json object{{"code", code}, {"message", error.what()}};
    if (const auto& place = error.place(); !place.file.empty()) {
        object["file"] = place.file;
        if (place.line > 0) object["line"] = place.line;
    }
    if (const auto hint = error.localized().hint(); !hint.empty()) object["hint"] = hint;
    return object;
}

/// Whether the caller is a program, which wants errors as JSON as well.
bool wants_json(const std::vector<std::string>& arguments) {
    return std::ranges::count(arguments, "--json") > 0;
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
    if (!asked.empty() && !asked.starts_with("zh") && !asked.starts_with("en"))
        fail<UsageError>("there is no language {}; there are zh_CN and en", asked);
    speak(asked, locale_name(context));
    context.settings = Settings{screen_checks()};
    context.settings.load(context.config_folder() / "config.toml");
    context.settings.take_environment(context.variables);
    const auto configured = context.settings.text("ui.language");
    if (asked.empty() && configured != "auto") speak(configured, {});
    for (const auto& complaint : context.settings.complaints()) {
        print(context.err, "{}\n", complaint);
    }
}

/// `--now` (or WENGU_NOW) stands in for the clock everywhere.
void stop_the_clock(Context& context) {
    const auto& wanted = context.time_wanted;
    const auto text = wanted.empty() ? context.variable("WENGU_NOW") : wanted;
    if (text.empty()) return;
    const auto moment = parse_moment(text);
    if (!moment) {
        fail<UsageError>("\"{}\" is not a time; write it as 2026-03-01T21:10:00+08:00", text);
    }
    context.now = [moment] { return *moment; };
}

/// `wengu help review` is `wengu review --help`.
std::vector<std::string> without_help_word(std::vector<std::string> arguments,
                                           const Command& root) {
    const auto at = command_at(arguments, root);
    if (at == arguments.size() || arguments[at] != "help") return arguments;
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
    check_command(arguments, root);
    arguments.emplace_back("--help");
    return arguments;
}

int parse_and_run(const std::vector<std::string>& typed, Context& context) {
    prepare(typed, context);
    const Command root = command_table(context);
    const auto arguments = without_help_word(typed, root);
    CLI::App cli{root.summary, root.name};
    cli.set_version_flag("--version", "wengu " WENGU_VERSION, tr("show the version"))
        ->group(tr("Options"));
    cli.fallthrough();
    build(cli, root, text_width(context));
    try {
        auto reversed = arguments;
        std::ranges::reverse(reversed);  // as CLI11 wants them
        cli.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {  // --help is one too; its code is 0
        if (error.get_exit_code() == 0) return cli.exit(error, context.out, context.err);
        check_command(arguments, root);
        check_options(arguments, root, chosen(cli, root), path_of(cli));
        fail<UsageError>("{}; `{} --help` says more", words_of(error, root, chosen(cli, root)),
                         path_of(cli));
    }
    stop_the_clock(context);
    const int code = chosen(cli, root).run();
    errno = 0;
    if (!context.out.flush()) {
        fail("cannot write what was asked for: {}",
             errno == 0 ? tr("the output takes no more") : std::strerror(errno));
    }
    return code;
}

}  // namespace

int run(const std::vector<std::string>& arguments, Context& context) {
    context.warn = [&err = context.err](const std::string& text) { print(err, "{}\n", text); };
    const auto complain = [&](const char* name, ExitCode code, const Error& error) {
        if (wants_json(arguments)) {
            print_line(context.err, {{"error", error_json(error, name)}});
        } else {
            print(context.err, "wengu: {}\n", error.what());
        }
        return code;
    };
    try {
        return parse_and_run(arguments, context);
    } catch (const UsageError& error) {
        return complain("usage", kUsage, error);
    } catch (const Unavailable& error) {
        return complain("unavailable", kUnavailable, error);
    } catch (const Error& error) {
        return complain("failed", kFailed, error);
    } catch (const std::exception& error) {  // a library's or the system's, in its own words
        return complain("failed", kFailed, Error{std::string{error.what()}});
    }
}

}  // namespace wengu
