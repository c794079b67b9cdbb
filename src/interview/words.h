#pragma once
// What a text is made of when two texts are compared by what they say: one Han
// character, one stemmed Latin word or one number each. Case, width, script
// (traditional or simplified) and the way numbers are written are gone.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

struct Word {
    enum class Kind {
        Han,     ///< One character.
        Latin,   ///< A stemmed word, also with digits in it: "k8", "int8".
        Number,  ///< See numbers.h.
        Break,   ///< A mark between words; blanks alone are none, but between Han characters.
    };
    Kind kind = Kind::Break;
    std::string text;
    std::string counter = {};  ///< Of a number: what it counts, where that is said.

    friend bool operator==(const Word&, const Word&) = default;
};

[[nodiscard]] inline bool is_han(const Word& word) { return word.kind == Word::Kind::Han; }
[[nodiscard]] inline bool is_break(const Word& word) { return word.kind == Word::Kind::Break; }

/// Whether one of `words` is a number.
[[nodiscard]] bool has_number(std::span<const Word> words);

[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// An English word without its ending: "scaling", "scales" and "scale" are one.
[[nodiscard]] std::string stem(std::string_view word);

/// How long it takes to say, roughly: Han characters count one, other words two.
[[nodiscard]] int spoken_length(const std::vector<Word>& words);

}  // namespace wengu
