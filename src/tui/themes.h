#pragma once
// What the settings say of keys and colours: judged when they are read, and the theme that
// they come to.

#include "library/settings/settings.h"
#include "term/theme.h"

namespace wengu {

/// How the full screen judges settings that only it understands.
[[nodiscard]] SettingChecks screen_checks();

/// The theme that `ui.theme` names.
[[nodiscard]] Theme theme_of(const Settings& settings);

}  // namespace wengu
