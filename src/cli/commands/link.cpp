#include "cli/commands/link.h"

#include "cli/exit_code.h"
#include "core/error.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "store/import.h"
#include "tui/print.h"

#include <algorithm>
#include <memory>

namespace wengu {
namespace {

/// The place of a card among those of its note.
int position_of(const Store& store, const store::Card& card) {
    const auto cards = store::stored_cards(store, {card.note_id}, false);
    const auto found = std::ranges::find(cards, card.id, &store::StoredCard::id);
    return found == cards.end() ? 0 : found->position;
}

/// What the card's note has to complain about, the doubt about this card left out.
std::vector<Problem> problems_without(const Store& store, const store::Card& card) {
    auto problems = store::problems(store);
    std::erase_if(problems, [&](const Problem& problem) {
        return problem.path != card.note ||
               problem.hint.text().find(short_id(card.id)) != std::string::npos;
    });
    return problems;
}

int link(Context& context, const std::string& new_text, const std::string& old_text) {
    auto store = open_collection(context);
    const auto fresh = find_card(store, new_text);
    const auto old = find_card(store, old_text);
    if (fresh.gone || !old.gone) {
        fail<UsageError>("a new card is linked to one that is gone, but {} is {} and {} is {}",
                         short_id(fresh.id), store::state_of(fresh), short_id(old.id),
                         store::state_of(old));
    }
    const auto position = position_of(store, fresh);
    store::Import import{store, context.now().at};
    import.card_gone(fresh.id);
    import.update_card(old.id, fresh.note_id, fresh.draft, position);
    import.put_problems(fresh.note, problems_without(store, fresh));
    import.commit();
    print(context.out, "{}\n",
          say("{}: {} -> {}", short_id(old.id), old.draft.front, fresh.draft.front));
    return kDone;
}

}  // namespace

Command link_command(Context& context) {
    struct Options {
        std::string fresh;
        std::string old;
    };
    auto options = std::make_shared<Options>();
    Command command{
        .name = "link",
        .summary = tr("Say that a new card is a gone one, edited: it gets the history")};
    command.group = tr("Cards");
    command.run = [&context, options] { return link(context, options->fresh, options->old); };
    command.options = {{.names = "new",
                        .value = "NEW",
                        .help = tr("the card as it reads now"),
                        .target = &options->fresh,
                        .completes = Completes::Card,
                        .required = true},
                       {.names = "old",
                        .value = "OLD",
                        .help = tr("the card that is gone, by its id"),
                        .target = &options->old,
                        .required = true}};
    return command;
}

}  // namespace wengu
