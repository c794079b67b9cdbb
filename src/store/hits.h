#pragma once
// Which cards the full-text index finds, without a look at the cards. For the files of this
// room only.

#include "store/select.h"

#include <cstdint>
#include <vector>

namespace wengu::store {

/// The first `most` cards that hold what `condition.match` asks for, in the order of adding.
/// Gone cards are among them; other parts of the condition are left aside.
[[nodiscard]] std::vector<std::int64_t> first_hits(Database& db, const Condition& condition,
                                                   std::size_t most);

/// All of them, the best first: a word in the front counts for more.
[[nodiscard]] std::vector<std::int64_t> ranked_hits(Database& db, const Condition& condition);

/// The same without those that are gone.
[[nodiscard]] std::vector<std::int64_t> without_gone(Database& db, std::vector<std::int64_t> hits);

/// How many cards match that are not gone.
[[nodiscard]] std::int64_t count_hits(Database& db, const Condition& condition);

}  // namespace wengu::store
