#pragma once
// The lines of an export: one kind for each table that holds what exists nowhere else.

#include <span>

namespace wengu::store {

/// One kind of line: how it is read from the tables, and how it goes back in.
struct RowKind {
    const char* name;
    const char* select;  ///< Gives one JSON object a row.
    const char* insert;  ///< ?1 is such an object; changes nothing that is known already. Null: a
                         ///< merge knows a way of its own.
};

/// In the order in which they must go in: what is referred to comes first.
[[nodiscard]] std::span<const RowKind> row_kinds();

}  // namespace wengu::store
