#pragma once
// A card: one question with its answer, and where in a note it stands.

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Source lines of a note, counted from 1, both ends included.
struct LineRange {
    int first = 0;
    int last = 0;

    friend bool operator==(const LineRange&, const LineRange&) = default;
    [[nodiscard]] bool empty() const { return first == 0; }
};

/// What sort of card it is. The names (see `name_of`) are stored and printed:
/// never change them.
enum class CardKind {
    StandardAnswer,  ///< The whole note's spoken answer.
    Question,        ///< A question with its answer.
    Claim,           ///< A statement to explain and judge.
    Topic,           ///< A heading without a question, with its body.
    Choice,          ///< A multiple-choice question.
    Cloze,           ///< A sentence with one hole.
    Term,            ///< A word and its definition.
    Open,            ///< A question that has no answer yet.
    Point,           ///< One point of another card that keeps being missed.
};

[[nodiscard]] std::string_view name_of(CardKind kind);
/// The kind with that name; `Question` for a name nobody knows.
[[nodiscard]] CardKind card_kind(std::string_view name);

/// One thing a good answer must mention.
struct Point {
    std::string id;  ///< Stable while the title stays: hash of the normalised title.
    std::string title;
    std::string detail;  ///< What the point says beyond its title; may be empty.
    std::string group;   ///< Label under which the answer lists it; may be empty.
    std::string kind;  ///< "verdict", "item", "thesis", "sentence"...; verdicts are never ticked by
                       ///< machine.
    int line = 0;      ///< In the note, from 1.

    friend bool operator==(const Point&, const Point&) = default;
};

/// A card as found in a note, before the store knows it.
struct Draft {
    CardKind kind = CardKind::Question;
    std::string front;  ///< Markdown; what is asked, complete in itself.
    std::string back;   ///< Markdown, verbatim from the note; empty when unanswered.
    int front_line = 0;
    LineRange back_lines;                   ///< Empty when unanswered.
    std::string rule;                       ///< Id of the rule that found it: "standard-answer".
    double confidence = 1.0;                ///< 0..1; from 0.5 on it is imported by default.
    std::vector<std::string> heading_path;  ///< Headings above it, outermost first.
    std::vector<std::string> tags;          ///< Of this card, beyond the note's own.
    std::vector<Point> points;
    std::string anchor;  ///< The author's own id for it (`^id`, `{#id}`); may be empty.
    std::string hole;    ///< Which hole of a cloze; empty otherwise.

    friend bool operator==(const Draft&, const Draft&) = default;
};

}  // namespace wengu
