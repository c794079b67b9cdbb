#pragma once
// People take back what they said: "fifteen, no, ten", "先删缓存，啊不对，应该是先更新".
// This removes what was taken back, so that it is neither praised nor held against them.

#include "interview/clauses.h"

#include <vector>

namespace wengu {

/// Removes the words taken back, and the words that did it, from `clauses`. The places of
/// the clauses in the text stay as they were; a clause may be left without words.
void take_back(std::vector<Clause>& clauses);

}  // namespace wengu
