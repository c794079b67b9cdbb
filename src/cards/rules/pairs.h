#pragma once
// Pairs of a term and what it means: "**术语**：解释", "el pato -> the duck", a row of a table.

#include "cards/reading.h"

#include <optional>
#include <string>
#include <string_view>

namespace wengu {

/// How a line divides its term from the meaning.
enum class PairMark : char {
    Bold,    ///< "**term**: meaning": the term is bold, whatever follows it.
    Arrow,   ///< "term -> meaning"
    Colon,   ///< "term：meaning"
    Dash,    ///< "term - meaning"
    Equals,  ///< "term = meaning"
    Nested,  ///< A term whose meaning is nested below it.
    Row,     ///< A row of a table.
};

struct Pair {
    std::string term;
    std::string meaning;
    PairMark mark = PairMark::Colon;
};

/// The pair in the words of a line; nullopt where there is none. A chain of arrows is none.
[[nodiscard]] std::optional<Pair> pair_in(std::string_view words);

/// Lists of pairs in notes that are such lists: a card a pair.
void take_pair_lists(Reading& reading);

}  // namespace wengu
