#include "cli/commands/shell.h"

#include "cli/exit_code.h"
#include "cli/shell/completion.h"
#include "cli/shell/manual.h"
#include "core/message.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/sittings/profiles.h"
#include "tui/context.h"
#include "tui/print.h"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace wengu {
namespace {

constexpr int kCardsOffered = 200;

/// The ids of the first cards, as people see them.
std::vector<std::string> card_ids(const Context& context, const Store& store) {
    std::vector<std::string> ids;
    for (const auto& card : store::list(
             store, {},
             {.today = context.today(), .order = store::Order::Added, .limit = kCardsOffered})) {
        ids.push_back(short_id(card.id));
    }
    return ids;
}

/// What the collection has; a shell that completes never makes one.
std::vector<std::string> stored_values(const Context& context, Completes completes) {
    std::error_code error;
    if (!std::filesystem::exists(context.database_path(), error)) return {};
    const auto store = open_collection(context);
    if (completes == Completes::Card) return card_ids(context, store);
    std::vector<std::string> values;
    if (completes != Completes::Tag) values = store::decks(store);
    if (completes != Completes::Deck) {
        for (auto& tag : store::tags(store)) {
            if (std::ranges::count(values, tag) == 0) values.push_back(std::move(tag));
        }
    }
    return values;
}

std::vector<std::string> live_values(Context& context, Completes completes) {
    std::vector<std::string> values;
    switch (completes) {
        case Completes::Setting:
            for (const auto& info : setting_table()) values.emplace_back(info.key);
            return values;
        case Completes::Profile:
            for (const auto& profile : load_profiles(context)) values.push_back(profile.name);
            return values;
        case Completes::Deck:
        case Completes::Tag:
        case Completes::DeckOrTag:
        case Completes::Card: return stored_values(context, completes);
        default: return values;
    }
}

int print_candidates(Context& context, const std::vector<std::string>& words) {
    const auto values = [&context](Completes completes) { return live_values(context, completes); };
    for (const auto& candidate : complete(command_table(context), words, values)) {
        print(context.out, "{}\t{}\n", candidate.word, candidate.what);
    }
    return kDone;
}

}  // namespace

std::vector<Command> shell_commands(Context& context) {
    auto words = std::make_shared<std::vector<std::string>>();
    auto shell = std::make_shared<std::string>();
    Command completions{.name = "completions",
                        .summary = tr("Print the completion script for a shell")};
    completions.group = tr("Care");
    completions.run = [&context, shell] {
        print(context.out, "{}", completion_script(*shell));
        return kDone;
    };
    completions.options = {{.names = "shell",
                            .value = "SHELL",
                            .help = tr("bash, zsh or fish"),
                            .target = shell.get(),
                            .completes = Completes::Choice,
                            .required = true,
                            .choices = {"bash", "zsh", "fish"}}};
    completions.examples = {
        {"source <(wengu completions bash)", tr("complete wengu's words in this shell")}};

    Command manual{.name = "manual", .summary = tr("Print the manual page as roff")};
    manual.hidden = true;
    manual.run = [&context] {
        print(context.out, "{}", manual_page(command_table(context), WENGU_VERSION));
        return kDone;
    };

    Command candidates{.name = "complete", .summary = tr("Offer words to a shell")};
    candidates.hidden = true;
    candidates.run = [&context, words] { return print_candidates(context, *words); };
    candidates.options = {{.names = "words",
                           .value = "WORD",
                           .help = tr("the words typed so far"),
                           .target = words.get()}};
    return {completions, manual, candidates};
}

}  // namespace wengu
