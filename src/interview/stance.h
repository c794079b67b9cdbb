#pragma once
// How words are meant: whether they are denied, whether they come first or later, and
// which of them belong together. Only small words are looked at, never the others.

#include "interview/clauses.h"

#include <vector>

namespace wengu {

/// Of one word.
struct Stance {
    bool denied = false;
    bool open = false;  ///< Whether it is denied cannot be told.
    int rank = 0;       ///< 1 comes before 2 before 3 within some clauses; 0: not said.
    int unit = 0;       ///< Words of one unit belong together; counted over the whole text.
};

/// One for each word of each clause.
[[nodiscard]] std::vector<std::vector<Stance>> stances_of(const std::vector<Clause>& clauses);

}  // namespace wengu
