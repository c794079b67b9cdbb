#pragma once
// The small words of data/speech.txt and the pairs of data/opposites.txt, ready to be
// found in words.

#include "interview/words.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wengu {

/// The lists of data/speech.txt in their order there.
enum class Phrase : std::uint8_t {
    NoDenial,
    LeavesOpen,
    Begins,
    Joins,
    Early,
    Late,
    Before,
    After,
    UpToIt,
    FromItOn,
    Corrects,
    CorrectsAlone,
    Fills,
};

/// How many words of the longest phrase of `list` begin at `words[at]`; 0 for none.
[[nodiscard]] std::size_t phrase_at(Phrase list, std::span<const Word> words, std::size_t at);

/// How many words deny at `words[at]`; what only looks like a denial is none.
struct Denial {
    std::size_t length = 0;
    bool rejects = false;  ///< "no need", "没必要": of what stands before it, too.
};
[[nodiscard]] Denial denial_at(std::span<const Word> words, std::size_t at);

/// One side of a pair of opposites.
struct Side {
    int pair = -1;  ///< -1: none.
    int side = 0;
    std::size_t length = 0;
};
/// The longest word of a pair that begins at `words[at]`, in each pair that has it.
[[nodiscard]] std::vector<Side> sides_at(std::span<const Word> words, std::size_t at);

/// Whether a pair says of how much a claim is meant: only, always.
[[nodiscard]] bool is_of_scope(int pair);

}  // namespace wengu
