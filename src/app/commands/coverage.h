#pragma once
// `wengu coverage`: which points of an answer a text mentions, with evidence.

#include "app/command.h"
#include "interview/concepts.h"
#include "interview/rarity.h"
#include "store/store.h"

namespace wengu {

[[nodiscard]] Command coverage_command(Context& context);

/// The built-in word list with the user's own, `concepts.txt` in the config
/// folder, added. Lines of it that cannot be used are named on standard error.
[[nodiscard]] Concepts load_concepts(Context& context);

/// How rare words are in a sample of the collection's cards.
[[nodiscard]] Rarity rarity_in(const Store& store, const Concepts& concepts);

}  // namespace wengu
