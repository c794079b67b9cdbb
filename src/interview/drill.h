#pragma once
// A mock interview as a state machine. Actions go in with the time they
// happened; each one that changes something comes out as a Step to be saved
// before the next is taken. Taking the saved steps again gives the same state.
//
// It knows nothing of screens, files or clocks. A clock that jumps back makes
// a time zero, never negative.

#include "interview/results.h"
#include "interview/step.h"

#include <optional>
#include <string>
#include <vector>

namespace wengu {

/// A question with everything a drill may show of it.
struct DrillQuestion {
    std::string card_id;
    std::string front;
    std::string back;
    std::vector<Point> points;
    std::string place;    ///< "note.md:12", hidden until asked for.
    std::string context;  ///< Note title, headings, tags; hidden until asked for.
    std::string topic;
    std::string topic_line{};  ///< Where the question belongs, shown beside it; may be empty.
    std::string spoken{};      ///< What an interviewer says instead of `front`; empty: `front`.
    bool first_time = true;
    std::vector<DrillQuestion> follow_ups;  ///< At most two, best first.

    [[nodiscard]] const std::string& asked() const { return spoken.empty() ? front : spoken; }
};

struct DrillPlan {
    std::vector<DrillQuestion> questions;
    DrillStyle style = DrillStyle::Standard;
    std::int64_t prepare_ms = 30'000;
    std::int64_t target_ms = 120'000;
    bool score = true;               ///< Hints are computed; without, every mark is the person's.
    std::string language = "mixed";  ///< In which answers are wanted: "zh", "en" or "mixed".
};

enum class Stage {
    Plan,      ///< Nothing asked yet.
    Prepare,   ///< The question is shown, the clock counts down.
    Answer,    ///< The answer is being given.
    Predict,   ///< How much did you cover?
    Probe,     ///< One follow-up that gives nothing away.
    Check,     ///< Standard answer, points, grade.
    FollowUp,  ///< Another question on the same matter is offered.
    Return,    ///< After the last question: a missed point comes back once.
    Done,
};

struct DrillAction {
    enum class Kind {
        Begin,      ///< Plan: start.
        Context,    ///< Show where the question comes from; counts as a hint.
        Ready,      ///< Prepare: start answering now.
        Draft,      ///< Answer, Probe: `text` so far, kept in case of a kill.
        Submit,     ///< Answer: `text` is the answer; `flag`: it was spoken.
        Predict,    ///< `number` per cent; nullopt skips.
        Add,        ///< Probe: `text` was added; empty skips.
        SetMark,    ///< Check: point `index` is `mark`; confirms it.
        Confirm,    ///< Check: every plain finding is right; what is open stays open.
        Structure,  ///< Check: conclusion first, `flag`.
        Delivery,   ///< Check: `number` 1..3.
        Keep,       ///< Check: point `index` is to become a card of its own.
        Grade,      ///< Check: `number` 1..4.
        Follow,     ///< FollowUp: take it (`flag`) or not.
        Recall,     ///< Return: the point was known this time (`flag`) or not.
        Resume,     ///< The drill goes on after a break: the stage's clock starts again.
        End,        ///< Any stage: no more questions.
    };
    Kind kind = Kind::Begin;
    std::string text = {};
    std::optional<int> number = {};
    std::size_t index = 0;
    Mark mark = Mark::No;
    bool flag = false;
};

class Drill {
public:
    Drill(DrillPlan plan, const Concepts& concepts, Rarity rarity = {});

    /// Takes an action. The step it amounts to, already taken; nullopt when the
    /// action means nothing at this stage.
    std::optional<Step> act(const DrillAction& action, Instant now);

    /// Takes a saved step again. Steps that do not fit are passed over.
    void take(const Step& step);

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] const DrillPlan& plan() const { return plan_; }
    /// The question at hand. Requires: not Plan, not Done.
    [[nodiscard]] const DrillQuestion& question() const { return *question_; }
    [[nodiscard]] const QuestionResult& current() const { return current_; }
    /// Number of the question at hand among the planned ones, from 1.
    [[nodiscard]] int number() const { return static_cast<int>(next_); }
    [[nodiscard]] const std::string& draft() const { return draft_; }
    [[nodiscard]] Instant stage_began() const { return stage_began_; }
    /// The question offered. Requires: FollowUp.
    [[nodiscard]] const DrillQuestion& offered() const;
    /// The missed point that is back, and its number in the answer from 1. Requires: Return.
    [[nodiscard]] const PointResult& returning() const;
    [[nodiscard]] std::size_t returning_number() const { return returns_[returned_].point + 1; }
    /// How many points come back, and how many did so far.
    [[nodiscard]] std::size_t returns() const { return returns_.size(); }
    [[nodiscard]] std::size_t returned() const { return returned_; }
    /// What to say at Probe: gives nothing away but perhaps a count.
    [[nodiscard]] std::string probe() const;
    /// Everything answered so far; graded questions only.
    [[nodiscard]] const std::vector<QuestionResult>& results() const { return results_; }
    /// Milliseconds left of the stage's planned time; negative when over.
    [[nodiscard]] std::int64_t left_ms(Instant now) const;

private:
    using Kind = DrillAction::Kind;

    [[nodiscard]] bool fits(const DrillAction& action) const;
    void hear(Fields& fields, const std::string& text) const;
    [[nodiscard]] Coverage heard_in(const Fields& fields) const;
    [[nodiscard]] Fields fields_of(const DrillAction& action, Instant now) const;
    void ask(const DrillQuestion& question, Instant at, bool follow_up);
    void next_question(Instant at);
    void begin_returns();
    void next_return(Instant at);
    void enter(Stage stage, Instant at);
    void take_answer(const Step& step);
    void take_addition(const Step& step);
    void take_grade(const Step& step);
    [[nodiscard]] bool wants_probe() const;
    [[nodiscard]] bool wants_follow_up() const;

    DrillPlan plan_;
    const Concepts* concepts_;
    Rarity rarity_;
    Stage stage_ = Stage::Plan;
    Instant stage_began_{};
    std::size_t next_ = 0;  ///< Index of the next planned question.
    const DrillQuestion* question_ = nullptr;
    const DrillQuestion* parent_ = nullptr;  ///< The planned question it follows up.
    std::size_t followed_ = 0;               ///< Follow-ups offered for the parent.
    std::size_t all_followed_ = 0;           ///< Follow-ups asked in the whole drill.
    std::string draft_;
    QuestionResult current_;
    std::vector<QuestionResult> results_;
    std::vector<const DrillQuestion*> asked_;  ///< The question of each result.
    struct Returning {
        std::size_t result = 0;
        std::size_t point = 0;
    };
    std::vector<Returning> returns_;
    std::size_t returned_ = 0;
};

}  // namespace wengu
