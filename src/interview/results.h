#pragma once
// What came of a mock interview: values that the report, the trends and the
// schedule read.

#include "core/grade.h"
#include "core/time.h"
#include "interview/choose.h"
#include "interview/coverage.h"

#include <optional>
#include <string>
#include <vector>

namespace wengu {

/// What the person says of a point; the machine only suggests it.
enum class Mark { No, Partly, Yes, Open };

/// One point after the checklist.
struct PointResult {
    Point point;
    PointHint hint;  ///< Of the answer itself.
    Mark mark = Mark::No;
    bool by_person = false;  ///< The person set the mark; else it is the machine's.
    bool confirmed = false;  ///< The person agreed with the mark, or set it.
    bool prompted = false;   ///< Only said after the probe: counts half.
    bool kept = false;       ///< The person wants a card of its own for it.
    /// Missed, it came back later in the session: was it known then?
    std::optional<bool> recalled = {};
};

struct QuestionResult {
    std::string card_id;
    std::string front;
    std::string back;
    std::string place;  ///< "note.md:12"
    std::string topic;
    bool follow_up = false;
    bool first_time = true;  ///< Never asked in a drill before.
    std::string answer;      ///< Empty when spoken or not given.
    std::string prompted;    ///< What was added after the probe.
    bool spoken = false;
    std::int64_t latency_ms = 0;   ///< Until the answer was begun.
    std::int64_t duration_ms = 0;  ///< Of the answer.
    std::int64_t target_ms = 0;
    bool hint_used = false;
    std::optional<int> predicted;  ///< Per cent.
    Remark remark = Remark::None;
    std::vector<std::string> left_over;  ///< Of what was said, what no point explains, verbatim.
    std::vector<PointResult> points;
    std::optional<Grade> suggested;
    std::optional<Grade> grade;
    std::optional<bool> structure;  ///< Conclusion first.
    std::optional<int> delivery;    ///< 1..3
    std::string schedule;           ///< What happened to the card's schedule, in words.
};

/// What the point says rather than what it is called: its detail, if it has one.
[[nodiscard]] std::string said_by(const Point& point);

/// A finding that one key for all may confirm: it was heard, or nothing like it was.
[[nodiscard]] bool is_plain(const PointResult& point);
[[nodiscard]] bool has_plain(const QuestionResult& result);

/// The point that the person has to decide next: the first open one from `from` on, then
/// from the beginning. nullopt when none is open.
[[nodiscard]] std::optional<std::size_t> open_point(const QuestionResult& result,
                                                    std::size_t from = 0);

/// How many of the points the person confirmed.
[[nodiscard]] int confirmed_points(const QuestionResult& result);

/// Whether every point is confirmed, and there is one.
[[nodiscard]] bool is_confirmed(const QuestionResult& result);

/// Share of the confirmed points that were mentioned, 0..1; partly counts half. nullopt
/// while none is confirmed: what only the machine found is no coverage.
[[nodiscard]] std::optional<double> coverage_of(const QuestionResult& result);

/// The answer took more than half again as long as planned.
[[nodiscard]] bool is_overtime(const QuestionResult& result);

/// 1 below 40 % or with the verdict missing; 2 below 70 %, far over time or
/// with a hint; 4 from 90 % in time when 75 % or more was predicted; else 3.
/// nullopt until every point is confirmed, and without points.
[[nodiscard]] std::optional<Grade> suggested_grade(const QuestionResult& result);

/// What a graded drill question does to the card's schedule.
struct Effect {
    bool logged = false;   ///< A row goes to the review log.
    bool counted = false;  ///< And it moves the schedule.
};

struct EffectInput {
    Grade grade = Grade::Good;
    bool due = false;            ///< Or new.
    bool early_counts = false;   ///< The scheduler models early reviews (FSRS does).
    bool counted_today = false;  ///< The card had its counted review of the day already.
    bool no_schedule = false;
};

/// At most one counted review a day; due or failed cards count; a pass before
/// the day counts only where the scheduler knows what to make of it.
[[nodiscard]] Effect effect_of(const EffectInput& input);

}  // namespace wengu
