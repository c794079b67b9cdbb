#pragma once
// What became of a question between two versions of a note: a slip of the pen
// put right, other words for the same, or a different question.

#include "cards/relink_text.h"

#include <string_view>
#include <unordered_set>

namespace wengu {

/// From harmless to fatal.
enum class Change {
    None,      ///< The same words.
    Slip,      ///< A typing slip made or mended: one letter off, and no known word on one side.
    Wording,   ///< Only words that do not carry the question came, went or were exchanged.
    Content,   ///< Other words; whether the question is the same must be seen elsewhere.
    Decisive,  ///< A word that makes it another question: a name, a number, a negation, an
               ///< opposite.
};

/// The words and pairs of characters that a collection is known to use. What
/// stands nowhere else is more likely a slip than a word.
class Vocabulary {
public:
    void add(std::string_view text);
    /// One Latin word, or two Han characters.
    [[nodiscard]] bool knows(std::string_view word) const;
    /// Whether it is large enough for "stands nowhere else" to mean something.
    [[nodiscard]] bool telling() const { return known_.size() >= kTelling; }

private:
    static constexpr std::size_t kTelling = 500;
    std::unordered_set<std::uint64_t> known_;
};

[[nodiscard]] Change compare_questions(const QuestionWords& before, const QuestionWords& after,
                                       const Vocabulary& vocabulary);

/// Whether one of the two is the other with words left out.
[[nodiscard]] bool one_contains_other(const QuestionWords& a, const QuestionWords& b);

}  // namespace wengu
