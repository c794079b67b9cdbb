#pragma once
// What the reviews add up to: retention, forecast, heat map, mastery by deck.

#include "core/time.h"
#include "tui/screens/frame.h"

#include <string>
#include <vector>

namespace wengu {

struct DeckStats {
    std::string name = {};
    int cards = 0;
    double mastery = 0;  ///< Share of mastered cards, 0..1.
    int new_cards = 0;
    int learning = 0;
    int known = 0;
    double retention = -1;  ///< Negative: too few reviews.
    double readiness = -1;  ///< Predicted recall on the interview day; negative without one.
};

struct TagStats {
    std::string name = {};
    int cards = 0;
    double mastery = 0;  ///< Mean of all its cards.
};

/// A card that is forgotten again and again.
struct HardRow {
    std::string front = {};  ///< Plain text on one line.
    std::string deck = {};
    int lapses = 0;
    double mastery = 0;
};

struct StatsView {
    std::string scope = {};  ///< What is counted, in words: "all cards".
    int cards = 0;
    Day today{};
    std::vector<int> reviews_by_day = {};  ///< The last days, today last; shown by weeks.
    int streak_days = 0;
    int today_cards = 0;
    int today_minutes = 0;
    int week_cards = 0;
    double retention = -1;  ///< True retention: known cards recalled.
    double young = -1;      ///< The same for cards of under 21 days...
    double mature = -1;     ///< ...and of 21 days and more.
    double goal = 0.9;
    std::vector<int> forecast = {};  ///< Cards due on the next days, today first.
    std::optional<Day> interview_day = {};
    std::vector<DeckStats> decks = {};  ///< Those that lose most first.
    std::vector<TagStats> tags = {};    ///< The weakest first.
    std::vector<HardRow> hardest = {};  ///< Most lapses first.
    int hard_cards = 0;                 ///< Leeches.
    int minutes_total = 0;
    int top = 0;
};

[[nodiscard]] Picture stats_picture(const StatsView& view, const ScreenOptions& options);
/// The same in sentences.
[[nodiscard]] std::string stats_words(const StatsView& view);

/// Weeks as columns, weekdays as rows, five steps from . to #; the months above, the steps
/// below.
[[nodiscard]] std::vector<Line> heat_map(const std::vector<int>& by_day, Day today, int weeks,
                                         const Widths& widths);

}  // namespace wengu
