#pragma once
// The words that mean the same, for hearing what an answer covers: ours and the user's own.

#include "interview/concepts.h"
#include "interview/rarity.h"
#include "library/environment.h"
#include "store/store.h"

namespace wengu {

/// The built-in word list with the user's own, `concepts.txt` in the config folder, added.
/// Lines of it that cannot be used are warned of.
[[nodiscard]] Concepts load_concepts(const Environment& environment);

/// How rare words are in a sample of the collection's cards.
[[nodiscard]] Rarity rarity_in(const Store& store, const Concepts& concepts);

}  // namespace wengu
