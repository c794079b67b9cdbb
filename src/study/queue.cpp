#include "study/queue.h"

#include "study/limits.h"
#include "study/order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace wengu {
namespace {

/// What today's rows say of one card.
struct DoneToday {
    int rows = 0;
    double minutes = 0;
    Moment last;
    Grade grade = Grade::Good;  ///< Of the last row.
    bool found = false;         ///< The card still exists.
};

/// Cards by what they could be asked for today.
struct Candidates {
    order::Indices steps;        ///< Time has come.
    order::Indices later_steps;  ///< Within the learn-ahead time.
    order::Indices repeats;
    order::Indices reviews;
    order::Indices fresh;
    order::Indices ahead;
};

constexpr std::chrono::minutes kLearnAhead{20};
constexpr std::array<std::string_view, 5> kReasonNames{"step", "review", "new", "repeat", "ahead"};

class Builder {
public:
    Builder(std::span<const CardInfo> cards, std::span<const Scheduler> schedulers,
            const QueueOptions& options)
        : cards_{cards}, schedulers_{schedulers}, options_{options}, limits_{options} {
        queue_.day = study_day(options.now, options.rollover);
    }

    Queue build(std::span<const Review> rows) {
        read_rows(rows);
        for (std::size_t i = 0; i < cards_.size(); ++i) look_at(i);
        count_gone();
        if (!options_.on_holiday_too && is_holiday(queue_.day, options_.holidays)) {
            queue_.omitted.holiday = queue_.due + queue_.learning;
            return std::move(queue_);
        }
        plan_way_back();
        choose_reviews();
        choose_new();
        arrange();
        return std::move(queue_);
    }

private:
    void read_rows(std::span<const Review> rows) {
        for (const auto& row : rows) {
            if (!counts(row)) continue;
            auto& done = done_[row.card_id];
            if (done.rows == 0 || row.moment.at >= done.last.at) {
                done.last = row.moment;
                done.grade = row.grade;
            }
            done.rows += 1;
            done.minutes += row.taken_ms / 60000.0;
        }
    }

    DoneToday* done_today(const CardInfo& card) {
        if (done_.empty()) return nullptr;
        const auto found = done_.find(card.id);
        return found == done_.end() ? nullptr : &found->second;
    }

    void look_at(std::size_t index) {
        const auto& card = cards_[index];
        const auto& schedule = card.schedule;
        auto* done = done_today(card);
        if (done != nullptr) count_done(card, *done);
        const bool is_new = schedule.phase == Phase::New;
        if (!is_new && !card.suspended) known_.push_back(&schedule);
        if (!card.wanted) return;
        const auto reach = queue_.day + std::chrono::days{options_.ahead_days};
        const bool again = done != nullptr && fails(card, *done);
        if (!is_new && !again && schedule.due > reach) return;
        if (card.suspended || is_buried(card)) {
            (card.suspended ? queue_.omitted.suspended : queue_.omitted.buried) += 1;
            return;
        }
        if (is_new) {
            candidates_.fresh.push_back(index);
        } else if (schedule.due_at && schedule.due <= queue_.day &&
                   schedule.last_day == queue_.day) {
            look_at_step(index);
        } else if (again) {
            candidates_.repeats.push_back(index);
        } else {
            (schedule.due <= queue_.day ? candidates_.reviews : candidates_.ahead).push_back(index);
        }
        queue_.new_available = static_cast<int>(candidates_.fresh.size());
        queue_.due = static_cast<int>(candidates_.reviews.size());
    }

    /// A step of today; one left from an earlier day is a review like any other.
    void look_at_step(std::size_t index) {
        const auto at = *cards_[index].schedule.due_at;
        queue_.learning += 1;
        if (at <= options_.now.at) {
            candidates_.steps.push_back(index);
        } else if (at <= options_.now.at + kLearnAhead) {
            candidates_.later_steps.push_back(index);
        }
    }

    /// Failed today and not yet right again, under a scheduler that drills.
    [[nodiscard]] bool fails(const CardInfo& card, const DoneToday& done) const {
        return !card.schedule.due_at && card.schedule.phase != Phase::New &&
               schedulers_[card.scheduler].repeats_today(card.schedule, done.grade, queue_.day);
    }

    [[nodiscard]] bool is_buried(const CardInfo& card) const {
        return card.buried_until && queue_.day < *card.buried_until;
    }

    void count_done(const CardInfo& card, DoneToday& done) {
        done.found = true;
        const bool introduced = card.schedule.reviews <= done.rows;
        limits_.record(card, introduced, done.minutes);
        reviewed_ += introduced ? 0 : 1;
        sections_.insert(order::section_of(card));
    }

    void count_gone() {
        for (const auto& [id, done] : done_) {
            if (done.found) continue;
            limits_.record_gone(done.minutes);
            reviewed_ += 1;
        }
    }

    void plan_way_back() {
        queue_.catch_up = plan_catch_up({.known = known_,
                                         .later = options_.later,
                                         .today = queue_.day,
                                         .done_today = reviewed_,
                                         .most = options_.limits.all.reviews,
                                         .holidays = options_.holidays},
                                        options_.catch_up);
        if (queue_.catch_up.active) limits_.cut_new_cards(options_.catch_up.new_share);
    }

    [[nodiscard]] bool backlog() const {
        const auto& most = options_.limits.all.reviews;
        return queue_.catch_up.active || (most && queue_.due + reviewed_ > *most);
    }

    void choose_reviews() {
        if (backlog()) {
            order::by_recall(candidates_.reviews, cards_, schedulers_, queue_.day);
        } else {
            order::by_due_day(candidates_.reviews, cards_, day_seed());
        }
        int room = queue_.catch_up.active ? queue_.catch_up.quota - reviewed_
                                          : static_cast<int>(candidates_.reviews.size());
        for (const auto index : candidates_.reviews) {
            if (room <= 0) {
                queue_.omitted.catch_up += 1;
            } else if (choose_review(index)) {
                --room;
            }
        }
        std::ranges::stable_sort(candidates_.ahead, {},
                                 [this](std::size_t i) { return cards_[i].schedule.due; });
        for (const auto index : candidates_.ahead) asked_.push_back({index, Reason::Ahead});
    }

    bool choose_review(std::size_t index) {
        const auto& card = cards_[index];
        const auto section = sibling_key(card);
        if (section && card.schedule.due == queue_.day && sections_.contains(*section)) {
            queue_.omitted.siblings_known += 1;
            return false;
        }
        if (!limits_.admit(card, false)) {
            queue_.omitted.review_limit += 1;
            return false;
        }
        if (section) sections_.insert(*section);
        asked_.push_back({index, Reason::Review});
        return true;
    }

    void choose_new() {
        std::ranges::stable_sort(candidates_.fresh, {}, [this](std::size_t i) {
            return std::pair{-cards_[i].worth, cards_[i].order};
        });
        for (const auto index : candidates_.fresh) {
            const auto section = sibling_key(cards_[index]);
            if (section && sections_.contains(*section)) {
                queue_.omitted.siblings_new += 1;
            } else if (!limits_.admit(cards_[index], true)) {
                queue_.omitted.new_limit += 1;
            } else {
                if (section) sections_.insert(*section);
                fresh_.push_back({index, Reason::New});
            }
        }
        queue_.omitted.new_limit += options_.more_new;
        queue_.new_available += options_.more_new;
        queue_.room_for_new = !limits_.full_of_new();
        queue_.full_decks = limits_.decks_full_of_new();
    }

    /// Empty when the rule does not keep siblings on different days.
    [[nodiscard]] std::optional<std::uint64_t> sibling_key(const CardInfo& card) const {
        if (options_.siblings != Siblings::AnotherDay) return std::nullopt;
        return order::section_of(card);
    }

    /// Steps whose time has come, then reviews with new cards between them,
    /// then what failed earlier today, then steps that are nearly due.
    void arrange() {
        for (const auto index : candidates_.steps) take({index, Reason::Step});
        auto middle = order::paced(std::move(asked_), std::move(fresh_));
        if (options_.siblings != Siblings::Together) order::apart(middle, cards_);
        for (const auto& item : middle) take(item);
        for (const auto index : candidates_.repeats) take({index, Reason::Repeat});
        for (const auto index : candidates_.later_steps) take({index, Reason::Step});
        queue_.learning += static_cast<int>(candidates_.repeats.size());
    }

    void take(const QueueItem& item) {
        const double seconds =
            item.reason == Reason::New ? options_.new_seconds : options_.review_seconds;
        if (!limits_.spend(cards_[item.card], seconds / 60)) {
            queue_.omitted.minutes += 1;
            return;
        }
        queue_.minutes += seconds / 60;
        queue_.items.push_back(item);
    }

    [[nodiscard]] std::uint64_t day_seed() const {
        return options_.seed ^ static_cast<std::uint64_t>(queue_.day.time_since_epoch().count());
    }

    std::span<const CardInfo> cards_;
    std::span<const Scheduler> schedulers_;
    const QueueOptions& options_;
    LimitKeeper limits_;
    std::unordered_map<std::string, DoneToday> done_;
    std::unordered_set<std::uint64_t> sections_;  ///< Asked or answered today.
    std::vector<const Schedule*> known_;
    int reviewed_ = 0;  ///< Known cards answered today.
    Candidates candidates_;
    std::vector<QueueItem> asked_;
    std::vector<QueueItem> fresh_;
    Queue queue_;
};

}  // namespace

std::string_view name_of(Reason reason) { return kReasonNames[static_cast<std::size_t>(reason)]; }

Queue build_queue(std::span<const CardInfo> cards, std::span<const Review> today_rows,
                  std::span<const Scheduler> schedulers, const QueueOptions& options) {
    return Builder{cards, schedulers, options}.build(today_rows);
}

}  // namespace wengu
