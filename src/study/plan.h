#pragma once
// Days off, and the way back after them: overdue cards are spread over the
// next days instead of standing there as a wall.

#include "core/schedule.h"

#include <optional>
#include <span>
#include <vector>

namespace wengu {

/// Days without study, both ends included.
struct Holiday {
    Day first{};
    Day last{};

    friend bool operator==(const Holiday&, const Holiday&) = default;
};

[[nodiscard]] bool is_holiday(Day day, std::span<const Holiday> holidays);

struct CatchUpOptions {
    bool on = true;
    double times_usual = 2;  ///< A day of catching up holds this many times the usual reviews...
    int at_least = 30;       ///< ...and never fewer than this.
    double new_share = 0.5;  ///< Of the new cards a day would have, while catching up.
};

/// One day of the way back.
struct CatchUpDay {
    Day day{};
    int due = 0;      ///< Overdue and due, before anything is done.
    int planned = 0;  ///< Of these, to be asked.

    friend bool operator==(const CatchUpDay&, const CatchUpDay&) = default;
};

struct CatchUp {
    bool active = false;
    int usual = 0;                 ///< Reviews a day that the collection asks for in the long run.
    int quota = 0;                 ///< Reviews for today while active.
    std::vector<CatchUpDay> days;  ///< From today until nothing is overdue; at most a year.
};

/// Reviews a day that these cards ask for in the long run: the sum of 1/interval.
[[nodiscard]] double usual_reviews(std::span<const Schedule* const> schedules);

/// The plan for `today`, active when more is due than a comfortable day holds
/// and much of it has been waiting since earlier days.
/// `schedules` are those of the cards that take part (not suspended, not new);
/// `done_today` cards were already reviewed today; `most` is the day's limit.
/// Cards that come back after a review on the way are not foreseen: the plan
/// is made anew each day.
[[nodiscard]] CatchUp plan_catch_up(std::span<const Schedule* const> schedules, Day today,
                                    int done_today, std::optional<int> most,
                                    std::span<const Holiday> holidays,
                                    const CatchUpOptions& options);

}  // namespace wengu
