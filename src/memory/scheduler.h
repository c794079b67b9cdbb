#pragma once
// From an answer to the next due day: the one interface to both algorithms.
//
// A schedule is a value. `preview` gives what each of the four grades would
// lead to, `next` is one of the four, `replay` is `next` over a whole log.

#include "core/review.h"
#include "core/schedule.h"
#include "memory/fsrs.h"
#include "memory/fuzz.h"
#include "memory/sm2.h"

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The names ("sm2", "fsrs") are what settings and the command line say.
enum class Algorithm { Sm2, Fsrs };

struct FsrsOptions {
    fsrs::Params params = fsrs::kDefaults;
    double retention = 0.9;  ///< Desired probability of recall on the due day.
    bool short_term = true;  ///< Whether reviews on the same day change stability.
    std::vector<std::chrono::minutes> learning_steps{std::chrono::minutes{1},
                                                     std::chrono::minutes{10}};
    std::vector<std::chrono::minutes> relearning_steps{std::chrono::minutes{10}};

    friend bool operator==(const FsrsOptions&, const FsrsOptions&) = default;
};

struct SchedulerOptions {
    Algorithm algorithm = Algorithm::Sm2;
    sm2::Options sm2;
    FsrsOptions fsrs;
    FuzzOptions fuzz;
    int max_interval_days = 36500;  ///< Of both algorithms; the one in `sm2` is ignored.
    std::chrono::hours rollover = kDefaultRollover;

    friend bool operator==(const SchedulerOptions&, const SchedulerOptions&) = default;
};

/// "sm2" or "fsrs"; nullopt for another word.
[[nodiscard]] std::optional<Algorithm> parse_algorithm(std::string_view name);

/// Four outcomes, in the order Again, Hard, Good, Easy.
using Outcomes = std::array<Schedule, 4>;

class Scheduler {
public:
    explicit Scheduler(SchedulerOptions options = {});

    [[nodiscard]] const SchedulerOptions& options() const { return options_; }

    /// Algorithm and version, as each row of the log names it: "sm2/1", "fsrs/6".
    [[nodiscard]] std::string_view name() const;

    /// Where a card begins: new, or with the progress its note brought along. A new card knows
    /// nothing yet: what its author says of it counts with the first answer.
    [[nodiscard]] Schedule start(const CardSeed& seed) const;

    /// What each grade given at `now` would lead to. Intervals never fall from
    /// Again to Easy. A clock that stands before the last review counts as
    /// that review's study day.
    [[nodiscard]] Outcomes preview(const Schedule& schedule, const Moment& now,
                                   const CardSeed& seed) const;

    /// `preview(...)[grade]`.
    [[nodiscard]] Schedule next(const Schedule& schedule, const Moment& now, Grade grade,
                                const CardSeed& seed) const;

    /// The schedule that the rows of one card's log lead to. The order of the
    /// rows does not matter: they are taken by time, then by id, each id once.
    /// Rows without an id are all different and stay in the order they have. Rows that do not
    /// count (see `counts`) are passed over.
    [[nodiscard]] Schedule replay(std::span<const Review> rows, const CardSeed& seed) const;

    /// Probability of recall on `day`; nullopt for a card never answered.
    [[nodiscard]] std::optional<double> recall_on(const Schedule& schedule, Day day) const;

    /// Whether a card graded like this should come back in the same session:
    /// SM-2 drills until Good, FSRS until its steps of the day are done.
    [[nodiscard]] bool repeats_today(const Schedule& after, Grade grade, Day today) const;

private:
    SchedulerOptions options_;
    fsrs::Model model_;  ///< In force for FSRS; for SM-2 its curve predicts recall.
};

/// Whether a row changes schedules: counted, and not from cramming.
[[nodiscard]] bool counts(const Review& row);

}  // namespace wengu
