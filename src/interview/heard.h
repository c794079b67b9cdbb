#pragma once
// Texts as they are compared: the terms of a card, and the places where its points and an
// answer say them, with how they are meant there.

#include "core/card.h"
#include "interview/phrases.h"
#include "interview/quantity.h"
#include "interview/stance.h"
#include "interview/tokens.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wengu {

/// A word of one side of a pair of opposites, where it stands.
struct Turn {
    Side side;
    std::size_t clause = 0;
    std::size_t at = 0;
    bool denied = false;
    bool open = false;  ///< See Stance.
    int unit = 0;
};

struct Measured {
    Quantity quantity;
    std::size_t clause = 0;
    int unit = 0;
};

/// One term of the card at one place.
struct Mention {
    int term = 0;
    std::size_t clause = 0;
    std::size_t at = 0;
    std::size_t length = 1;
    Stance stance;
};

/// The title of a point and its detail: the first clause is the title.
[[nodiscard]] std::string text_of(const Point& point);

/// A text in which the terms of a card were looked for.
struct Heard {
    std::vector<Clause> clauses;
    std::vector<Tokens> tokens;   ///< Of each clause.
    std::vector<Mention> places;  ///< In order.
    std::vector<Turn> turns;
    std::vector<Measured> numbers;
};

/// What can be said of a card: each thing once, though several points may say it.
class Terms {
public:
    /// `question`: its tokens.
    Terms(const std::vector<Point>& points, const Tokens& question, const Concepts& concepts);

    /// What of the terms `text` says. `speech`: people take back what they said.
    [[nodiscard]] Heard find_in(std::string_view text, bool speech) const;

    /// How much a term tells by its nature, wherever it stands.
    [[nodiscard]] double weight(int term) const { return weights_[static_cast<std::size_t>(term)]; }
    /// Terms of one run are pieces of one word.
    [[nodiscard]] int run(int term) const { return runs_[static_cast<std::size_t>(term)]; }
    /// Whether the question names it: then it is what both texts are about.
    [[nodiscard]] bool is_asked(int term) const { return asked_[static_cast<std::size_t>(term)]; }
    [[nodiscard]] std::size_t size() const { return weights_.size(); }

private:
    std::unordered_multimap<std::uint64_t, int> by_reading_;
    std::vector<double> weights_;
    std::vector<int> runs_;
    std::vector<bool> asked_;
    const Concepts* concepts_;
};

}  // namespace wengu
