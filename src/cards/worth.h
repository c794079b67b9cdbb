#pragma once
// What a card is worth: how likely a careful person would want to be asked it. It orders new
// cards and what a mock interview asks; it never takes a card away.

#include "core/card.h"

#include <string_view>
#include <vector>

namespace wengu {

/// Sets `worth` and `tier` of all cards of a note: its title and its file's name tell what it
/// is about.
void weigh(std::vector<Draft>& drafts, std::string_view title);

}  // namespace wengu
