#pragma once
// What the tests of the store begin with.

#include "store/cards.h"
#include "store/import.h"
#include "store/marks.h"
#include "store/queue.h"
#include "store/reviews.h"

#include <string>

namespace wengu::test {

inline constexpr Day kToday{std::chrono::local_days{std::chrono::year{2026} / 3 / 1}};

/// Noon in Shanghai on study day `kToday + days`.
inline Moment noon(int days = 0) {
    using namespace std::chrono;
    return {Instant{kToday.time_since_epoch() + std::chrono::days{days} + hours{4}}, hours{8}};
}

inline Draft draft(const std::string& front, const std::string& back = "An answer.") {
    Draft draft;
    draft.front = front;
    draft.back = back;
    draft.front_line = 3;
    draft.back_lines = {4, 5};
    draft.rule = "question-heading";
    draft.confidence = 0.9;
    draft.heading_path = {"Top", "Middle"};
    return draft;
}

inline store::Note note(const std::string& path, const std::string& deck = "cpp") {
    store::Note note;
    note.path = path;
    note.deck = deck;
    note.title = "A title";
    note.stamp = {100, 200, 0xfedcba9876543210U};
    return note;
}

/// Imports one note with these cards; their ids.
inline std::vector<std::string> add_cards(Store& store, const std::vector<Draft>& drafts,
                                          const store::Note& in = note("a.md")) {
    store::Import import{store, noon().at};
    const auto id = import.put_note(in);
    std::vector<std::string> ids;
    for (const Draft& draft : drafts) {
        ids.push_back(import.add_card(id, draft, static_cast<int>(ids.size())));
    }
    import.commit();
    return ids;
}

/// A replay that shows what it was given: interval = reviews so far.
inline store::Progress count_reviews(const store::CardLog& log) {
    store::Progress progress;
    if (log.seed.progress) progress.schedule.due = log.seed.progress->next_review;
    for (const Review& review : log.reviews) {
        if (!review.counted) continue;
        Schedule& schedule = progress.schedule;
        schedule.phase = Phase::Review;
        schedule.reviews += 1;
        schedule.lapses += review.grade == Grade::Again ? 1 : 0;
        schedule.interval_days = schedule.reviews;
        schedule.last_day = study_day(review.moment);
        schedule.due = *schedule.last_day + std::chrono::days{schedule.reviews};
        progress.mastery = schedule.reviews / 100.0;
    }
    return progress;
}

/// Grades a card as the program would: the log row with what it leads to.
inline std::string grade(Store& store, const std::string& card, Grade grade, int days = 0,
                         bool counted = true) {
    return record(store,
                  {.review = {.id = "",
                              .card_id = card,
                              .moment = noon(days),
                              .grade = grade,
                              .taken_ms = 2500,
                              .source = Source::Review,
                              .scheduler = "sm2/1",
                              .counted = counted},
                   .day = kToday + std::chrono::days{days}},
                  count_reviews)
        .id;
}

}  // namespace wengu::test
