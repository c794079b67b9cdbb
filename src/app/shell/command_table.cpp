#include "app/command.h"
#include "app/commands/backup.h"
#include "app/commands/browse.h"
#include "app/commands/cards.h"
#include "app/commands/config.h"
#include "app/commands/coverage.h"
#include "app/commands/demo.h"
#include "app/commands/doctor.h"
#include "app/commands/due.h"
#include "app/commands/edit.h"
#include "app/commands/exchange.h"
#include "app/commands/holiday.h"
#include "app/commands/import.h"
#include "app/commands/interview.h"
#include "app/commands/link.h"
#include "app/commands/marks.h"
#include "app/commands/notes.h"
#include "app/commands/optimize.h"
#include "app/commands/points.h"
#include "app/commands/profile.h"
#include "app/commands/review.h"
#include "app/commands/shell.h"
#include "app/commands/simulate.h"
#include "app/commands/split.h"
#include "app/commands/stats.h"
#include "app/commands/today.h"
#include "app/commands/undo.h"
#include "app/context.h"
#include "core/message.h"

#include <iterator>

namespace wengu {

Command command_table(Context& context) {
    Command root{.name = "wengu", .summary = tr("Remember what your own notes say.")};
    root.run = [&context] { return start(context); };
    auto& global = context.options;
    root.options = {
        {.names = "--db",
         .value = "FILE",
         .help = tr("the collection to use"),
         .target = &global.database,
         .completes = Completes::File},
        {.names = "--now",
         .value = "TIME",
         .help = tr("pretend it is this time (ISO 8601 with offset)"),
         .target = &global.now},
        {.names = "--lang",
         .value = "NAME",
         .help = tr("language: zh_CN or en"),
         .target = &global.language},
        {.names = "--color",
         .value = "WHEN",
         .help = tr("auto, always or never"),
         .target = &global.color,
         .completes = Completes::Choice,
         .choices = {"auto", "always", "never"}},
        {.names = "--no-input",
         .value = "",
         .help = tr("never ask anything"),
         .target = &global.no_input},
    };
    auto& all = root.subcommands;
    const auto add = [&](std::vector<Command> commands) {
        std::move(commands.begin(), commands.end(), std::back_inserter(all));
    };
    add({import_command(context), review_command(context), today_command(context),
         due_command(context), undo_command(context), demo_command(context)});
    add({interview_command(context), profile_command(context)});
    add({browse_command(context), list_command(context), search_command(context),
         show_command(context), edit_command(context), link_command(context),
         split_command(context), stats_command(context)});
    add(mark_commands(context));
    add({notes_command(context), check_command(context), config_command(context)});
    add({holiday_command(context), optimize_command(context), backup_command(context),
         restore_command(context), doctor_command(context), export_command(context)});
    add(shell_commands(context));
    add({points_command(context), coverage_command(context), simulate_command(context)});
    return root;
}

}  // namespace wengu
