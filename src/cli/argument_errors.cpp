#include "cli/argument_errors.h"

#include "core/error.h"
#include "core/nearest.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// Whether `argument` is an option that takes the next word as its value.
bool takes_next(const std::string& argument, const Command& command) {
    return std::ranges::any_of(command.options, [&](const Option& option) {
        return option.names == argument && !option.value.empty();
    });
}

/// "--limit" of "-n,--limit", "-n".
std::vector<std::string_view> spellings_of(const Option& option) {
    std::vector<std::string_view> names;
    for (std::string_view rest = option.names; !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        names.push_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return names;
}

bool is_whole(const Option& option) {
    return std::holds_alternative<int*>(option.target) ||
           std::holds_alternative<std::optional<int>*>(option.target);
}

bool is_number(const Option& option) {
    return is_whole(option) || std::holds_alternative<double*>(option.target) ||
           std::holds_alternative<std::optional<double>*>(option.target);
}

bool is_flag(const Option& option) { return std::holds_alternative<bool*>(option.target); }

/// "one of note, due", "a whole number from 1 on": what may stand as its value.
std::string allowed_words(const Option& option) {
    const auto& range = option.range;
    if (!option.choices.empty()) return say("one of {}", fmt::join(option.choices, ", "));
    if (is_whole(option)) {
        return range.most < Range{}.most
                   ? say("a whole number from {} to {}", range.least, range.most)
                   : say("a whole number from {} on", range.least);
    }
    if (is_number(option)) return say("a number from {} to {}", range.least, range.most);
    return option.value;
}

bool is_allowed(const Option& option, const std::string& value) {
    if (!option.choices.empty()) {
        return std::ranges::find(option.choices, value) != option.choices.end();
    }
    std::optional<double> number = number_in<double>(value);
    if (is_whole(option)) number = number_in<int>(value);
    return number && *number >= option.range.least && *number <= option.range.most;
}

/// The name that CLI11 calls an option by.
std::string called(const Option& option) {
    const auto names = spellings_of(option);
    const auto is_long = [](std::string_view name) { return name.starts_with("--"); };
    const auto found = std::ranges::find_if(names, is_long);
    return std::string{found == names.end() ? names.front() : *found};
}

const Option* option_called(std::string_view name, const Command& root, const Command& command) {
    for (const auto* options : {&command.options, &root.options}) {
        for (const auto& option : *options) {
            if (called(option) == name) return &option;
        }
    }
    return nullptr;
}

/// A value is missing, there are too many, or one where none belongs.
std::string about(const Option& option, std::string_view complaint) {
    const auto name = called(option);
    if (is_flag(option)) return say("{} takes no value", name);
    if (complaint.find("At Most") != complaint.npos) return say("{} is given more than once", name);
    return say("{} needs a value: {}", name, allowed_words(option));
}

}  // namespace

std::size_t command_at(const std::vector<std::string>& arguments, const Command& root) {
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].starts_with("-")) {
        at += takes_next(arguments[at], root) ? 2U : 1U;
    }
    return std::min(at, arguments.size());
}

void check_command(const std::vector<std::string>& arguments, const Command& root) {
    const auto word = arguments.begin() + static_cast<std::ptrdiff_t>(command_at(arguments, root));
    if (word == arguments.end()) return;
    std::vector<std::string_view> names;
    for (const auto& command : root.subcommands) names.push_back(command.name);
    if (std::ranges::find(names, *word) != names.end()) return;
    const auto near = nearest(*word, names);
    if (near.empty()) {
        fail<UsageError>("there is no command \"{}\"; `wengu --help` lists all", *word);
    }
    fail<UsageError>("there is no command \"{}\"; did you mean `wengu {}`?", *word, near);
}

void check_options(const std::vector<std::string>& arguments, const Command& root,
                   const Command& command, const std::string& path) {
    std::vector<std::string_view> known{"--help", "-h", "--version"};
    for (const auto* options : {&root.options, &command.options}) {
        for (const auto& option : *options) {
            for (const auto name : spellings_of(option)) known.push_back(name);
        }
    }
    for (const std::string_view argument : arguments) {
        if (argument == "--") return;
        const auto name = argument.substr(0, argument.find('='));
        if (!name.starts_with("--") || std::ranges::count(known, name) > 0) continue;
        const auto near = nearest(name, known);
        if (near.empty()) {
            fail<UsageError>("there is no option {}; `{} --help` lists all", name, path);
        }
        fail<UsageError>("there is no option {}; did you mean {}?", name, near);
    }
}

CLI::Validator validator_of(const Option& option) {
    if (option.choices.empty() && !is_number(option)) return {};
    const auto check = [option](const std::string& value) {
        if (is_allowed(option, value)) return std::string{};
        return say("{} takes {}, not \"{}\"", called(option), allowed_words(option), value);
    };
    return CLI::Validator{check, ""};
}

std::string words_of(const CLI::ParseError& error, const Command& root, const Command& command) {
    std::string_view text = error.what();
    if (text == "A subcommand is required") return tr("a subcommand is missing");
    constexpr std::string_view kRequired = " is required";
    constexpr std::string_view kExtras = "not expected: ";
    constexpr std::string_view kConversion = "Could not convert: ";
    if (text.ends_with(kRequired)) {
        return say("{} is missing", text.substr(0, text.size() - kRequired.size()));
    }
    if (const auto at = text.find(kExtras); at != std::string_view::npos) {
        return say("this is too much: {}", text.substr(at + kExtras.size()));
    }
    if (text.starts_with(kConversion)) text.remove_prefix(kConversion.size());
    const auto name = text.substr(0, text.find_first_of(": "));
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ValidationError)) {
        return std::string{text.substr(std::min(text.size(), name.size() + 2))};  // our own words
    }
    if (const auto* option = option_called(name, root, command)) return about(*option, text);
    return std::string{text};
}

}  // namespace wengu
