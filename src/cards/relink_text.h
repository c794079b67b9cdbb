#pragma once
// The words of a question as re-linking compares them: without punctuation,
// marks and the numbers of labels.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// One word of a question: a run of Latin letters and digits, one Han
/// character, or a run of operators ("==").
struct QuestionWord {
    enum class Sort { Word, Name, Number, Han };  ///< Name: with digits, capitals or operators.

    std::string text;  ///< Case folded.
    Sort sort = Sort::Word;
    bool after_break = false;   ///< First of all, or right after punctuation.
    bool before_break = false;  ///< Last of all, or right before punctuation.
    bool before_blank = false;

    friend bool operator==(const QuestionWord& a, const QuestionWord& b) {
        return a.text == b.text;
    }
};

using QuestionWords = std::vector<QuestionWord>;

/// The words of `front`, the numbers of labels dropped: "观点1：", "Q3.", "1.2 ",
/// "第3题" lose theirs; "2PC", "HTTP/2" and "3 次握手" do not.
[[nodiscard]] QuestionWords question_words(std::string_view front);

/// `front` as its words alone: equal for two fronts that ask the same in the same words.
[[nodiscard]] std::string joined(const QuestionWords& words);

/// Fingerprints of all neighbouring letters of a text, sorted: what two texts
/// have in common can be counted without looking at them again.
struct Shingles {
    std::vector<std::uint32_t> hashes;
    int letters = 0;  ///< Code points that are no blanks.
};

[[nodiscard]] Shingles shingles(std::string_view text);

/// Dice's measure: 1 for the same letters in the same company, 0 for nothing in common.
[[nodiscard]] double overlap(const Shingles& a, const Shingles& b);

/// 1 - edit distance / length of the longer, in code points.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

}  // namespace wengu
