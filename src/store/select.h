#pragma once
// A query of the query language as SQL. For the files of this room only.

#include "core/time.h"
#include "store/database.h"
#include "store/query.h"

#include <string>
#include <variant>
#include <vector>

namespace wengu::store {

using SqlValue = std::variant<std::int64_t, double, std::string>;

/// A condition over `card`, with the values of its parameters from left to right.
struct Condition {
    std::string sql;  ///< Never empty.
    std::vector<SqlValue> values;
    std::string match;        ///< For the full-text index; empty: no text is asked for.
    bool only_words = false;  ///< Nothing but `match`, in cards that are there.
    std::string character;    ///< What `match` asks for if that is but one CJK character.
};

/// `today` is what `is:due` and `due<=` count from. Gone cards are left out unless the
/// query asks for them.
[[nodiscard]] Condition to_condition(const std::vector<Term>& terms, Day today);

void bind_values(Query& query, const std::vector<SqlValue>& values);

}  // namespace wengu::store
