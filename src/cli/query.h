#pragma once
// A query as it is typed on a command line.

#include "store/cards.h"

#include <string>
#include <vector>

namespace wengu {

/// The words of a command line as one query: an argument with blanks is a phrase.
[[nodiscard]] std::string query_text(const std::vector<std::string>& words);

/// The query's terms. Throws UsageError that shows the query with a mark below what makes no
/// sense in it.
[[nodiscard]] std::vector<store::Term> query_terms(const std::string& query);

}  // namespace wengu
