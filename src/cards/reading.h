#pragma once
// One reading of a page for cards: what rules have found so far, which lines
// are taken, and what was looked at and left out. Rules work on it in turn.

#include "cards/page.h"
#include "cards/words.h"
#include "core/card.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wengu {

/// Full lines; an answer beyond it is a chapter.
inline constexpr int kLongAnswer = 60;

/// Why something that looked like a card gave none. See `message_of`.
enum class Why {
    Empty,         ///< Nothing stands below it.
    Group,         ///< Only gathers the headings below it.
    Divided,       ///< Its content became the cards below it.
    PartOfAnswer,  ///< Stands inside the answer of another card.
    Label,         ///< Names a part of an answer; asks nothing.
    NoCardTitle,   ///< References, contents, plans and the like.
    CheckList,
    Links,
    Dated,  ///< Figures that go out of date.
    Short,  ///< Too little to ask about.
    Duplicate,
    AnswerTitle,  ///< "Answer": belongs to what stands before it.
    Footer,
    Staged,     ///< Long: its stages are cards instead.
    Journal,    ///< The note is a journal or keeps minutes.
    Template,   ///< The note is filled in by another program.
    Statement,  ///< A bold line or item that neither asks nor claims.
};

[[nodiscard]] std::string_view name_of(Why why);

/// Whether a card comes in by itself, or is only offered.
enum class Certainty : char { Certain, Doubtful };

enum class ContextUse { Never, IfNeeded, Always };

/// A card as a rule sees it. `back` is trimmed when it is added.
struct Found {
    std::string_view rule;
    CardKind kind = CardKind::Question;
    Certainty certainty = Certainty::Certain;
    std::string front;
    LineRange front_lines;
    LineRange back;           ///< Empty: unanswered.
    std::string back_text{};  ///< When the answer is only a piece of its lines.
    ContextUse context = ContextUse::IfNeeded;
    int section = 0;          ///< Where it stands; for a heading, its own section.
    bool is_heading = false;  ///< The front is the heading of `section`.
    std::string lead{};       ///< Bold line above it that tells what it is about.
    std::string hole{};
    std::string anchor{};
    std::vector<std::string> tags{};
    bool owns_back = true;  ///< No other card is to be made of its answer.
};

struct LeftOut {
    int line = 0;
    std::string text;
    Why why = Why::Statement;
};

enum class Explaining;  // see split.h

class Reading {
public:
    Reading(const Page& page, const Words& words, std::string title, bool flashcards,
            Explaining explaining);

    [[nodiscard]] const Page& page() const { return page_; }
    [[nodiscard]] const Words& words() const { return words_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    /// What topics begin with.
    void set_topic_title(std::string title) { topic_title_ = std::move(title); }
    /// Whether the note says of itself that it holds flashcards.
    [[nodiscard]] bool flashcards() const { return flashcards_; }

    /// Whether the note is named by a day or a number, or keeps the minutes of a meeting:
    /// its titles ask nothing.
    [[nodiscard]] bool is_journal() const { return journal_; }
    /// Whether the note presents a project (installation, contributing, license): its
    /// chapters are looked up, not learnt.
    [[nodiscard]] bool is_project_page() const { return project_page_; }
    /// Whether the note is a list of questions whose answers are elsewhere: what is
    /// nested below a question is then an outline, no answer.
    [[nodiscard]] bool is_question_bank() const { return question_bank_; }

    /// Whether a line is still free: neither a front nor inside an answer.
    [[nodiscard]] bool is_free(int line) const { return is_marked(line, Mark::Free); }
    [[nodiscard]] bool is_front(int line) const { return is_marked(line, Mark::Front); }
    [[nodiscard]] bool is_answer(int line) const { return is_marked(line, Mark::Answer); }
    /// Whether any line of the range starts a card.
    [[nodiscard]] bool has_front_in(LineRange range) const;
    [[nodiscard]] int fronts_in(LineRange range) const;
    [[nodiscard]] int first_front_in(LineRange range) const;

    /// Adds a card; an answer that is only a placeholder, or trims to nothing,
    /// makes it an open question. Does nothing if its first line is a front already.
    void add(Found found);
    /// Notes why something gave no card, if that is wanted.
    void leave_out(int line, std::string_view text, Why why);
    /// Takes lines so that no rule looks at them again.
    void take(LineRange lines);

    /// `range` without blank lines, rules, closing tags and the like at its ends.
    [[nodiscard]] LineRange trimmed(LineRange range) const;
    /// Number of lines with something on them.
    [[nodiscard]] int full_lines(LineRange range) const;
    /// Characters that carry meaning, counted until `enough`.
    [[nodiscard]] int content(LineRange range, int enough = 1000) const;

    /// The lines of a section below its heading; what a footer adds left out.
    [[nodiscard]] LineRange body(int section) const {
        return bodies_[static_cast<std::size_t>(section)];
    }
    /// The section itself or one above it has a title under which nothing is asked.
    [[nodiscard]] bool is_barred(int section) const;

    /// The cards as drafts, in the order of the page. What was found goes into them.
    [[nodiscard]] std::vector<Draft> take_drafts();
    [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_; }

private:
    [[nodiscard]] Draft draft_of(Found& found, bool asked_twice) const;
    [[nodiscard]] HeadingPath path_of(const Found& found) const;
    [[nodiscard]] std::string context_of(const Found& found) const;
    [[nodiscard]] std::string topic_of(const Found& found) const;
    [[nodiscard]] bool says_nothing(const Section& section) const;
    [[nodiscard]] LineRange find_body(int section) const;
    [[nodiscard]] int end_before_barred(int section) const;
    enum class Mark : char { Free, Front, Answer };

    [[nodiscard]] std::size_t index(int line) const {
        return static_cast<std::size_t>(line - page_.first_line());
    }
    [[nodiscard]] bool is_marked(int line, Mark with) const {
        return index(line) < marks_.size() && marks_[index(line)] == with;
    }
    [[nodiscard]] bool says_something(LineRange lines) const;
    [[nodiscard]] bool is_trailing_noise(int line) const;
    [[nodiscard]] bool needs_context(const Found& found) const;
    void mark(LineRange lines, Mark with);

    const Page& page_;
    const Words& words_;
    std::string title_;
    std::string topic_title_;
    bool flashcards_;
    Explaining explaining_;
    bool question_bank_ = false;
    bool journal_ = false;
    bool project_page_ = false;
    int footer_first_ = 0;
    std::vector<Found> found_;
    std::vector<LeftOut> left_out_;
    std::vector<Mark> marks_;        ///< By line.
    std::vector<char> barred_;       ///< By section.
    std::vector<LineRange> bodies_;  ///< By section.
};

/// Cards that say the same twice are one card. The lines and fronts of those that go.
[[nodiscard]] std::vector<std::pair<int, std::string>> drop_duplicates(std::vector<Draft>& drafts);

/// The first line of what stands below the last rule of a page and is no part
/// of its last section: a disclaimer, metadata; 0 if there is nothing of that sort.
[[nodiscard]] int footer_line(const Page& page, const Words& words);

/// Whether at least `enough` different titles of a list stand in a page.
[[nodiscard]] bool has_sections(const Page& page, const Words& words, ListName list,
                                std::size_t enough);

/// Whether a page keeps the minutes of a meeting: attendees, agenda, decisions.
[[nodiscard]] bool is_minutes(const Page& page, const Words& words);

/// Whether most of a page are list items that ask and have no text below them.
[[nodiscard]] bool is_question_bank(const Page& page);

}  // namespace wengu
