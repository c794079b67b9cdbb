#include "cli/commands/marks.h"

#include "cli/confirm.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "store/marks.h"
#include "tui/print.h"

#include <memory>

namespace wengu {
namespace {

struct MarkOptions {
    std::vector<std::string> cards;
    bool off = false;
    bool yes = false;
};

std::vector<store::Card> pick_all(const Store& store, const MarkOptions& options) {
    std::vector<store::Card> cards;
    for (const auto& text : options.cards) cards.push_back(find_card(store, text));
    return cards;
}

void say_done(Context& context, const store::Card& card, const std::string& what) {
    print(context.out, "{}  {}  {}\n", short_id(card.id), what, card.draft.front);
}

int suspend(Context& context, const MarkOptions& options, bool suspended) {
    auto store = open_collection(context);
    for (const auto& card : pick_all(store, options)) {
        store::set_suspended(store, card.id, suspended, context.now().at);
        say_done(context, card, suspended ? tr("suspended") : tr("back in the queue"));
    }
    return kDone;
}

int bury(Context& context, const MarkOptions& options) {
    auto store = open_collection(context);
    const Day until = context.today() + std::chrono::days{1};
    for (const auto& card : pick_all(store, options)) {
        store::set_buried(store, card.id, options.off ? std::nullopt : std::optional{until},
                          context.now().at);
        say_done(context, card,
                 options.off ? tr("back in the queue") : say("not before {}", to_string(until)));
    }
    return kDone;
}

int flag(Context& context, const MarkOptions& options) {
    auto store = open_collection(context);
    for (const auto& card : pick_all(store, options)) {
        store::set_flagged(store, card.id, !options.off, context.now().at);
        say_done(context, card, options.off ? tr("no longer flagged") : tr("flagged"));
    }
    return kDone;
}

int reset(Context& context, const MarkOptions& options) {
    auto store = open_collection(context);
    const auto cards = pick_all(store, options);
    const auto replay = SchedulerSet{context.settings}.replay();
    if (!options.off && !options.yes &&
        !confirmed(context, say_count("Start {} card over as new?", "Start {} cards over as new?",
                                      static_cast<long long>(cards.size())))) {
        return kFailed;
    }
    for (const auto& card : cards) {
        (options.off ? store::take_back_reset : store::reset_card)(store, card.id, context.now().at,
                                                                   replay);
        say_done(context, card,
                 options.off ? tr("has its history again")
                             : tr("starts over (wengu reset --off takes it back)"));
    }
    return kDone;
}

Command marking(Context& context, const char* name, std::string summary,
                int (*action)(Context&, const MarkOptions&)) {
    auto options = std::make_shared<MarkOptions>();
    Command command{.name = name, .summary = std::move(summary)};
    command.group = tr("Cards");
    command.run = [&context, options, action] { return action(context, *options); };
    command.options = {{.names = "card",
                        .value = "CARD",
                        .help = tr("ids, starts of ids, or questions"),
                        .target = &options->cards,
                        .completes = Completes::Card,
                        .required = true}};
    const std::string_view given{name};
    if (given != "suspend" && given != "unsuspend") {
        command.options.push_back({"--off", "", tr("take it back"), &options->off});
    }
    if (given == "reset") command.options.push_back({"--yes", "", tr("do not ask"), &options->yes});
    return command;
}

}  // namespace

std::vector<Command> mark_commands(Context& context) {
    return {
        marking(context, "suspend", tr("Leave cards out until they are released"),
                [](Context& c, const MarkOptions& o) { return suspend(c, o, true); }),
        marking(context, "unsuspend", tr("Release suspended cards"),
                [](Context& c, const MarkOptions& o) { return suspend(c, o, false); }),
        marking(context, "bury", tr("Put cards off until tomorrow"), bury),
        marking(context, "flag", tr("Mark cards to come back to"), flag),
        marking(context, "reset", tr("Start cards over as new; their history is kept"), reset),
    };
}

}  // namespace wengu
