#include "interview/polarity.h"

#include "interview/concepts.h"
#include "polarity_text.h"

#include <algorithm>

namespace wengu {
namespace {

/// Group 0 rejects, group 1 denies: the two lines of data/polarity.txt.
const Concepts& phrases() {
    static const Concepts list = [] {
        Concepts concepts;
        concepts.add(kPolarity.front().text);
        return concepts;
    }();
    return list;
}

}  // namespace

Polarity polarity_of(std::span<const Word> words) {
    Polarity polarity;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const auto& match : phrases().matches(words, i)) {
            const bool rejects = std::ranges::find(*match.groups, 0) != match.groups->end();
            polarity.rejects |= rejects;
            polarity.denies = true;
        }
    }
    return polarity;
}

}  // namespace wengu
