#pragma once
// The first screen of the day, and the very first one of all.

#include "core/error.h"
#include "core/time.h"
#include "tui/screens/frame.h"

#include <string>
#include <vector>

namespace wengu {

struct TopicView {
    std::string name = {};
    double mastery = 0;  ///< 0..1.
    int due = 0;
    std::string missed = {};  ///< The point that mock interviews keep missing; may be empty.
};

struct TodayView {
    Day today{};
    int cards = 0;  ///< In the collection.
    int due = 0;
    int new_cards = 0;
    int minutes = 0;  ///< What that will take.
    int done = 0;     ///< Cards graded today.
    int streak_days = 0;
    std::string next = {};  ///< With nothing due: when and what, in words; may be empty.

    std::string profile = {};  ///< Name of the interview prepared for; empty if there is none.
    std::optional<Day> interview_day = {};
    double readiness = -1;  ///< Predicted recall on that day, 0..1; negative if unknown.
    double goal = 0.9;
    std::string advice = {};  ///< What would reach the goal, in words; may be empty.

    int drills = 0;                 ///< Mock interviews this week.
    int drills_goal = 0;            ///< 0: no goal.
    double last_drill = -1;         ///< Coverage of the last one; negative if there was none.
    double drill_change = 0;        ///< Against the one before, -1..1.
    std::string drill_reason = {};  ///< Why one is advised today; empty: none is.

    std::string past_interview = {};  ///< A question about it that waits for an answer.

    std::vector<TopicView> topics = {};  ///< Weakest first.
    std::string notice = {};
    int top = 0;  ///< First line of the body on a screen that cannot show it all.
};

[[nodiscard]] Frame today_frame(const TodayView& view, const ScreenOptions& options);
[[nodiscard]] Picture today_picture(const TodayView& view, const ScreenOptions& options);
/// The same in sentences.
[[nodiscard]] std::string today_words(const TodayView& view);

/// What an import did.
struct ImportView {
    std::string folder = {};
    int files = 0;
    double seconds = 0;
    int added = 0;
    int edited = 0;
    int moved = 0;
    int gone = 0;
    int unchanged = 0;
    std::vector<std::string> kinds = {};  ///< "24 standard answers", for the line of the new cards.
    int empty_files = 0;                  ///< Notes without a card.
    std::vector<Problem> problems = {};
    std::string database = {};
    bool first = false;  ///< The collection was empty before.
    int first_day = 0;   ///< Cards advised for the first day.
};

/// The report: counts, three problems at most, what to do next.
[[nodiscard]] std::vector<Line> import_lines(const ImportView& view, const ScreenOptions& options);

/// Without a collection: what this is, and the question where the notes are.
[[nodiscard]] std::vector<Line> welcome_lines(const std::string& suggested_folder);

}  // namespace wengu
