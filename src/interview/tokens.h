#pragma once
// From words to what is compared: a point is a list of items (things it says),
// an answer is a set of tokens (concepts, Latin words, numbers, pairs of Han
// characters). An item is heard when one of its readings is among the tokens.

#include "interview/concepts.h"
#include "interview/words.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace wengu {

struct Item {
    std::vector<std::uint64_t> readings;       ///< Tokens, any of which will do.
    double weight = 1;                         ///< How much it tells by its own nature, 0..1.
    Concepts::Scripts scripts = {true, true};  ///< In which it can be recognised.
};

/// What the words of a point say, read once by the longest phrases known.
[[nodiscard]] std::vector<Item> items_of(std::span<const Word> words, const Concepts& concepts);

/// What an answer can be understood to contain, each token with how clearly it
/// was said: 1, or less for a word that nearly every answer has.
using Tokens = std::unordered_map<std::uint64_t, double>;

/// All phrases, also those inside others, and all neighbouring characters.
[[nodiscard]] Tokens tokens_of(std::span<const Word> words, const Concepts& concepts);

/// How clearly `item` is among `tokens`, 0 if it is not.
[[nodiscard]] double clarity(const Item& item, const Tokens& tokens);

}  // namespace wengu
