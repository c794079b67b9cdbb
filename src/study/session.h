#pragma once
// One sitting of reviews as a state machine: presses in, events out. The same
// machine serves the full screen, the linear mode and the tests.
//
// It holds no clock (each press brings its moment), draws nothing and stores
// nothing: whoever runs it keeps each event before the next press.

#include "core/review.h"
#include "core/schedule.h"
#include "memory/scheduler.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace wengu {

/// A card forgotten this often after it was known wastes time: rewrite it.
inline constexpr int kLeechLapses = 8;
[[nodiscard]] inline bool is_leech(const Schedule& schedule, int lapses = kLeechLapses) {
    return schedule.lapses >= lapses;
}

/// A card to be asked, with the text that is shown.
struct SessionCard {
    CardSeed seed;  ///< Its `card_id` names the card in events.
    Schedule schedule;
    std::string front;
    std::string back;           ///< May be empty: an open question.
    std::string section;        ///< Where it stands, for the reader: "note > heading".
    std::size_t scheduler = 0;  ///< Index into the session's schedulers (one per deck option set).
    bool flagged = false;
};

struct SessionOptions {
    std::vector<Scheduler> schedulers{Scheduler{}};  ///< Never empty.
    bool cram = false;  ///< Rows are logged as cramming; no schedule changes.
    std::chrono::milliseconds longest_answer = std::chrono::minutes{5};  ///< More is not counted.
    std::chrono::minutes learn_ahead{20};  ///< With nothing else left, steps may come this early.
    std::chrono::hours rollover = kDefaultRollover;
    Source source = Source::Review;
    int leech_lapses = kLeechLapses;
};

enum class Action { Reveal, Grade, Undo, Bury, Suspend, Flag, Edit };

/// One key, or one line of the linear mode.
struct Press {
    Action action = Action::Reveal;
    Moment now;
    Grade grade = Grade::Good;  ///< For Action::Grade.
    std::string review_id{};    ///< For Action::Grade: the id its log row will have.
};

/// A grade was given: keep `review` and `after` in one transaction.
struct Graded {
    Review review;
    Schedule before;
    Schedule after;        ///< Equals `before` when the grade changes nothing.
    bool repeats = false;  ///< The card comes back in this session.
    bool leech = false;    ///< With this grade the card became a leech.
};

/// The last grade was taken back: forget the row, keep `schedule` again.
struct GradeUndone {
    std::string review_id;
    std::string card_id;
    Schedule schedule;
};

struct Suspended {
    std::string card_id;
};
struct Unsuspended {
    std::string card_id;
};
/// Not asked before study day `until`.
struct Buried {
    std::string card_id;
    Day until{};
};
struct Unburied {
    std::string card_id;
};
struct Flagged {
    std::string card_id;
    bool flagged = false;
};
struct EditRequested {
    std::string card_id;
};

using SessionEvent = std::variant<Graded, GradeUndone, Suspended, Unsuspended, Buried, Unburied,
                                  Flagged, EditRequested>;

/// What a sitting came to.
struct SessionSummary {
    int cards = 0;                       ///< Different cards graded.
    int new_cards = 0;                   ///< Of these, answered for the first time.
    int grades = 0;                      ///< Grades given, repeats included.
    std::array<int, 4> by_grade{};       ///< Again, Hard, Good, Easy.
    std::chrono::milliseconds taken{0};  ///< Sum of the answer times.
    int left = 0;                        ///< Cards not finished when the sitting ended.
    int tomorrow = 0;             ///< Cards of this sitting that come back the next study day.
    std::optional<Day> next_due;  ///< First day on which one of them comes back.
};

class Session {
public:
    /// Asks `cards` in this order. Requires: every `scheduler` index is valid.
    Session(std::vector<SessionCard> cards, SessionOptions options, const Moment& now);

    /// Nothing left to ask.
    [[nodiscard]] bool done() const { return !state_.current; }

    /// The card being asked. Requires: !done().
    [[nodiscard]] const SessionCard& card() const;
    [[nodiscard]] bool revealed() const { return state_.revealed; }
    /// Whether the card was already graded in this session.
    [[nodiscard]] bool repeat() const;

    /// Where each of the four keys would lead, were it pressed at `now`. Requires: !done().
    [[nodiscard]] Outcomes previews(const Moment& now) const;

    /// Whether a grade that leads to `after` has the present card asked again in this session.
    /// Requires: !done().
    [[nodiscard]] bool repeats_after(Grade grade, const Schedule& after, const Moment& now) const;

    /// Cards asked so far, the present one included; counted once each.
    [[nodiscard]] int position() const { return static_cast<int>(state_.next); }
    /// Different cards of the session.
    [[nodiscard]] int total() const { return static_cast<int>(cards_.size()); }
    /// Questions still to come, the present one and waiting repeats included.
    [[nodiscard]] int left() const;
    [[nodiscard]] bool can_undo() const { return !history_.empty(); }

    /// What the press leads to; nullopt when it only changes the picture or
    /// makes no sense now (a grade before the answer is shown). After the end
    /// only Undo has an effect.
    std::optional<SessionEvent> press(const Press& press);

    /// What was kept of the grade that the last press gave, if that is not what it was thought to
    /// lead to: the card was graded elsewhere meanwhile. Returns the event as it should have been.
    /// Requires: the last press gave a Graded.
    Graded settle(Review review, const Schedule& before, const Schedule& after);

    /// Asks `card` now, before all others; it takes the place of the same card further down.
    /// Requires: !can_undo().
    void ask_first(SessionCard card, const Moment& now);

    /// The present card's text was edited; its history stays, also under undo.
    void replace_text(std::string front, std::string back);

    [[nodiscard]] SessionSummary summary(Day today) const;

private:
    /// A card that comes back in this session.
    struct Repeat {
        std::size_t card = 0;
        std::optional<Instant> at;  ///< Not before; empty: after everything else.
    };
    /// Everything a press may change besides the cards: copied for undo.
    struct State {
        std::size_t next = 0;  ///< First card not asked yet.
        std::vector<Repeat> repeats;
        std::optional<std::size_t> current;
        bool revealed = false;
        Moment shown;
    };
    /// A step that can be taken back.
    struct Step {
        State state;
        std::size_t card = 0;
        std::variant<Graded, Suspended, Buried> event;
    };

    std::optional<SessionEvent> grade(const Press& press);
    std::optional<SessionEvent> set_aside(const Press& press);
    std::optional<SessionEvent> undo(const Moment& now);
    /// Fills in what follows from `before` and `after`.
    void judge(Graded& event) const;
    void advance(const Moment& now);
    void show(std::size_t card, const Moment& now);
    [[nodiscard]] const Scheduler& scheduler_of(const SessionCard& card) const;

    std::vector<SessionCard> cards_;
    SessionOptions options_;
    State state_;
    std::vector<Step> history_;
};

}  // namespace wengu
