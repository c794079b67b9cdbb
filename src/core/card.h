#pragma once
// A card: one question with its answer, and where in a note it stands.

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
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

/// The headings above a card, outermost first. The cards of a section share one copy.
class HeadingPath {
public:
    using value_type = std::string;
    using const_iterator = std::vector<std::string>::const_iterator;
    using iterator = const_iterator;

    HeadingPath() = default;
    HeadingPath(std::vector<std::string> headings)  // NOLINT: is one
        : headings_(headings.empty()
                        ? nullptr
                        : std::make_shared<const std::vector<std::string>>(std::move(headings))) {}
    HeadingPath(std::initializer_list<std::string> headings)
        : HeadingPath(std::vector<std::string>{headings}) {}

    operator const std::vector<std::string>&() const { return get(); }  // NOLINT: is one
    [[nodiscard]] const_iterator begin() const { return get().begin(); }
    [[nodiscard]] const_iterator end() const { return get().end(); }
    [[nodiscard]] bool empty() const { return headings_ == nullptr; }
    [[nodiscard]] std::size_t size() const { return get().size(); }
    [[nodiscard]] const std::string& back() const { return get().back(); }

    friend bool operator==(const HeadingPath& a, const HeadingPath& b) {
        return a.headings_ == b.headings_ || a.get() == b.get();
    }

private:
    [[nodiscard]] const std::vector<std::string>& get() const {
        static const std::vector<std::string> none;
        return headings_ == nullptr ? none : *headings_;
    }

    std::shared_ptr<const std::vector<std::string>> headings_;
};

/// Whether a card comes in unasked.
enum class Tier {
    Import,
    Offer,  ///< Only where the user says so.
};

/// A card as found in a note, before the store knows it.
struct Draft {
    CardKind kind = CardKind::Question;
    std::string front;  ///< Markdown; what is asked, complete in itself.
    std::string back;   ///< Markdown, verbatim from the note; empty when unanswered.
    int front_line = 0;
    LineRange back_lines;     ///< Empty when unanswered.
    std::string rule;         ///< Id of the rule that found it: "standard-answer".
    double confidence = 1.0;  ///< 0..1; from 0.5 on it is imported by default.
    HeadingPath heading_path;
    std::vector<std::string> tags;  ///< Of this card, beyond the note's own.
    std::vector<Point> points;
    std::string anchor;  ///< The author's own id for it (`^id`, `{#id}`); may be empty.
    std::string hole;    ///< Which hole of a cloze; empty otherwise.
    std::string
        topic{};  ///< Where its question belongs: "令牌桶限流 › 实现"; no part of its identity.
    int worth = 0;  ///< About -6..4, the more the rather it should be asked (see worth.h).
    Tier tier = Tier::Import;

    friend bool operator==(const Draft&, const Draft&) = default;
};

}  // namespace wengu
