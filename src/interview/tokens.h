#pragma once
// From words to what is compared: a point is a list of items (things it says),
// an answer is a set of tokens (concepts, Latin words, numbers, pairs of Han
// characters). An item is heard when one of its readings is among the tokens.

#include "interview/concepts.h"
#include "interview/words.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wengu {

struct Item {
    std::vector<std::uint64_t> readings;  ///< Tokens, any of which will do.
    double weight = 1;                    ///< How much it tells by its own nature, 0..1.
};

/// What the words of a point say, read once by the longest phrases known.
[[nodiscard]] std::vector<Item> items_of(std::span<const Word> words, const Concepts& concepts);

/// Every token an answer can be understood to contain: all phrases, also those
/// inside others, and all neighbouring characters. With repeats.
[[nodiscard]] std::vector<std::uint64_t> tokens_of(std::span<const Word> words,
                                                   const Concepts& concepts);

}  // namespace wengu
