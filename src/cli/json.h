#pragma once
// Values of the domain as the JSON that scripts rely on. Keys are part of the
// contract: they are only ever added to.

#include "core/error.h"
#include "core/json.h"
#include "store/cards.h"

#include <iosfwd>

namespace wengu {

/// An object with its "schema" ("wengu.cards") and "version", to be filled.
[[nodiscard]] Json json_document(const char* schema);

[[nodiscard]] Json to_json(const store::Card& card);
[[nodiscard]] Json to_json(const Point& point);
[[nodiscard]] Json to_json(const Problem& problem);
[[nodiscard]] Json to_json(const std::vector<Problem>& problems);

/// [first, last], or null.
[[nodiscard]] Json to_json(const LineRange& lines);

/// Indented, UTF-8 as it is, with a line end. Text that is no UTF-8 is replaced
/// by U+FFFD.
void print_document(std::ostream& out, const Json& document);
/// The same on one line, for --jsonl.
void print_line(std::ostream& out, const Json& object);

}  // namespace wengu
