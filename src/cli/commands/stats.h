#pragma once
// `wengu stats`: what you know, what you did and what comes.

#include "cli/command.h"
#include "store/store.h"
#include "term/terminal.h"

namespace wengu {

[[nodiscard]] Command stats_command(Context& context);

/// The statistics of everything on a terminal that is open already, until the user
/// leaves them.
void show_stats(Context& context, Terminal& terminal, Store& store,
                const std::string& deck_or_tag = {});

}  // namespace wengu
