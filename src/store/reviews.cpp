#include "store/reviews.h"

#include "core/check.h"
#include "core/hash.h"
#include "store/names.h"
#include "store/rows.h"

#include <algorithm>

namespace wengu::store {
namespace {

constexpr const char* kCannotReadLog = N_("cannot read the review log: {}");
constexpr const char* kCannotUndo = N_("cannot take the grades back: {}");

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

bool is_taken(Database& db, const std::string& review_id) {
    return Query{db, "select 1 from review where id = ?", review_id}.next();
}

/// An id that no other machine makes: of the card, the moment and the order.
std::string free_review_id(Database& db, const std::string& card_id, Instant at) {
    const std::string text = fmt::format("{} {}", card_id, at.time_since_epoch().count());
    for (std::uint64_t seed = 0;; ++seed) {
        std::string id = to_hex(hash64(text, seed));
        if (!is_taken(db, id)) return id;
    }
}

void check_plausible(const Given& given) {
    const Review& review = given.review;
    check(review.grade >= Grade::Again && review.grade <= Grade::Easy, "a grade is 1 to 4");
    check(review.taken_ms >= 0, "no answer takes less than no time");
    check(!review.scheduler.empty(), "a row of the log names its scheduler");
}

/// Later than the card's last grade that holds, and than its reset: a replay takes the rows by
/// their times.
Instant time_of(Database& db, std::int64_t card, Instant now) {
    Query last{db,
               "select max(coalesce((select max(at_ms) from live_review where card = key), -1), "
               "coalesce(reset_at_ms, -1)) from card where key = ?",
               card};
    last.next();
    return std::max(now, last.instant(0) + std::chrono::milliseconds{1});
}

void append(Database& db, std::int64_t card, const std::string& id, Instant at,
            const Given& given) {
    const Review& review = given.review;
    Query{db,
          "insert into review (id, card, at_ms, utc_offset_minutes, day, grade, taken_ms, source, "
          "scheduler, counted, phase, interval_days) "
          "select ?1, key, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, phase, interval_days "
          "from card where key = ?2",
          id,
          card,
          at,
          std::int64_t{review.moment.utc_offset.count()},
          given.day,
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
    if (!row.is_null(2)) seed.progress = ImportedProgress{row.integer(2), row.day(3), row.day(4)};
    return seed;
}

std::string read_deck(Database& db, std::int64_t card) {
    Query row{db, "select deck from note where id = (select note_id from card where key = ?)",
              card};
    row.next();
    return row.text(0);
}

Progress read_progress(Database& db, std::int64_t card) {
    Query row{db,
              fmt::format("select {}, mastery, leech from card where key = ?", kScheduleColumns),
              card};
    row.next();
    return {read_schedule(row, 0), row.real(kScheduleWidth), row.flag(kScheduleWidth + 1)};
}

/// What a replay of the card needs, but for its reviews.
CardLog empty_log(Database& db, std::int64_t card, const std::string& id) {
    return {.card_id = id,
            .deck = read_deck(db, card),
            .seed = read_seed(db, card),
            .reviews = {},
            .now = read_progress(db, card)};
}

CardLog read_log(Database& db, std::int64_t card, const std::string& id) {
    CardLog log = empty_log(db, card, id);
    Query row{db,
              "select " + kReviewColumns +
                  " from live_review as review join card on card.key = review.card "
                  "where review.card = ? and at_ms > coalesce(reset_at_ms, at_ms - 1) "
                  "order by at_ms, review.id",
              card};
    while (row.next()) log.reviews.push_back(read_review(row));
    return log;
}

void reschedule(Database& db, const std::string& card_id, const Replay& replay) {
    const std::int64_t card = card_key(db, card_id);
    put_progress(db, card, replay(read_log(db, card, card_id)));
}

/// Marks these reviews, and gives their cards what is left of their logs.
void take_back(Database& db, const std::vector<Review>& undone, Instant at, const Replay& replay) {
    for (const Review& review : undone) {
        Query{db, "insert into review_undone select seq, ? from review where id = ?", at, review.id}
            .run();
    }
    for (const Review& review : undone) reschedule(db, review.card_id, replay);
}

/// The live grades of all cards, the one given last first.
class LastGiven {
public:
    explicit LastGiven(Database& db)
        : here_{db, kLive + "where merged = 0 and source <> 'import' order by seq desc"},
          merged_{db,
                  kLive + "where merged = 1 and source <> 'import' order by at_ms desc, seq desc"},
          more_here_{here_.next()},
          more_merged_{merged_.next()} {}

    std::optional<Review> next() {
        if (!more_here_ && !more_merged_) return std::nullopt;
        const bool here = more_here_ && (!more_merged_ || is_later_here());
        Query& row = here ? here_ : merged_;
        Review review = read_review(row);
        (here ? more_here_ : more_merged_) = row.next();
        return review;
    }

private:
    static const std::string kLive;
    static constexpr int kSeq = kReviewWidth;

    /// What was given after a merge was given later than all that the merge brought.
    [[nodiscard]] bool is_later_here() const {
        return here_.big(kSeq) > merged_.big(kSeq) || here_.big(2) >= merged_.big(2);
    }

    Query here_;
    Query merged_;
    bool more_here_;
    bool more_merged_;
};

const std::string LastGiven::kLive =
    "select " + kReviewColumns +
    ", review.seq from live_review as review join card on card.key = review.card ";

}  // namespace

Kept record(Store& store, const Given& given, const Replay& replay) {
    check_plausible(given);
    return store.change(N_("cannot save the review: {}"), [&](Database& db) {
        const auto& card_id = given.review.card_id;
        const std::int64_t card = card_key(db, card_id);
        Kept kept{.id = given.review.id, .at = time_of(db, card, given.review.moment.at)};
        if (kept.id.empty() || is_taken(db, kept.id)) {
            kept.id = free_review_id(db, card_id, kept.at);
        }
        append(db, card, kept.id, kept.at, given);
        const CardLog log = read_log(db, card, card_id);
        kept.before = log.now;
        kept.after = given.review.counted ? replay(log) : log.now;
        if (kept.after != kept.before) put_progress(db, card, kept.after);
        refresh_note_sum_of(db, card);
        return kept;
    });
}

std::string new_review_id(const Store& store, const std::string& card_id, Instant at) {
    return store.run(kCannotReadLog, [&](Database& db) { return free_review_id(db, card_id, at); });
}

std::vector<Review> reviews_on(const Store& store, Day day) {
    return store.run(kCannotReadLog, [&](Database& db) {
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
    return store.run(kCannotReadLog,
                     [&](Database& db) { return read_seed(db, card_key(db, card_id)); });
}

CardLog log_of(const Store& store, const std::string& card_id) {
    return store.run(kCannotReadLog,
                     [&](Database& db) { return read_log(db, card_key(db, card_id), card_id); });
}

std::vector<LogEntry> history_of(const Store& store, const std::string& card_id) {
    return store.run(kCannotReadLog, [&](Database& db) {
        Query row{db, kEntries + "where card = ? order by at_ms, review.id", card_key(db, card_id)};
        return read_entries(row);
    });
}

std::vector<LogEntry> last_reviews(const Store& store, int count) {
    return store.run(kCannotReadLog, [&](Database& db) {
        Query row{db, kEntries + "order by day desc, at_ms desc, seq desc limit ?", count};
        return read_entries(row);
    });
}

bool can_undo(const Store& store) {
    return store.run(kCannotReadLog, [&](Database& db) {
        Query any{db, "select 1 from live_review where source <> 'import' limit 1"};
        return any.next();
    });
}

std::vector<Review> undo(Store& store, int count, Instant at, const Replay& replay) {
    return store.change(kCannotUndo, [&](Database& db) {
        std::vector<Review> undone;
        {
            LastGiven given{db};
            while (std::ssize(undone) < count) {
                auto last = given.next();
                if (!last) break;
                undone.push_back(std::move(*last));
            }
        }
        take_back(db, undone, at, replay);
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
            if (one.next()) undone.push_back(read_review(one));
        }
        take_back(db, undone, at, replay);
        return undone;
    });
}

}  // namespace wengu::store
