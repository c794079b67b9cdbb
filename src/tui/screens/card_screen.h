#pragma once
// Everything known of one card: where it stands, what it remembers, each grade,
// and how its recall will fade.

#include "core/review.h"
#include "core/schedule.h"
#include "tui/screens/frame.h"

#include <string>
#include <vector>

namespace wengu {

struct HistoryRow {
    Day day{};
    Grade grade = Grade::Good;
    int interval_days = 0;  ///< That followed from it.
    int taken_ms = 0;
    Source source = Source::Review;
    bool counted = true;
};

struct CardView {
    std::string id = {};
    std::string topic = {};  ///< Stands above the question; may be empty.
    std::string front = {};  ///< Markdown.
    std::string deck = {};
    std::string source = {};  ///< "career/plan.md:742".
    std::vector<std::string> tags = {};
    std::string state = {};  ///< In words.
    Schedule schedule = {};
    double mastery = 0;
    double retrievability = -1;            ///< Now; negative if the scheduler does not say.
    std::vector<HistoryRow> history = {};  ///< Latest first.
    std::vector<double> curve = {};        ///< Retrievability on the next days, from today.
    Day today{};
    int top = 0;
};

[[nodiscard]] Picture card_picture(const CardView& view, const ScreenOptions& options);
/// The same in sentences.
[[nodiscard]] std::string card_words(const CardView& view);

/// A curve of shares (0..1) over days as an ASCII chart: `rows` high, `width` cells
/// wide, with the shares on the left and the days below.
[[nodiscard]] std::vector<Line> curve_lines(const std::vector<double>& curve, int rows, int width);

}  // namespace wengu
