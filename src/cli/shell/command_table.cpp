#include "cli/command.h"
#include "cli/commands/backup.h"
#include "cli/commands/browse.h"
#include "cli/commands/cards.h"
#include "cli/commands/config.h"
#include "cli/commands/coverage.h"
#include "cli/commands/demo.h"
#include "cli/commands/doctor.h"
#include "cli/commands/due.h"
#include "cli/commands/edit.h"
#include "cli/commands/exchange.h"
#include "cli/commands/holiday.h"
#include "cli/commands/import.h"
#include "cli/commands/interview.h"
#include "cli/commands/link.h"
#include "cli/commands/marks.h"
#include "cli/commands/notes.h"
#include "cli/commands/optimize.h"
#include "cli/commands/points.h"
#include "cli/commands/profile.h"
#include "cli/commands/review.h"
#include "cli/commands/shell.h"
#include "cli/commands/simulate.h"
#include "cli/commands/split.h"
#include "cli/commands/stats.h"
#include "cli/commands/today.h"
#include "cli/commands/undo.h"
#include "core/message.h"
#include "tui/context.h"

#include <iterator>

namespace wengu {

Command command_table(Context& context) {
    Command root{.name = "wengu", .summary = tr("Remember what your own notes say.")};
    root.run = [&context] { return start(context); };
    root.options = {
        {.names = "--db",
         .value = "FILE",
         .help = tr("the collection to use"),
         .target = &context.database,
         .completes = Completes::File},
        {.names = "--now",
         .value = "TIME",
         .help = tr("pretend it is this time (ISO 8601 with offset)"),
         .target = &context.time_wanted},
        {.names = "--lang",
         .value = "NAME",
         .help = tr("language: zh_CN or en"),
         .target = &context.language_wanted},
        {.names = "--color",
         .value = "WHEN",
         .help = tr("auto, always or never"),
         .target = &context.color,
         .completes = Completes::Choice,
         .choices = {"auto", "always", "never"}},
        {.names = "--no-input",
         .value = "",
         .help = tr("never ask anything"),
         .target = &context.no_input},
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
