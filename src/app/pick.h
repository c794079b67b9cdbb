#pragma once
// From what a user types to the one card that is meant.

#include "store/cards.h"

#include <string>

namespace wengu {

/// The card with that id, id prefix or front. Throws UsageError when there is
/// none (naming the nearest) or when several are meant (listing them).
[[nodiscard]] store::Card pick_card(const Store& store, const std::string& text);

/// Throws UsageError naming the nearest deck or tag unless `name` is one of them.
void check_deck_or_tag(const Store& store, const std::string& name);

/// The start of an id as people see it: enough to be unique in most collections.
[[nodiscard]] std::string short_id(const std::string& id);

}  // namespace wengu
