#pragma once
// The query language of `wengu list`, `search` and the card browser: text to terms.
// What the terms mean to the database is select.cpp's business.
//
//   words "phrases" deck:X tag:X note:X id:X kind:X is:STATE mastery<0.5 due<=7 -not
//
// Terms are joined by "and". A word may be in any language; Chinese needs no blanks.

#include "core/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wengu::store {

enum class Field {
    Word,      ///< Text anywhere in front or back.
    Deck,      ///< That deck or one below it.
    Tag,       ///< Of the card or of its note; also tags below it (a/b for a).
    Note,      ///< Part of the note's path.
    Id,        ///< Beginning of the card's id.
    Kind,      ///< Name of a CardKind.
    Is,        ///< One of `states()`.
    Mastery,   ///< 0..1; the rest compare whole numbers.
    Due,       ///< Days from today; overdue is negative.
    Interval,  ///< Days.
    Reviews,
    Lapses,
};

enum class Compare { Less, LessEqual, Equal, GreaterEqual, Greater };

struct Term {
    Field field = Field::Word;
    bool negated = false;
    std::string text;                  ///< For the fields that compare text.
    Compare compare = Compare::Equal;  ///< For the fields that compare numbers.
    double number = 0;

    friend bool operator==(const Term&, const Term&) = default;
};

/// A query that makes no sense, and which of its bytes are to blame.
class QueryError : public UsageError {
public:
    QueryError(LocalizedText what, std::size_t at, std::size_t bytes)
        : UsageError{std::move(what)}, first{at}, count{bytes} {}

    std::size_t first;
    std::size_t count;
};

/// Reads a query. Throws QueryError that says what is wrong and, for an unknown name,
/// what was probably meant.
[[nodiscard]] std::vector<Term> parse_query(std::string_view text);

/// The states that `is:` knows, in the order in which help lists them.
[[nodiscard]] const std::vector<std::string_view>& states();

}  // namespace wengu::store
