#include "app/command.h"
#include "app/commands/config.h"
#include "app/commands/coverage.h"
#include "app/commands/points.h"
#include "app/commands/shell.h"
#include "app/commands/simulate.h"
#include "app/context.h"
#include "core/message.h"

namespace wengu {

Command command_table(Context& context) {
    Command root{.name = "wengu", .summary = tr("Remember what your own notes say.")};
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
    root.subcommands = {
        config_command(context),
        points_command(context),
        coverage_command(context),
        simulate_command(context),
    };
    for (auto& command : shell_commands(context)) root.subcommands.push_back(std::move(command));
    return root;
}

}  // namespace wengu
