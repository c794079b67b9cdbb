#pragma once
// From the user's settings to a scheduler, and from a card's log to its progress.

#include "library/settings/settings.h"
#include "memory/scheduler.h"

#include <string>
#include <vector>

namespace wengu {

/// The scheduler that the settings ask for. Throws UsageError naming the setting
/// that makes no sense.
[[nodiscard]] SchedulerOptions scheduler_options(const Settings& settings);

/// Whether schedules depend on this setting.
[[nodiscard]] bool changes_schedules(std::string_view key);

/// Two settings with the same fingerprint give the same schedules.
[[nodiscard]] std::string scheduling_fingerprint(const Settings& settings);

/// FSRS parameters from 17, 19 or 21 numbers separated by blanks or commas;
/// the defaults for an empty text. Throws UsageError.
[[nodiscard]] fsrs::Params parse_parameters(const std::string& text);

}  // namespace wengu
