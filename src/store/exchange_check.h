#pragma once
// Whether a line of an export is one that wengu could have written. What comes from elsewhere
// ends up as names, days and numbers that the whole program trusts: nothing is kept of a merge
// with a line that is anything else.

#include "store/database.h"
#include "store/exchange_rows.h"

#include <string>

namespace wengu::store {

/// Throws Error that names the first member of `line` with a value of the wrong kind or beyond
/// reason. Members that nobody knows are left aside.
void check_row(Database& db, const RowKind& kind, const std::string& line);

}  // namespace wengu::store
