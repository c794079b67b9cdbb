#include "store/reviews.h"

#include "core/hash.h"
#include "store/names.h"
#include "store/rows.h"

namespace wengu::store {
namespace {

constexpr const char* kCannotRead = later("cannot read the review log: {}");
constexpr const char* kCannotUndo = later("cannot take the grades back: {}");

const std::string kReviewColumns =
    "review.id, card.id, at_ms, utc_offset_minutes, grade, taken_ms, source, scheduler, counted";
constexpr int kReviewWidth = 9;

Review read_review(const Query& row) {
    return {.id = row.text(0),
            .card_id = row.text(1),
            .moment = {row.instant(2), std::chrono::minutes{row.integer(3)}},
            .grade = static_cast<Grade>(row.integer(4)),
            .taken_ms = row.integer(5),
            .source = source_of(row.text(6)),
            .scheduler = row.text(7),
            .counted = row.flag(8)};
}

LogEntry read_entry(const Query& row) {
    return {.review = read_review(row),
            .day = row.day(kReviewWidth),
            .phase = phase_of(row.text(kReviewWidth + 1)),
            .interval_days = row.integer(kReviewWidth + 2),
            .undone = row.flag(kReviewWidth + 3)};
}

const std::string kEntries = "select " + kReviewColumns +
                             ", day, review.phase, review.interval_days, exists (select 1 from "
                             "review_undone where review_undone.review = review.seq) "
                             "from review join card on card.key = review.card ";

std::vector<LogEntry> read_entries(Query& row) {
    std::vector<LogEntry> entries;
    while (row.next()) entries.push_back(read_entry(row));
    return entries;
}

/// An id that no other machine makes: of the card, the moment and the order.
std::string free_review_id(Database& db, const std::string& card_id, Instant at) {
    const std::string text = fmt::format("{} {}", card_id, at.time_since_epoch().count());
    for (std::uint64_t seed = 0;; ++seed) {
        std::string id = to_hex(hash64(text, seed));
        if (!Query{db, "select 1 from review where id = ?", id}.next()) return id;
    }
}

void append(Database& db, std::int64_t card, const std::string& id, const Recorded& recorded) {
    const Review& review = recorded.review;
    Query{db,
          "insert into review (id, card, at_ms, utc_offset_minutes, day, grade, taken_ms, source, "
          "scheduler, counted, phase, interval_days) "
          "select ?1, key, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, phase, interval_days "
          "from card where key = ?2",
          id,
          card,
          review.moment.at,
          std::int64_t{review.moment.utc_offset.count()},
          recorded.day,
          static_cast<int>(review.grade),
          review.taken_ms,
          name_of(review.source),
          review.scheduler,
          review.counted}
        .run();
}

CardSeed read_seed(Database& db, std::int64_t card) {
    Query row{
        db,
        "select card.id, seed_difficulty, seed.reviews, seed.last_day, seed.next_day from card "
        "left join seed on seed.card = card.key and reset_at_ms is null where key = ?",
        card};
    row.next();
    CardSeed seed{.card_id = row.text(0), .difficulty = difficulty_named(row.text(1))};
    if (!row.is_null(2)) seed.progress = BroughtProgress{row.integer(2), row.day(3), row.day(4)};
    return seed;
}

std::string read_deck(Database& db, std::int64_t card) {
    Query row{db, "select deck from note where id = (select note_id from card where key = ?)",
              card};
    row.next();
    return row.text(0);
}

/// What a replay of the card needs, but for its reviews.
CardLog empty_log(Database& db, std::int64_t card, const std::string& id) {
    return {.card_id = id, .deck = read_deck(db, card), .seed = read_seed(db, card), .reviews = {}};
}

CardLog read_log(Database& db, std::int64_t card, const std::string& id) {
    CardLog log = empty_log(db, card, id);
    Query row{db,
              "select " + kReviewColumns +
                  " from live_review as review join card on card.key = review.card "
                  "where review.card = ? and at_ms > coalesce(reset_at_ms, at_ms - 1) "
                  "order by at_ms, seq",
              card};
    while (row.next()) log.reviews.push_back(read_review(row));
    return log;
}

void reschedule(Database& db, const std::string& card_id, const Replay& replay) {
    const std::int64_t card = card_key(db, card_id);
    put_progress(db, card, replay(read_log(db, card, card_id)));
}

/// Marks the reviews whose sequence numbers `select` gives.
std::vector<Review> undo_selected(Database& db, Query& select, Instant at, const Replay& replay) {
    std::vector<Review> undone;
    while (select.next()) undone.push_back(read_review(select));
    for (const Review& review : undone) {
        Query{db, "insert into review_undone select seq, ? from review where id = ?", at, review.id}
            .run();
    }
    for (const Review& review : undone) reschedule(db, review.card_id, replay);
    return undone;
}

Progress read_progress(Database& db, std::int64_t card) {
    Query row{db,
              fmt::format("select {}, mastery, leech from card where key = ?", kScheduleColumns),
              card};
    row.next();
    return {read_schedule(row, 0), row.real(kScheduleWidth), row.flag(kScheduleWidth + 1)};
}

/// Cards that have a schedule but nothing that it could come from.
int forget_unlogged(Database& db) {
    Query orphans{db,
                  "select key from card where phase <> 'new' "
                  "and (reset_at_ms is not null or key not in (select card from seed)) "
                  "and not exists (select 1 from live_review where live_review.card = card.key "
                  "and at_ms > coalesce(reset_at_ms, at_ms - 1))"};
    std::vector<std::int64_t> cards;
    while (orphans.next()) cards.push_back(orphans.big(0));
    for (const std::int64_t card : cards) put_progress(db, card, {});
    return static_cast<int>(cards.size());
}

}  // namespace

std::string record(Store& store, const Recorded& recorded) {
    return store.change(later("cannot save the review: {}"), [&](Database& db) {
        const std::int64_t card = card_key(db, recorded.review.card_id);
        std::string id = recorded.review.id;
        if (id.empty()) {
            id = free_review_id(db, recorded.review.card_id, recorded.review.moment.at);
        }
        append(db, card, id, recorded);
        if (recorded.review.counted) put_progress(db, card, recorded.progress);
        refresh_note_sum_of(db, card);
        return id;
    });
}

std::string new_review_id(const Store& store, const std::string& card_id, Instant at) {
    return store.run(kCannotRead, [&](Database& db) { return free_review_id(db, card_id, at); });
}

std::vector<Review> reviews_on(const Store& store, Day day) {
    return store.run(kCannotRead, [&](Database& db) {
        Query row{db,
                  "select " + kReviewColumns +
                      " from live_review as review join card on card.key = review.card "
                      "where day = ? order by at_ms, seq",
                  day};
        std::vector<Review> reviews;
        while (row.next()) reviews.push_back(read_review(row));
        return reviews;
    });
}

CardSeed seed_of(const Store& store, const std::string& card_id) {
    return store.run(kCannotRead,
                     [&](Database& db) { return read_seed(db, card_key(db, card_id)); });
}

CardLog log_of(const Store& store, const std::string& card_id) {
    return store.run(kCannotRead,
                     [&](Database& db) { return read_log(db, card_key(db, card_id), card_id); });
}

void each_log(const Store& store, const std::function<void(const CardLog&)>& visit) {
    store.run(kCannotRead, [&](Database& db) {
        CardLog log;
        std::int64_t current = 0;
        for (Query row{db, "select " + kReviewColumns +
                               ", card.key from card left join live_review as review "
                               "on review.card = card.key "
                               "and at_ms > coalesce(reset_at_ms, at_ms - 1) "
                               "where review.seq is not null "
                               "or reset_at_ms is null and card.key in (select card from seed) "
                               "order by card.key, at_ms, seq"};
             row.next();) {
            const std::int64_t card = row.big(kReviewWidth);
            if (card != current) {
                if (current != 0) visit(log);
                log = empty_log(db, card, row.text(1));
                current = card;
            }
            if (!row.is_null(0)) log.reviews.push_back(read_review(row));
        }
        if (current != 0) visit(log);
    });
}

std::vector<LogEntry> history_of(const Store& store, const std::string& card_id) {
    return store.run(kCannotRead, [&](Database& db) {
        Query row{db, kEntries + "where card = ? order by at_ms, seq", card_key(db, card_id)};
        return read_entries(row);
    });
}

std::vector<LogEntry> last_reviews(const Store& store, int count) {
    return store.run(kCannotRead, [&](Database& db) {
        Query row{db, kEntries + "order by day desc, at_ms desc, seq desc limit ?", count};
        return read_entries(row);
    });
}

bool can_undo(const Store& store) {
    return store.run(kCannotRead, [&](Database& db) {
        Query any{db, "select 1 from live_review where source <> 'import' limit 1"};
        return any.next();
    });
}

std::vector<Review> undo(Store& store, int count, Instant at, const Replay& replay) {
    return store.change(kCannotUndo, [&](Database& db) {
        Query last{db,
                   "select " + kReviewColumns +
                       " from live_review as review join card on card.key = review.card "
                       "where source <> 'import' "
                       "order by day desc, at_ms desc, seq desc limit ?",
                   count};
        auto undone = undo_selected(db, last, at, replay);
        return undone;
    });
}

std::vector<Review> undo(Store& store, const std::vector<std::string>& review_ids, Instant at,
                         const Replay& replay) {
    return store.change(kCannotUndo, [&](Database& db) {
        std::vector<Review> undone;
        for (auto id = review_ids.rbegin(); id != review_ids.rend(); ++id) {
            Query one{db,
                      "select " + kReviewColumns +
                          " from live_review as review join card on card.key = review.card "
                          "where review.id = ?",
                      *id};
            const auto rows = undo_selected(db, one, at, replay);
            undone.insert(undone.end(), rows.begin(), rows.end());
        }
        return undone;
    });
}

int rebuild(Store& store, const Replay& replay) {
    return store.change(later("cannot rebuild the schedules: {}"), [&](Database& db) {
        std::vector<std::pair<std::string, Progress>> computed;
        each_log(store,
                 [&](const CardLog& log) { computed.emplace_back(log.card_id, replay(log)); });
        int changed = forget_unlogged(db);
        for (const auto& [id, progress] : computed) {
            const std::int64_t card = card_key(db, id);
            if (read_progress(db, card) == progress) continue;
            put_progress(db, card, progress);
            ++changed;
        }
        refresh_note_sums(db);
        return changed;
    });
}

}  // namespace wengu::store
