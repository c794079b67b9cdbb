#pragma once
// The topic of a card as the settings want it shown.

#include "library/settings/settings.h"

#include <string>
#include <string_view>

namespace wengu {

/// All of `topic`, its first part or nothing, as `ui.topic` says; on one line.
[[nodiscard]] std::string shown_topic(std::string_view topic, const Settings& settings);

}  // namespace wengu
