#pragma once
// The report of a mock interview as a value, and printed as Markdown or as one
// HTML file that needs no network. What is in it: what cost most, the totals
// beside earlier ones, each question with its points and who decided them,
// what keeps being missed, and what to do next.

#include "interview/results.h"

#include <map>
#include <string>
#include <vector>

namespace wengu {

/// What is kept of a drill when it is over.
struct DrillRecord {
    std::string id;
    int number = 0;  ///< Counted over all drills, from 1.
    Moment started;
    std::int64_t duration_ms = 0;
    std::string profile;  ///< Company or name; may be empty.
    DrillStyle style = DrillStyle::Standard;
    std::uint64_t seed = 0;
    std::optional<int> days_to_interview;
    bool finished = true;  ///< Or closed by a later one.
    int planned = 0;       ///< Questions of its plan; with follow-ups there are more.
    std::vector<QuestionResult> questions;
};

struct Totals {
    int questions = 0;
    int follow_ups = 0;
    double points_heard = 0;  ///< Partly and open count half.
    int points = 0;           ///< Confirmed ones only.
    int unconfirmed = 0;      ///< Points that the person did not decide.
    int graded[5] = {};       ///< By grade, 1..4.
    int overtime = 0;
    std::optional<double> coverage;        ///< points_heard / points.
    std::optional<double> mean_predicted;  ///< 0..1, of the questions that have both.
    std::optional<double> bias;            ///< Predicted minus actual: above 0, too sure.
};

[[nodiscard]] Totals totals_of(const std::vector<QuestionResult>& questions);

/// Coverage on questions that were asked for the first time, so that practice
/// on the same question does not look like progress; nullopt without any.
[[nodiscard]] std::optional<double> first_time_coverage(const DrillRecord& drill);

struct RecurringMiss {
    std::string front;
    std::string title;
    int drills = 0;
};

struct CalibrationBand {
    std::string band;  ///< "50-74 %"
    int answers = 0;
    double predicted = 0;
    double actual = 0;
};

struct Calibration {
    int answers = 0;
    double bias = 0;
    double mean_error = 0;
    std::vector<CalibrationBand> bands;
};

struct Report {
    DrillRecord drill;
    std::string takeaway;  ///< One sentence: the most costly miss.
    Totals totals;
    std::optional<double> previous;  ///< Coverage of the drill before.
    std::vector<double> trend;  ///< First-time coverage, oldest first, this one last; at most five.
    std::vector<RecurringMiss> recurring;
    std::optional<Calibration> calibration;  ///< Only after ten answers with a prediction.
    std::string readiness;                   ///< Only after three sessions; else empty.
    std::map<std::string, Totals> topics;
    std::vector<std::string> next;  ///< Commands.
};

/// `earlier`: finished drills before this one, oldest first.
[[nodiscard]] Report report_on(const DrillRecord& drill, const std::vector<DrillRecord>& earlier);

[[nodiscard]] std::string to_markdown(const Report& report);
[[nodiscard]] std::string to_html(const Report& report);

/// Two drills side by side, for `compare`: what was missed then and is heard
/// now, and the other way round, on questions both asked.
struct Comparison {
    Totals before;
    Totals after;
    std::vector<std::string> gained;  ///< Titles of points.
    std::vector<std::string> lost;
};

[[nodiscard]] Comparison compare(const DrillRecord& before, const DrillRecord& after);

/// Who decided a point, in words.
[[nodiscard]] std::string decided_words(const PointResult& point);
/// How many points nobody confirmed, in words.
[[nodiscard]] std::string unconfirmed_words(const Totals& totals);

/// "Again", "Hard", "Good", "Easy" in the language of the report, or "-" for nothing.
[[nodiscard]] std::string grade_name(std::optional<Grade> grade);
/// "79 %", or "-" for nothing.
[[nodiscard]] std::string percent(std::optional<double> share);
/// "1:38" for milliseconds.
[[nodiscard]] std::string clock_text(std::int64_t ms);

}  // namespace wengu
