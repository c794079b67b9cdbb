#pragma once
// How an answer as a whole was spoken: in sentences or in a list of words, about the card
// or about something else, with its words where they belong or thrown together.

#include "interview/heard.h"

#include <span>
#include <vector>

namespace wengu {

struct Manner {
    bool word_list = false;      ///< Short bits without the words that hold sentences together.
    double unexplained = 0;      ///< Share of the speech that neither card nor question explains.
    double thrown_together = 0;  ///< Of words said together, how many stand apart on the card.
    std::vector<std::size_t> left_over;  ///< Clauses that nothing explains.
};

/// `card`: its points; `question`: the tokens of the question.
[[nodiscard]] Manner reading_fingerprint(const Heard& said, std::span<const Heard> card,
                                         const Tokens& question, const Concepts& concepts);

}  // namespace wengu
