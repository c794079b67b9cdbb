#pragma once
// An answer cut into clauses, each knowing where it stands in the text, so that
// a hint can quote the words it rests on. Text from a speech recogniser has no
// marks: it is cut at blanks, at words that begin a new thought, or by length.

#include "interview/words.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace wengu {

struct Clause {
    std::size_t begin = 0;  ///< Byte offsets into the text.
    std::size_t end = 0;
    int sentence = 0;  ///< From 1.
    std::vector<Word> words;
    int length = 0;  ///< See spoken_length.
};

/// The clauses of `text` in order; those without words are left out.
[[nodiscard]] std::vector<Clause> clauses_of(std::string_view text);

}  // namespace wengu
