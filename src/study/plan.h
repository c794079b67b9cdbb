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

/// Whether so much of what is due is overdue that it may be a backlog and not just a busy day.
[[nodiscard]] bool may_be_backlog(int due, int overdue);

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

/// Known cards that fall due after today, in numbers: a plan counts them, but
/// nobody has to read them.
struct KnownLater {
    double usual_reviews = 0;  ///< Sum of 1/interval over them.
    std::vector<int> due;      ///< How many fall due on each of the next days, tomorrow first.
};

/// What a plan starts from.
struct Workload {
    std::span<const Schedule* const> known;  ///< Of cards that take part: not suspended, not new.
    const KnownLater& later;                 ///< Further ones, not among `known`.
    Day today{};
    int done_today = 0;       ///< Known cards already reviewed today.
    std::optional<int> most;  ///< The day's limit of reviews.
    std::span<const Holiday> holidays;
};

/// The plan for today, active when more is due than a comfortable day holds
/// and much of it has been waiting since earlier days. Cards that come back
/// after a review on the way are not foreseen: the plan is made anew each day.
[[nodiscard]] CatchUp plan_catch_up(const Workload& work, const CatchUpOptions& options);

}  // namespace wengu
