#include "cli/commands/undo.h"

#include "cli/exit_code.h"
#include "core/error.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/import/note_state.h"
#include "store/cards.h"
#include "store/import.h"
#include "tui/print.h"

#include <memory>
#include <set>

namespace wengu {
namespace {

int undo_grades(Context& context, int count) {
    auto store = open_collection(context);
    const SchedulerSet schedulers{context.settings};
    const auto undone = store::undo(store, count, context.now().at, schedulers.replay());
    if (undone.empty()) {
        print(context.err, "{}\n", tr("there is no grade to take back"));
        return kDone;
    }
    std::set<store::NoteId> touched;
    for (const auto& review : undone) {
        const auto card = store::card_with(store, review.card_id);
        if (!card) continue;
        touched.insert(card->note_id);
        print(context.out, "{}  {}  {}\n", short_id(card->id), to_string(review.moment),
              card->draft.front);
    }
    print(context.out, "{}\n",
          say_count("{} grade taken back", "{} grades taken back",
                    static_cast<long long>(undone.size())));
    warn_of(context,
            update_notes(context, store, {touched.begin(), touched.end()}, WriteMode::Auto));
    return kDone;
}

int undo_import(Context& context) {
    auto store = open_collection(context);
    const auto back = store::take_back_import(store, context.now().at);
    if (!back) {
        print(context.err, "{}\n", tr("there is no import to take back"));
        return kDone;
    }
    print(context.out, "{}\n",
          say("the last import is taken back: {} cards removed, {} as they were before",
              back->removed, back->restored));
    return kDone;
}

}  // namespace

Command undo_command(Context& context) {
    struct Options {
        int count = 1;
        bool import = false;
    };
    auto options = std::make_shared<Options>();
    Command command{.name = "undo", .summary = tr("Take back the last grades, or the last import")};
    command.group = tr("Study");
    command.run = [&context, options] {
        return options->import ? undo_import(context) : undo_grades(context, options->count);
    };
    command.options = {{.names = "count",
                        .value = "N",
                        .help = tr("how many grades (1)"),
                        .target = &options->count,
                        .range = {1}},
                       {"--import", "", tr("the last import instead"), &options->import}};
    command.examples = {{"wengu undo 3", tr("the last three grades, one by one in reverse")}};
    return command;
}

}  // namespace wengu
