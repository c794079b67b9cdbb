#include "tui/stats_view.h"

#include "core/text.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/shown_topic.h"
#include "library/sittings/profiles.h"
#include "markdown/document.h"
#include "memory/mastery.h"
#include "store/marks.h"
#include "store/queue.h"
#include "tui/review_view.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace wengu {
namespace {

using std::chrono::days;

constexpr int kYear = 371;               ///< Days of 53 weeks.
constexpr std::size_t kFewestDays = 84;  ///< Twelve weeks, so that a new user sees a calendar.
constexpr int kForecastDays = 30;
constexpr std::size_t kShownForecast = 14;
constexpr int kRowsForHabits = 2000;
constexpr std::size_t kHardestShown = 10;
constexpr int kHardLapses = 3;
constexpr std::size_t kTagsShown = 8;
constexpr double kMastered = 0.9;

int cards_of(const store::DayWork& work) { return work.new_cards + work.reviews + work.steps; }

/// Cards per day up to today, from the first day with work on.
std::vector<int> by_day(const std::vector<store::DatedWork>& work, Day today) {
    std::vector<int> counts(kYear, 0);
    for (const auto& day : work) {
        const auto back = (today - day.day).count();
        if (back >= 0 && back < kYear)
            counts[static_cast<std::size_t>(kYear - 1 - back)] = cards_of(day.work);
    }
    const auto first = std::ranges::find_if(counts, [](int count) { return count > 0; });
    const auto spare = std::min<std::ptrdiff_t>(first - counts.begin(), kYear - kFewestDays);
    counts.erase(counts.begin(), counts.begin() + spare);
    return counts;
}

double share(int part, int whole) { return whole == 0 ? -1 : static_cast<double>(part) / whole; }

class Gathering {
public:
    Gathering(const Environment& environment, const Store& store, const std::string& deck_or_tag)
        : environment_{environment},
          store_{store},
          today_{environment.today()},
          part_{deck_or_tag_terms(store, deck_or_tag)} {
        auto& view = result_.view;
        view.scope = deck_or_tag.empty() ? std::string{tr("all cards")} : deck_or_tag;
        view.today = today_;
    }

    Statistics gather() {
        find_interview();
        read_cards();
        read_work();
        read_recall();
        foresee();
        find_hardest();
        return std::move(result_);
    }

private:
    struct Loss {
        DeckStats deck;
        int mastered = 0;
        double lost = 0;  ///< Cards probably not recalled today.
        int in_scope = 0;
        double recalled = 0;  ///< Of these, on the day of the interview.
    };

    /// The next interview that is prepared for.
    void find_interview() {
        for (auto& profile : load_profiles(environment_)) {
            if (!profile.date || *profile.date < today_) continue;
            if (interview_ && *interview_->date <= *profile.date) continue;
            interview_ = std::move(profile);
        }
        if (interview_) result_.view.interview_day = interview_->date;
    }

    void read_cards() {
        const SchedulerSet schedulers{environment_.settings};
        std::map<std::string, Loss> decks;
        std::map<std::string, store::GroupMastery> tags;
        for (auto& card : store::queue_cards(store_, part_, today_)) {
            if (card.suspended) continue;
            const auto& schedule = card.progress.schedule;
            count_card(decks[card.deck], card, schedulers.scheduler_for(card.deck));
            for (const auto& tag : card.tags) {
                auto& group = tags[tag];
                group.cards += 1;
                group.seen += schedule.phase == Phase::New ? 0 : 1;
                group.mastery += card.progress.mastery;
            }
            if (schedule.lapses >= kHardLapses) hard_.push_back(std::move(card));
            schedules_.push_back(schedule);
        }
        result_.view.cards = static_cast<int>(schedules_.size());
        take_decks(decks);
        for (auto& [name, group] : tags) {
            result_.tags.push_back({name, group.cards, group.seen, group.mastery / group.cards});
        }
        std::ranges::stable_sort(result_.tags, {}, &store::GroupMastery::mastery);
        for (const auto& tag : result_.tags) {
            if (result_.view.tags.size() == kTagsShown) break;
            if (tag.seen > 0) result_.view.tags.push_back({tag.name, tag.cards, tag.mastery});
        }
    }

    void count_card(Loss& loss, const store::QueueCard& card, const Scheduler& scheduler) const {
        const auto& schedule = card.progress.schedule;
        loss.deck.cards += 1;
        loss.mastered += card.progress.mastery >= kMastered ? 1 : 0;
        if (interview_ && in_scope(*interview_, card)) {
            loss.in_scope += 1;
            loss.recalled += recall_on(scheduler, schedule, *interview_->date);
        }
        if (schedule.phase == Phase::New) {
            loss.deck.new_cards += 1;
            return;
        }
        (schedule.phase == Phase::Review ? loss.deck.known : loss.deck.learning) += 1;
        loss.lost += 1 - recall_on(scheduler, schedule, today_);
    }

    void take_decks(std::map<std::string, Loss>& decks) {
        std::vector<Loss> all;
        for (auto& [name, loss] : decks) {
            loss.deck.name = name;
            loss.deck.mastery = std::max(0.0, share(loss.mastered, loss.deck.cards));
            if (loss.in_scope > 0) loss.deck.readiness = loss.recalled / loss.in_scope;
            all.push_back(std::move(loss));
        }
        std::ranges::stable_sort(all, std::greater{}, &Loss::lost);
        for (auto& loss : all) result_.view.decks.push_back(std::move(loss.deck));
    }

    void read_work() {
        auto& view = result_.view;
        result_.work = store::work_of(store_, part_, today_ - days{kYear - 1}, today_);
        double taken_ms = 0;
        for (const auto& day : result_.work) {
            taken_ms += static_cast<double>(day.work.taken_ms);
            if (day.day > today_ - days{7}) view.week_cards += cards_of(day.work);
            if (day.day != today_) continue;
            view.today_cards = cards_of(day.work);
            view.today_minutes =
                static_cast<int>(std::lround(static_cast<double>(day.work.taken_ms) / 60000));
        }
        result_.minutes_total = taken_ms / 60000;
        view.minutes_total = static_cast<int>(std::lround(result_.minutes_total));
        view.reviews_by_day = by_day(result_.work, today_);
        view.streak_days = store::streak_days(store_, today_);
    }

    void read_recall() {
        auto& view = result_.view;
        const Day first = today_ - days{kRetentionDays - 1};
        result_.grades = store::grades_of(store_, part_, first, today_);
        store::Recall young;
        store::Recall mature;
        std::map<std::string, store::Recall> decks;
        for (const auto& recall : store::recall_by_deck(store_, part_, first, today_)) {
            for (auto* sum : {recall.mature ? &mature : &young, &decks[recall.deck]}) {
                sum->asked += recall.asked;
                sum->recalled += recall.recalled;
            }
        }
        result_.asked = young.asked + mature.asked;
        result_.recalled = young.recalled + mature.recalled;
        view.retention = share(result_.recalled, result_.asked);
        view.young = share(young.recalled, young.asked);
        view.mature = share(mature.recalled, mature.asked);
        view.goal = environment_.settings.number("fsrs.retention");
        for (auto& deck : view.decks) {
            const auto& recall = decks[deck.name];
            deck.retention = share(recall.recalled, recall.asked);
        }
    }

    void foresee() {
        const auto& settings = environment_.settings;
        ForecastOptions options{.today = today_, .days = kForecastDays};
        options.new_per_day = settings.integer("study.new_per_day");
        options.reviews_per_day = settings.integer("study.reviews_per_day");
        const int minutes = settings.integer("study.minutes_per_day");
        if (minutes > 0) options.minutes_per_day = minutes;
        for (const auto& holiday : store::holidays(store_)) {
            const Day last = std::min(holiday.last, today_ + days{kForecastDays});
            for (Day day = std::max(holiday.first, today_); day <= last; day += days{1}) {
                options.days_off.push_back(day);
            }
        }
        std::vector<Review> rows;
        for (const auto& entry : store::last_reviews(store_, kRowsForHabits)) {
            if (!entry.undone) rows.push_back(entry.review);
        }
        options.habits = habits_of(rows);
        result_.forecast = forecast(schedules_, SchedulerSet{settings}.scheduler(), options);
        for (const auto& day : result_.forecast) {
            if (result_.view.forecast.size() == kShownForecast) break;
            result_.view.forecast.push_back(static_cast<int>(std::lround(day.reviews)));
        }
    }

    void find_hardest() {
        result_.view.hard_cards = static_cast<int>(
            std::ranges::count_if(hard_, [](const auto& card) { return card.progress.leech; }));
        std::ranges::stable_sort(hard_, std::greater{},
                                 [](const auto& card) { return card.progress.schedule.lapses; });
        if (hard_.size() > kHardestShown) hard_.resize(kHardestShown);
        for (const auto& hard : hard_) {
            const auto card = store::card_with(store_, hard.id);
            if (!card) continue;
            result_.hardest.push_back(
                {.id = card->id,
                 .topic = shown_topic(card->draft.topic, environment_.settings),
                 .front = collapse_blanks(plain_text(parse_inlines(card->draft.front))),
                 .deck = card->deck,
                 .lapses = hard.progress.schedule.lapses,
                 .mastery = card->progress.mastery});
            const auto& last = result_.hardest.back();
            result_.view.hardest.push_back({last.front, last.deck, last.lapses, last.mastery});
        }
    }

    const Environment& environment_;
    const Store& store_;
    Day today_;
    std::vector<store::Term> part_;
    std::optional<Profile> interview_;
    std::vector<Schedule> schedules_;
    std::vector<store::QueueCard> hard_;
    Statistics result_;
};

}  // namespace

Statistics statistics(const Environment& environment, const Store& store,
                      const std::string& deck_or_tag) {
    return Gathering{environment, store, deck_or_tag}.gather();
}

}  // namespace wengu
