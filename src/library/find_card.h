#pragma once
// From what a user types to the one card that is meant.

#include "store/cards.h"

#include <string>
#include <vector>

namespace wengu {

/// The card with that id, id prefix or front. Throws UsageError when there is
/// none (naming the nearest) or when several are meant (listing them).
[[nodiscard]] store::Card find_card(const Store& store, const std::string& text);

/// Why a query finds nothing, as far as it can be told: no cards at all, or a deck or tag that
/// is not there, with the nearest; empty otherwise.
[[nodiscard]] std::string why_nothing(const Store& store, const std::vector<store::Term>& query);

/// Throws UsageError naming the nearest deck or tag unless `name` is one of them.
void check_deck_or_tag(const Store& store, const std::string& name);

/// The query that finds a deck's cards or, if no deck is called so, those with that tag;
/// all cards for an empty name. Throws UsageError as `check_deck_or_tag` does.
[[nodiscard]] std::vector<store::Term> deck_or_tag_terms(const Store& store,
                                                         const std::string& deck_or_tag);

/// The start of an id as people see it: enough to be unique in most collections.
[[nodiscard]] std::string short_id(const std::string& id);

}  // namespace wengu
