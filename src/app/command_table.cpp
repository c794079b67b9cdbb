#include "app/command.h"
#include "app/commands/config.h"
#include "app/context.h"
#include "core/message.h"

namespace wengu {

Command command_table(Context& context) {
    Command root{.name = "wengu", .summary = tr("Remember what your own notes say.")};
    root.subcommands = {
        config_command(context),
    };
    return root;
}

}  // namespace wengu
