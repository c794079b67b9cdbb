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

/// An item and the words it was read from.
struct PlacedItem {
    Item item;
    std::size_t at = 0;      ///< Its first word.
    std::size_t length = 1;  ///< How many words.
};

/// What the words of a point say, in order, read once by the longest phrases known.
[[nodiscard]] std::vector<PlacedItem> items_of(std::span<const Word> words,
                                               const Concepts& concepts);

/// A token and where in the words it was said.
struct Spoken {
    std::uint64_t token = 0;
    double clearly = 1;  ///< See `Tokens`.
    std::size_t at = 0;
    std::size_t length = 1;
};

/// All that the words can be understood to contain, in order.
[[nodiscard]] std::vector<Spoken> spoken_in(std::span<const Word> words, const Concepts& concepts);

/// What an answer can be understood to contain, each token with how clearly it
/// was said: 1, or less for a word that nearly every answer has.
using Tokens = std::unordered_map<std::uint64_t, double>;

/// All phrases, also those inside others, and all neighbouring characters.
[[nodiscard]] Tokens tokens_of(std::span<const Word> words, const Concepts& concepts);

/// Whether it is one of the small words that hold a sentence together.
[[nodiscard]] bool is_small_word(const Word& word);

/// How clearly `item` is among `tokens`, 0 if it is not.
[[nodiscard]] double clarity(const Item& item, const Tokens& tokens);

}  // namespace wengu
