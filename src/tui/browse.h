#pragma once
// The card browser: a query answered as it is typed, a list, the chosen card.

#include "library/environment.h"
#include "store/store.h"
#include "term/terminal.h"

#include <string>

namespace wengu {

/// Browses until the user leaves. An empty query begins with typing.
void browse(const Environment& environment, Terminal& terminal, Store& store,
            const std::string& query);

}  // namespace wengu
