#pragma once
// What a change of settings does to the due days, in words.

#include "memory/change.h"

#include <iosfwd>

namespace wengu {

/// "12 of 40 answered cards move: ...", a few lines.
void print_effect(std::ostream& out, const ChangeEffect& effect);

}  // namespace wengu
