// Replaying the whole log: after a merge, when the scheduler was switched, to see that all is well.
//
// The log is read in one go, in the order in which it lies in the file, and put in order here:
// looking up the rows of one card after the other takes many times as long.

#include "store/names.h"
#include "store/reviews.h"
#include "store/rows.h"

#include <algorithm>
#include <unordered_map>

namespace wengu::store {
namespace {

/// What a replay looks at of one row.
struct Row {
    std::int64_t card = 0;
    std::int64_t seq = 0;
    Review review;  ///< Without ids and names, but for rows of one moment.
};

bool in_order(const Row& a, const Row& b) {
    if (a.card != b.card) return a.card < b.card;
    if (a.review.moment.at != b.review.moment.at) return a.review.moment.at < b.review.moment.at;
    return a.review.id < b.review.id;
}

/// Which of two rows of one moment goes first is for their ids to say, as on every machine.
void name_rows_of_one_moment(Database& db, std::vector<Row>& rows) {
    const auto name = [&](Row& row) {
        Query id{db, "select id from review where seq = ?", row.seq};
        id.next();
        row.review.id = id.text(0);
    };
    bool any = false;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto& one = rows[i - 1];
        auto& other = rows[i];
        if (one.card != other.card || one.review.moment.at != other.review.moment.at) continue;
        name(one);
        name(other);
        any = true;
    }
    if (any) std::ranges::sort(rows, in_order);
}

std::vector<Row> read_rows(Database& db) {
    std::vector<Row> rows;
    for (Query row{db,
                   "select card, seq, at_ms, utc_offset_minutes, grade, taken_ms, source, counted "
                   "from live_review order by seq"};
         row.next();) {
        rows.push_back({.card = row.big(0),
                        .seq = row.big(1),
                        .review = {.moment = {row.instant(2), std::chrono::minutes{row.integer(3)}},
                                   .grade = static_cast<Grade>(row.integer(4)),
                                   .taken_ms = row.integer(5),
                                   .source = source_of(row.view(6)),
                                   .counted = row.flag(7)}});
    }
    std::ranges::sort(rows, in_order);
    name_rows_of_one_moment(db, rows);
    return rows;
}

/// Brought progress by card; those that were reset since are left out where the card is read.
std::unordered_map<std::int64_t, ImportedProgress> read_seeds(Database& db) {
    std::unordered_map<std::int64_t, ImportedProgress> seeds;
    for (Query row{db, "select card, reviews, last_day, next_day from seed"}; row.next();) {
        seeds.emplace(row.big(0), ImportedProgress{row.integer(1), row.day(2), row.day(3)});
    }
    return seeds;
}

std::unordered_map<std::int64_t, std::string> read_decks(Database& db) {
    std::unordered_map<std::int64_t, std::string> decks;
    for (Query row{db, "select id, deck from note"}; row.next();) {
        decks.emplace(row.big(0), row.text(1));
    }
    return decks;
}

/// Goes through all cards that have a schedule or something that one could come from.
class Walk {
public:
    explicit Walk(Database& db)
        : db_{db}, rows_{read_rows(db)}, seeds_{read_seeds(db)}, decks_{read_decks(db)} {}

    /// Calls `visit(key, log)`; `log` is without reviews and brought progress when nothing is
    /// left that a schedule could come from.
    template <typename Visit>
    void run(Visit visit) {
        std::size_t next = 0;
        for (const std::int64_t card : cards()) {
            const auto log = read(card, next);
            visit(card, log);
        }
    }

private:
    [[nodiscard]] std::vector<std::int64_t> cards() {
        std::vector<std::int64_t> keys;
        for (const Row& row : rows_) {
            if (keys.empty() || keys.back() != row.card) keys.push_back(row.card);
        }
        for (const auto& seed : seeds_) keys.push_back(seed.first);
        for (Query row{db_, "select key from card indexed by card_mastery where phase <> 'new'"};
             row.next();) {
            keys.push_back(row.big(0));
        }
        std::ranges::sort(keys);
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        return keys;
    }

    /// Takes the rows of that card, from `next` on.
    CardLog read(std::int64_t card, std::size_t& next) {
        static const std::string card_query = fmt::format(
            "select {}, mastery, leech, id, note_id, seed_difficulty, reset_at_ms "
            "from card where key = ?",
            kScheduleColumns);
        Query row{db_, card_query, card};
        row.next();
        int column = kScheduleWidth;
        CardLog log;
        log.now = {read_schedule(row, 0), row.real(column), row.flag(column + 1)};
        log.card_id = row.text(column + 2);
        log.deck = decks_.at(row.big(column + 3));
        log.seed = {.card_id = log.card_id, .difficulty = difficulty_named(row.view(column + 4))};
        const auto reset = row.maybe_instant(column + 5);
        if (const auto seed = seeds_.find(card); !reset && seed != seeds_.end()) {
            log.seed.progress = seed->second;
        }
        for (; next < rows_.size() && rows_[next].card == card; ++next) {
            Review& review = rows_[next].review;
            if (!reset || review.moment.at > *reset) log.reviews.push_back(std::move(review));
        }
        return log;
    }

    Database& db_;
    std::vector<Row> rows_;
    std::unordered_map<std::int64_t, ImportedProgress> seeds_;
    std::unordered_map<std::int64_t, std::string> decks_;
};

bool says_nothing(const CardLog& log) { return log.reviews.empty() && !log.seed.progress; }

struct Change {
    std::int64_t card = 0;
    std::string id;
    Progress progress;
};

/// The cards of which the collection says something else than their logs.
std::vector<Change> changes(Database& db, const Replay& replay) {
    std::vector<Change> found;
    Walk{db}.run([&](std::int64_t card, const CardLog& log) {
        const auto progress = says_nothing(log) ? Progress{} : replay(log);
        if (progress != log.now) found.push_back({card, log.card_id, progress});
    });
    return found;
}

constexpr const char* kCannotReplay = N_("cannot read the review log: {}");

}  // namespace

void each_log(const Store& store, const std::function<void(const CardLog&)>& visit) {
    store.run(kCannotReplay, [&](Database& db) {
        Walk{db}.run([&](std::int64_t, const CardLog& log) {
            if (!says_nothing(log)) visit(log);
        });
    });
}

int rebuild(Store& store, const Replay& replay) {
    return store.change(N_("cannot rebuild the schedules: {}"), [&](Database& db) {
        const auto found = changes(db, replay);
        for (const Change& change : found) put_progress(db, change.card, change.progress);
        refresh_note_sums(db);
        return static_cast<int>(found.size());
    });
}

std::vector<std::string> differing_from_log(const Store& store, const Replay& replay) {
    return store.run(kCannotReplay, [&](Database& db) {
        std::vector<std::string> ids;
        for (Change& change : changes(db, replay)) ids.push_back(std::move(change.id));
        return ids;
    });
}

}  // namespace wengu::store
