#pragma once
// `wengu config`: the settings, where each value comes from, and changing them.

#include "cli/command.h"

#include <iosfwd>
#include <string>

namespace wengu {

struct SettingChange {
    std::string key;
    std::string value;
    bool yes = false;      ///< Do not ask.
    bool dry_run = false;  ///< Only show which cards would move.
};

/// Changes one value in the config file; with it the schedules that depend on it, after
/// showing what moves and asking. Returns an ExitCode.
int change_setting(Context& context, const SettingChange& change, std::ostream& out);

[[nodiscard]] Command config_command(Context& context);

}  // namespace wengu
