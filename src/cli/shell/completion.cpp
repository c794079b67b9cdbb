#include "cli/shell/completion.h"

#include "completion_scripts.h"
#include "core/error.h"

#include <algorithm>
#include <sstream>

namespace wengu {
namespace {

std::vector<std::string> words_of(const Option& option) {
    std::vector<std::string> names;
    std::istringstream in{option.names};
    for (std::string name; std::getline(in, name, ',');) names.push_back(name);
    return names;
}

bool is_positional(const Option& option) { return !option.names.starts_with("-"); }

bool takes_value(const Option& option) { return !std::holds_alternative<bool*>(option.target); }

/// Where the words before the last one lead.
struct Position {
    const Command* command;
    const Option* waiting = nullptr;          ///< An option whose value comes next.
    std::size_t positionals = 0;              ///< Positional values already given.
    std::vector<const Option*> options = {};  ///< All that can be given here.
};

const Option* find_option(const Position& at, const std::string& word) {
    for (const auto* option : at.options) {
        if (std::ranges::count(words_of(*option), word) > 0) return option;
    }
    return nullptr;
}

void enter(Position& at, const Command& command) {
    at.command = &command;
    for (const auto& option : command.options) at.options.push_back(&option);
}

Position follow(const Command& root, const std::vector<std::string>& words) {
    Position at{.command = &root};
    enter(at, root);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto& word = words[i];
        if (at.waiting != nullptr) {
            at.waiting = nullptr;
            continue;
        }
        if (word.starts_with("-")) {
            const auto* option = find_option(at, word);
            if (option != nullptr && takes_value(*option)) at.waiting = option;
            continue;
        }
        const auto& subs = at.command->subcommands;
        const auto sub = std::ranges::find(subs, word, &Command::name);
        if (sub == subs.end()) {
            ++at.positionals;
        } else {
            enter(at, *sub);
        }
    }
    return at;
}

void offer_values(const Option& option, const LiveValues& values, std::vector<Offer>& out) {
    for (const auto& choice : option.choices) out.push_back({choice, ""});
    if (!option.choices.empty() || option.completes == Completes::Nothing) return;
    for (auto& value : values(option.completes)) out.push_back({std::move(value), ""});
}

void offer_words(const Position& at, bool wants_option, const LiveValues& values,
                 std::vector<Offer>& out) {
    if (wants_option) {
        for (const auto* option : at.options) {
            if (is_positional(*option)) continue;
            out.push_back({words_of(*option).back(), option->help});
        }
        return;
    }
    for (const auto& sub : at.command->subcommands) {
        if (!sub.hidden) out.push_back({sub.name, sub.summary});
    }
    std::size_t index = 0;
    for (const auto& option : at.command->options) {
        if (!is_positional(option)) continue;
        const bool many = std::holds_alternative<std::vector<std::string>*>(option.target);
        if (many || index == at.positionals) offer_values(option, values, out);
        ++index;
    }
}

}  // namespace

std::vector<Offer> complete(const Command& root, const std::vector<std::string>& words,
                            const LiveValues& values) {
    const std::string last = words.empty() ? "" : words.back();
    const auto at = follow(root, words);
    std::vector<Offer> offered;
    if (at.waiting != nullptr) {
        offer_values(*at.waiting, values, offered);
    } else {
        offer_words(at, last.starts_with("-"), values, offered);
    }
    std::erase_if(offered,
                  [&](const auto& candidate) { return !candidate.word.starts_with(last); });
    return offered;
}

std::string completion_script(std::string_view shell) {
    for (const auto& script : kCompletionScripts) {
        if (script.name.ends_with(shell) && !shell.empty()) return std::string{script.text};
    }
    fail<UsageError>("completions are for bash, zsh and fish, not \"{}\"", shell);
}

}  // namespace wengu
