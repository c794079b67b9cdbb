#pragma once
// Why an answer cannot be held against the points of a card, or only with care.

#include "core/card.h"
#include "interview/tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The numbers are stored with the answers of a drill: never renumber.
enum class Remark {
    None = 0,
    Empty = 1,           ///< Nothing was said.
    TooShort = 2,        ///< Too short to tell anything: no point is ticked.
    QuestionAgain = 3,   ///< Hardly more than the question, repeated.
    SourceCode = 4,      ///< Mostly program text.
    NoPoints = 5,        ///< The card has no points.
    OtherLanguage = 6,   ///< Most points could not have been recognised in what was said.
    NotTheLanguage = 7,  ///< The interview is held in another language.
    WordList = 8,        ///< A list of words that says nothing of them: no point is ticked.
};

/// The remark as a sentence for the person; empty for `Remark::None`.
[[nodiscard]] std::string sentence_of(Remark remark);

/// What is to be said of an answer as a whole. `question`: the tokens of the question.
[[nodiscard]] Remark remark_on(std::string_view said, const std::vector<Point>& points,
                               const Tokens& question, const Concepts& concepts);

/// Whether no point may be ticked after it.
[[nodiscard]] bool forbids_ticks(Remark remark);

/// Whether `said` fits an interview held in "zh" or "en"; anything fits "mixed".
[[nodiscard]] bool is_in_language(std::string_view said, std::string_view language);

/// In which scripts a text speaks: at least a fifth of it. Kana are no Han here, and
/// letters with accents or of other alphabets no Latin.
[[nodiscard]] Concepts::Scripts scripts_of(std::span<const Word> words);

}  // namespace wengu
