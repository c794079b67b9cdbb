#include "tui/today_view.h"

#include "interview/advice.h"
#include "library/sittings/asked.h"
#include "library/sittings/drill_book.h"
#include "library/sittings/profiles.h"
#include "store/activity.h"
#include "store/drills.h"
#include "store/stats.h"
#include "tui/review_view.h"
#include "tui/screens/words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace wengu {
namespace {

constexpr std::size_t kTopicsShown = 3;

using Counts = std::map<std::string, int>;

/// How many of the queue's cards belong to each deck.
Counts cards_by_deck(const DayQueue& day) {
    Counts counts;
    for (const auto& item : day.queue.items) ++counts[day.cards[item.card].deck];
    return counts;
}

/// A card counts for each of its tags.
Counts cards_by_tag(const DayQueue& day) {
    Counts counts;
    for (const auto& item : day.queue.items) {
        for (const auto& tag : day.cards[item.card].tags) ++counts[tag];
    }
    return counts;
}

/// The point of a topic's cards that mock interviews missed most often.
class Missed {
public:
    explicit Missed(const Store& store) : store_{store}, misses_{store::missed_points(store, 2)} {}

    [[nodiscard]] std::string in(const std::string& topic, bool is_deck) const {
        for (const auto& miss : misses_) {
            const auto card = store::card_with(store_, miss.card_id);
            if (!card) continue;
            const bool here =
                is_deck ? card->deck == topic : std::ranges::count(card->tags, topic) > 0;
            if (!here) continue;
            const auto& points = card->draft.points;
            const auto point = std::ranges::find(points, miss.point_id, &Point::id);
            if (point != points.end()) return point->title;
        }
        return {};
    }

private:
    const Store& store_;
    std::vector<store::PointMisses> misses_;
};

/// The next interview that is prepared for.
void add_profile(const Environment& environment, const Store& store, TodayView& view) {
    std::optional<Profile> nearest;
    for (const auto& profile : load_profiles(environment)) {
        const bool sooner = profile.date && *profile.date >= view.today &&
                            (!view.interview_day || *profile.date < *view.interview_day);
        if (!sooner) continue;
        nearest = profile;
        view.profile = profile.name;
        view.interview_day = profile.date;
        view.goal = profile.retention;
    }
    if (!nearest) return;
    view.drills_goal = environment.settings.integer("interview.per_week");
    if (const auto outlook = outlook_of(*nearest, store, environment)) {
        view.readiness = outlook->recall;
        view.advice = advice_of(*outlook, nearest->retention);
    }
}

void add_drills(const Store& store, TodayView& view) {
    const auto weekday = static_cast<int>(std::chrono::weekday{view.today}.iso_encoding());
    const Day monday = view.today - std::chrono::days{weekday - 1};
    const auto drills = store::drills(store);
    DrillHabit habit{.goal = view.drills_goal, .days_left_in_week = 8 - weekday};
    for (const auto& drill : drills) {
        if (drill.state != store::DrillState::Finished) continue;
        const auto ago = static_cast<int>((view.today - drill.day).count());
        habit.days_since = std::min(ago, habit.days_since.value_or(ago));
        habit.this_week += drill.day >= monday;
    }
    view.drills = habit.this_week;
    std::vector<double> coverages;
    if (!drills.empty()) {
        for (const auto& record : drill_records(store)) {
            const auto coverage = totals_of(record.questions).coverage;
            if (record.finished && coverage) coverages.push_back(*coverage);
        }
    }
    if (!coverages.empty()) view.last_drill = coverages.back();
    if (coverages.size() > 1) {
        view.drill_change = coverages.back() - coverages.end()[-2];
        habit.change = view.drill_change;
    }
    if (!view.interview_day) return;
    habit.days_to_interview = static_cast<int>((*view.interview_day - view.today).count());
    view.drill_reason = drill_advice(habit);
}

}  // namespace

std::vector<TopicView> weakest_topics(const Store& store, const DayQueue& day, std::size_t most) {
    auto due = cards_by_deck(day);
    const bool by_deck = due.size() > 1;
    if (!by_deck) due = cards_by_tag(day);
    if (due.empty()) return {};
    std::vector<TopicView> topics;
    for (const auto& group :
         by_deck ? store::mastery_by_deck(store) : store::mastery_by_tag(store)) {
        const auto found = due.find(group.name);
        if (found == due.end() || group.seen == 0) continue;
        topics.push_back({.name = group.name, .mastery = group.mastery, .due = found->second});
    }
    std::ranges::stable_sort(topics, {}, &TopicView::mastery);
    if (topics.size() > most) topics.resize(most);
    const Missed missed{store};
    for (auto& topic : topics) topic.missed = missed.in(topic.name, by_deck);
    return topics;
}

TodayView today_view(const Environment& environment, const Store& store, const DayQueue& day) {
    const Day today = environment.today();
    TodayView view{.today = today};
    view.cards = static_cast<int>(store::count(store, {}, today));
    for (const auto& item : day.queue.items) {
        (item.reason == Reason::New ? view.new_cards : view.due) += 1;
    }
    if (!day.queue.items.empty()) {
        view.minutes = static_cast<int>(std::max<long>(1, std::lround(day.queue.minutes)));
    }
    const auto done = store::work_on(store, today);
    view.done = done.new_cards + done.reviews;
    view.streak_days = store::streak_days(store, today);
    if (const auto next = store::next_due(store, today)) {
        view.next = say("The next card comes {}.", day_words(*next, today));
    }
    add_profile(environment, store, view);
    if (const auto past = open_question(environment)) view.past_interview = question_words(*past);
    add_drills(store, view);
    view.topics = weakest_topics(store, day, kTopicsShown);
    return view;
}

}  // namespace wengu
