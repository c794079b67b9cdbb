#pragma once
// How values of the domain are said to the user by commands. What screens share
// is in screens/words.h.

#include "core/card.h"

#include <string>

namespace wengu {

/// "standard answer", "question" ... in the user's language.
[[nodiscard]] std::string label_of(CardKind kind);

}  // namespace wengu
