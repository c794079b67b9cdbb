#include "interview/outlook.h"

#include "core/random.h"
#include "memory/forecast.h"
#include "memory/mastery.h"

#include <algorithm>
#include <queue>

namespace wengu {
namespace {

constexpr std::size_t kSample = 300;
constexpr int kRuns = 2;
constexpr int kMostRepeats = 5;  // of one card on one day

/// At most `kSample` of the cards, drawn by chance.
std::vector<ScopeCard> sample_of(std::span<const ScopeCard> cards, std::uint64_t seed) {
    std::vector<ScopeCard> sample{cards.begin(), cards.end()};
    if (sample.size() <= kSample) return sample;
    Random random{seed};
    shuffle(sample, random);
    sample.resize(kSample);
    return sample;
}

/// A number of cards a day that need not be whole: 0.4 is two in five days.
class Ration {
public:
    explicit Ration(double a_day) : a_day_{a_day} {}
    void begin_day() { left_ = std::min(left_, 1.0) + a_day_; }
    bool take() {
        if (left_ < 1) return false;
        left_ -= 1;
        return true;
    }

private:
    double a_day_;
    double left_ = 0;
};

struct Rations {
    double reviews = 0;
    double fresh = 0;
    double extra = 0;
};

/// One run through the days until the interview.
class Rehearsal {
public:
    Rehearsal(std::vector<ScopeCard> cards, std::span<const Scheduler> schedulers, Day today,
              Day date, std::uint64_t seed)
        : cards_{std::move(cards)},
          schedulers_{schedulers},
          today_{today},
          date_{date},
          random_{seed},
          due_(static_cast<std::size_t>(std::max<long>(0, (date - today).count()))),
          asked_(cards_.size(), Day::min()) {
        for (std::size_t i = 0; i < cards_.size(); ++i) {
            if (cards_[i].schedule.phase == Phase::New) {
                fresh_.push_back(i);
            } else {
                wait_until_due(i, today);
            }
            rank(i);
        }
    }

    /// Mean recall on the day after studying so much on each day before it.
    double after(const Rations& rations) {
        Ration reviews{rations.reviews};
        Ration fresh{rations.fresh};
        Ration extra{rations.extra};
        for (std::size_t i = 0; i < due_.size(); ++i) {
            const Day day = today_ + std::chrono::days{i};
            reviews.begin_day();
            fresh.begin_day();
            extra.begin_day();
            review_due(i, day, reviews);
            while (next_fresh_ < fresh_.size() && fresh.take()) ask_fresh(day);
            while (extra.take() && ask_weakest(day)) {
            }
        }
        return recall_on(cards_, schedulers_, date_);
    }

private:
    [[nodiscard]] const Scheduler& scheduler_of(std::size_t card) const {
        return schedulers_[cards_[card].scheduler];
    }

    void wait_until_due(std::size_t card, Day earliest) {
        const auto days = (std::max(cards_[card].schedule.due, earliest) - today_).count();
        if (days < std::ssize(due_)) due_[static_cast<std::size_t>(days)].push_back(card);
    }

    void rank(std::size_t card) {
        const double recall = wengu::recall_on(scheduler_of(card), cards_[card].schedule, date_);
        weakest_.push({cards_[card].weight * (1 - recall), card});
    }

    void review_due(std::size_t day_index, Day day, Ration& reviews) {
        auto waiting = std::move(due_[day_index]);
        for (const auto card : waiting) {
            if (cards_[card].schedule.due > day) continue;  // an extra review moved it
            if (reviews.take()) {
                ask(card, day);
            } else {
                wait_until_due(card, day + std::chrono::days{1});
            }
        }
    }

    void ask_fresh(Day day) {
        const auto card = fresh_[next_fresh_++];
        if (cards_[card].schedule.phase == Phase::New) ask(card, day);
    }

    /// The card that costs most on the day and was not asked today; whether there is one.
    bool ask_weakest(Day day) {
        std::vector<Rank> later;
        bool found = false;
        while (!weakest_.empty() && !found) {
            const auto [loss, card] = weakest_.top();
            weakest_.pop();
            const double recall =
                wengu::recall_on(scheduler_of(card), cards_[card].schedule, date_);
            const double now = cards_[card].weight * (1 - recall);
            if (now < loss - 1e-12) continue;  // ranked anew when it was asked
            if (asked_[card] == day) {
                later.push_back({loss, card});
                continue;
            }
            ask(card, day);
            found = true;
        }
        for (const auto& rank : later) weakest_.push(rank);
        return found;
    }

    void ask(std::size_t card, Day day) {
        const auto& scheduler = scheduler_of(card);
        auto& schedule = cards_[card].schedule;
        const Habits habits;
        const auto recall = scheduler.recall_on(schedule, day);
        Grade grade = Grade::Again;
        if (!recall) {
            grade = draw_grade(habits.first_shares, random_);
        } else if (random_.unit() < *recall) {
            grade = draw_grade(habits.recalled_shares, random_);
        }
        Moment now{
            Instant{day.time_since_epoch()} + scheduler.options().rollover + std::chrono::hours{6},
            std::chrono::minutes{0}};
        schedule = scheduler.next(schedule, now, grade, {.card_id = {}});
        for (int i = 0; i < kMostRepeats && scheduler.repeats_today(schedule, grade, day); ++i) {
            now.at = schedule.due_at.value_or(now.at + std::chrono::minutes{10});
            grade = Grade::Good;
            schedule = scheduler.next(schedule, now, grade, {.card_id = {}});
        }
        asked_[card] = day;
        wait_until_due(card, day + std::chrono::days{1});
        rank(card);
    }

    using Rank = std::pair<double, std::size_t>;

    std::vector<ScopeCard> cards_;
    std::span<const Scheduler> schedulers_;
    Day today_;
    Day date_;
    Random random_;
    std::vector<std::vector<std::size_t>> due_;  ///< By day from today on.
    std::vector<Day> asked_;
    std::vector<std::size_t> fresh_;
    std::size_t next_fresh_ = 0;
    std::priority_queue<Rank> weakest_;
};

}  // namespace

double recall_on(std::span<const ScopeCard> cards, std::span<const Scheduler> schedulers,
                 Day date) {
    double sum = 0;
    double weights = 0;
    for (const auto& card : cards) {
        sum += card.weight * recall_on(schedulers[card.scheduler], card.schedule, date);
        weights += card.weight;
    }
    return weights > 0 ? sum / weights : 0;
}

Outlook outlook(std::span<const ScopeCard> cards, std::span<const Scheduler> schedulers,
                const OutlookOptions& options) {
    const auto sample = sample_of(cards, options.seed);
    const double share = static_cast<double>(sample.size()) / static_cast<double>(cards.size());
    const auto with_extra = [&](int extra) {
        const Rations rations{options.reviews_per_day * share, options.new_per_day * share,
                              extra * share};
        double sum = 0;
        for (std::uint64_t run = 0; run < kRuns; ++run) {
            sum += Rehearsal{sample, schedulers, options.today, options.date, options.seed + run}
                       .after(rations);
        }
        return sum / kRuns;
    };
    Outlook result;
    result.recall = recall_on(cards, schedulers, options.date);
    result.as_planned = with_extra(0);
    result.at_most = with_extra(options.most_extra);
    if (result.as_planned >= options.goal) {
        result.extra = 0;
    } else if (result.at_most >= options.goal) {
        int low = 0;
        int high = options.most_extra;
        while (high - low > 1) {
            const int middle = (low + high) / 2;
            (with_extra(middle) >= options.goal ? high : low) = middle;
        }
        result.extra = high;
    }
    return result;
}

}  // namespace wengu
