#include "cli/commands/due.h"

#include "cli/exit_code.h"
#include "cli/json.h"
#include "cli/plain.h"
#include "core/message.h"
#include "library/collection.h"
#include "library/sittings/day_queue.h"
#include "store/queue.h"
#include "term/width.h"
#include "tui/print.h"

#include <algorithm>
#include <memory>

namespace wengu {
namespace {

struct DueOptions {
    bool json = false;
    bool brief = false;
    bool exit_code = false;
    bool plain = false;
};

Json counts_json(const store::DueCounts& counts) {
    return {{"due", counts.due}, {"new", counts.fresh}, {"learning", counts.learning}};
}

void print_counts(std::ostream& out, const std::string& name, const store::DueCounts& counts) {
    const Widths widths;
    print(out, "{}{:>8}{:>10}{:>8}\n", padded(shortened(name, 30, widths), 30, widths), counts.due,
          counts.learning, counts.fresh);
}

/// Deck, due, learning, new.
void print_deck_plain(std::ostream& out, const std::string& deck, const store::DueCounts& counts) {
    print_row(out, {deck, std::to_string(counts.due), std::to_string(counts.learning),
                    std::to_string(counts.fresh)});
}

void print_heading(std::ostream& out) {
    const Widths widths;
    print(out, "{}{}{}{}\n", padded(tr("deck"), 30, widths), padded_left(tr("due"), 8, widths),
          padded_left(tr("learning"), 10, widths), padded_left(tr("new"), 8, widths));
}

/// The counts with the cards that come back today after they were failed.
std::vector<store::DeckCounts> with_failed(std::vector<store::DeckCounts> decks,
                                           const std::vector<CardInfo>& failed) {
    for (const auto& card : failed) {
        auto deck = std::ranges::lower_bound(decks, card.deck, {}, &store::DeckCounts::deck);
        if (deck == decks.end() || deck->deck != card.deck)
            deck = decks.insert(deck, {card.deck, {}});
        deck->counts.learning += 1;
    }
    return decks;
}

int due(Context& context, const DueOptions& options) {
    const auto store = open_collection(context);
    const Day today = context.today();
    // The number alone needs to know of one new card at most.
    auto total =
        options.brief ? store::due_counts(store, today, 1) : store::due_counts(store, today);
    const auto failed = failed_today(context, store, SchedulerSet{context.settings});
    total.learning += static_cast<int>(failed.size());
    const int code =
        options.exit_code && total.due + total.learning + total.fresh == 0 ? kNothingToDo : kDone;
    if (options.brief) {
        print(context.out, "{}\n", total.due + total.learning);
        return code;
    }
    const auto decks = with_failed(store::due_by_deck(store, today), failed);
    if (options.json) {
        auto document = json_document("wengu.due");
        document["day"] = to_string(today);
        document.update(counts_json(total));
        document["decks"] = Json::array();
        for (const auto& deck : decks) {
            Json entry{{"deck", deck.deck}};
            entry.update(counts_json(deck.counts));
            document["decks"].push_back(entry);
        }
        print_document(context.out, document);
        return code;
    }
    if (options.plain) {
        for (const auto& deck : decks) print_deck_plain(context.out, deck.deck, deck.counts);
        return code;
    }
    print_heading(context.out);
    for (const auto& deck : decks) print_counts(context.out, deck.deck, deck.counts);
    print_counts(context.out, tr("total"), total);
    return code;
}

}  // namespace

Command due_command(Context& context) {
    auto options = std::make_shared<DueOptions>();
    Command command{.name = "due", .summary = tr("Count what is due, by deck")};
    command.group = tr("Study");
    command.options = {
        {"--json", "", tr("print JSON"), &options->json},
        {"--plain", "", tr("print columns separated by tabs"), &options->plain},
        {"--exit-code", "", tr("exit with 4 when there is nothing to do"), &options->exit_code},
        {"--short", "", tr("only the number, for a prompt"), &options->brief}};
    command.run = [&context, options] { return due(context, *options); };
    return command;
}

}  // namespace wengu
