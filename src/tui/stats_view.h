#pragma once
// What the log and the cards add up to: gathered once, shown on the screen, in
// sentences, as JSON or as a page.

#include "library/environment.h"
#include "memory/forecast.h"
#include "store/activity.h"
#include "store/stats.h"
#include "store/store.h"
#include "tui/screens/stats_screen.h"

#include <string>
#include <vector>

namespace wengu {

/// Days that retention is taken from: long enough to count, short enough to be now.
inline constexpr int kRetentionDays = 90;

/// A card that is forgotten again and again.
struct HardCard {
    std::string id;
    std::string topic;  ///< As the settings want it shown; may be empty.
    std::string front;  ///< Plain text on one line.
    std::string deck;
    int lapses = 0;
    double mastery = 0;
};

struct Statistics {
    StatsView view;
    std::vector<store::DatedWork> work;     ///< Of the last year, days without left out.
    std::vector<store::GradeCount> grades;  ///< Of the last `kRetentionDays`.
    int asked = 0;                          ///< Known cards, for the true retention.
    int recalled = 0;                       ///< Of these.
    std::vector<ForecastDay> forecast;      ///< A month, today first.
    std::vector<store::GroupMastery> tags;  ///< Weakest first.
    std::vector<HardCard> hardest;          ///< Most lapses first, ten at most.
    double minutes_total = 0;               ///< Of the last year.
};

/// Of a deck or tag; of everything for an empty name. Throws UsageError for a name that
/// is not there.
[[nodiscard]] Statistics statistics(const Environment& environment, const Store& store,
                                    const std::string& deck_or_tag);

}  // namespace wengu
