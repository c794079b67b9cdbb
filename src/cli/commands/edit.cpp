#include "cli/commands/edit.h"

#include "cli/exit_code.h"
#include "core/message.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/import/importer.h"
#include "tui/editor.h"
#include "tui/print.h"

#include <memory>

namespace wengu {
namespace {

int edit_card(Context& context, const std::string& text) {
    auto store = open_collection(context);
    const auto card = find_card(store, text);
    edit_file(context, card.note, card.draft.front_line);
    const auto report = import_notes(context, store, {.paths = {card.note}});
    for (const auto& change : report.edited) {
        print(context.out, "{}\n", say("edited: {} -> {}", change.before, change.after));
    }
    for (const auto& problem : report.problems) print(context.err, "{}", to_string(problem));
    const auto now = store::card_with(store, card.id);
    if (now && now->gone) {
        print(context.out, "{}\n", tr("The card is no longer in the note; its history is kept."));
    }
    return report.problems.empty() ? kDone : kProblems;
}

}  // namespace

Command edit_command(Context& context) {
    auto card = std::make_shared<std::string>();
    Command command{.name = "edit",
                    .summary = tr("Open a card's note in your editor, at its line")};
    command.group = tr("Cards");
    command.run = [&context, card] { return edit_card(context, *card); };
    command.options = {{.names = "card",
                        .value = "CARD",
                        .help = tr("its id, the start of it, or its question"),
                        .target = card.get(),
                        .completes = Completes::Card,
                        .required = true}};
    return command;
}

}  // namespace wengu
