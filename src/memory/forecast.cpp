#include "memory/forecast.h"

#include "core/random.h"

#include <algorithm>
#include <deque>

namespace wengu {
namespace {

using Shares = std::array<double, 4>;

/// Of one card on one day.
constexpr int kMostRepeats = 5;

std::size_t index_of(Grade grade) { return static_cast<std::size_t>(grade) - 1; }

/// One run through the days; adds what happens to the totals.
class Run {
public:
    Run(std::span<const Schedule> cards, const Scheduler& scheduler, const ForecastOptions& options,
        std::uint64_t seed)
        : scheduler_{scheduler},
          options_{options},
          random_{seed},
          cards_{cards.begin(), cards.end()},
          due_(static_cast<std::size_t>(options.days)) {
        for (std::size_t i = 0; i < cards_.size(); ++i) {
            if (cards_[i].phase == Phase::New) {
                fresh_.push_back(i);
            } else {
                enqueue(i, 0);
            }
        }
    }

    void play(std::vector<ForecastDay>& totals) {
        for (std::size_t day = 0; day < due_.size(); ++day) play_day(day, totals[day]);
    }

private:
    void enqueue(std::size_t card, std::size_t earliest) {
        const auto days = (cards_[card].due - options_.today).count();
        const auto day = std::max(days, static_cast<long>(earliest));
        if (day < options_.days) due_[static_cast<std::size_t>(day)].push_back(card);
    }

    void postpone(std::size_t day, std::size_t from, ForecastDay& total) {
        auto& waiting = due_[day];
        total.postponed += static_cast<double>(waiting.size() - from);
        if (day + 1 == due_.size()) return;
        auto& next = due_[day + 1];
        next.insert(next.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(from),
                    waiting.end());
    }

    void play_day(std::size_t day, ForecastDay& total) {
        const Day date = options_.today + std::chrono::days{day};
        const auto& off = options_.days_off;
        if (std::find(off.begin(), off.end(), date) != off.end()) return postpone(day, 0, total);
        double seconds = 0;
        std::size_t done = 0;
        while (done < due_[day].size() && has_room(options_.reviews_per_day, done, seconds)) {
            seconds += review(due_[day][done++], date, total);
        }
        postpone(day, done, total);
        for (std::size_t added = 0;
             !fresh_.empty() && has_room(options_.new_per_day, added, seconds); ++added) {
            seconds += introduce(fresh_.front(), date, total);
            fresh_.pop_front();
        }
        total.minutes += seconds / 60;
    }

    [[nodiscard]] bool has_room(const std::optional<int>& most, std::size_t done,
                                double seconds) const {
        if (most && done >= static_cast<std::size_t>(*most)) return false;
        return !options_.minutes_per_day || seconds < *options_.minutes_per_day * 60;
    }

    double review(std::size_t card, Day date, ForecastDay& total) {
        const double recall = scheduler_.recall_on(cards_[card], date).value_or(0.9);
        const bool recalled = random_.unit() < recall;
        const auto grade =
            recalled ? draw_grade(options_.habits.recalled_shares, random_) : Grade::Again;
        total.reviews += 1;
        total.recalled += recalled ? 1 : 0;
        return options_.habits.review_seconds[index_of(grade)] + answer(card, date, grade);
    }

    double introduce(std::size_t card, Day date, ForecastDay& total) {
        const auto grade = draw_grade(options_.habits.first_shares, random_);
        total.new_cards += 1;
        return options_.habits.first_seconds[index_of(grade)] + answer(card, date, grade);
    }

    /// Grades the card, and repeats it with Good while it comes back the same
    /// day; the seconds of the repeats.
    double answer(std::size_t card, Day date, Grade grade) {
        const auto rollover = scheduler_.options().rollover;
        Moment now{Instant{date.time_since_epoch()} + rollover + std::chrono::hours{6},
                   std::chrono::minutes{0}};
        const CardSeed seed{.card_id = std::string{}};
        auto& schedule = cards_[card];
        schedule = scheduler_.next(schedule, now, grade, seed);
        double seconds = 0;
        for (int i = 0; i < kMostRepeats && scheduler_.repeats_today(schedule, grade, date); ++i) {
            now.at = schedule.due_at.value_or(now.at + std::chrono::minutes{10});
            grade = Grade::Good;
            schedule = scheduler_.next(schedule, now, grade, seed);
            seconds += options_.habits.repeat_seconds;
        }
        enqueue(card, static_cast<std::size_t>((date - options_.today).count()) + 1);
        return seconds;
    }

    const Scheduler& scheduler_;
    const ForecastOptions& options_;
    Random random_;
    std::vector<Schedule> cards_;
    std::vector<std::vector<std::size_t>> due_;
    std::deque<std::size_t> fresh_;
};

}  // namespace

std::vector<ForecastDay> forecast(std::span<const Schedule> cards, const Scheduler& scheduler,
                                  const ForecastOptions& options) {
    std::vector<ForecastDay> totals(static_cast<std::size_t>(std::max(0, options.days)));
    const int runs = std::max(1, options.runs);
    for (int run = 0; run < runs; ++run) {
        Run{cards, scheduler, options, options.seed + static_cast<std::uint64_t>(run)}.play(totals);
    }
    for (std::size_t i = 0; i < totals.size(); ++i) {
        totals[i].day = options.today + std::chrono::days{i};
        for (double* value : {&totals[i].reviews, &totals[i].new_cards, &totals[i].recalled,
                              &totals[i].postponed, &totals[i].minutes}) {
            *value /= runs;
        }
    }
    return totals;
}

}  // namespace wengu
