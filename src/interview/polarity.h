#pragma once
// Saying a thing and turning it down use the same words. This tells when a
// text rejects or denies, so that a match is left to the person to judge.

#include "interview/words.h"

#include <span>

namespace wengu {

struct Polarity {
    bool rejects = false;  ///< "no need", "没必要", "pointless".
    bool denies = false;   ///< Any kind of not.
};

[[nodiscard]] Polarity polarity_of(std::span<const Word> words);

}  // namespace wengu
