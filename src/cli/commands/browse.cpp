#include "cli/commands/browse.h"

#include "cli/exit_code.h"
#include "cli/query.h"
#include "core/error.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "tui/browse.h"
#include "tui/screen.h"

#include <memory>

namespace wengu {
namespace {

int browse_cards(Context& context, const std::vector<std::string>& words) {
    if (wants_lines(context, false)) {
        fail<UsageError>("browsing needs a terminal; `wengu search WORDS` prints what it finds");
    }
    auto store = open_collection(context);
    const auto query = query_text(words);
    static_cast<void>(query_terms(query));  // says what is wrong before the screen is taken
    browse(context, *open_screen(context), store, query);
    return kDone;
}

}  // namespace

Command browse_command(Context& context) {
    auto words = std::make_shared<std::vector<std::string>>();
    Command command{.name = "browse", .summary = tr("Find cards as you type, and look at them")};
    command.group = tr("Cards");
    command.run = [&context, words] { return browse_cards(context, *words); };
    command.options = {{.names = "query",
                        .value = "QUERY",
                        .help = tr("words, deck:X, tag:X, is:due, mastery<0.5 ..."),
                        .target = words.get(),
                        .completes = Completes::DeckOrTag}};
    command.examples = {{"wengu browse is:leech", tr("what is forgotten again and again")}};
    return command;
}

}  // namespace wengu
