#include "store/queue.h"

#include "store/rows.h"
#include "store/select.h"

#include <algorithm>
#include <map>

namespace wengu::store {
namespace {

constexpr const char* kCannotCount = later("cannot count the due cards: {}");
constexpr const char* kCannotQueue = later("cannot read the due cards: {}");

/// All but new ones; spelt so that each phase is one range of the index.
const std::string kStarted = "phase in ('learning', 'review', 'relearning') ";

const std::string kDueNotes =
    "select note_id, sum(phase = 'review'), sum(phase <> 'review') from card "
    "where gone = 0 and suspended = 0 and " +
    kStarted + "and due_day <= ?1 and coalesce(buried_until, 0) <= ?1 ";
const std::string kNewNotes =
    "select note_id from card where gone = 0 and suspended = 0 and phase = 'new' "
    "and due_day is null and coalesce(buried_until, 0) <= ?1 ";

const std::string kQueueColumns =
    "select card.key, card.id, note_id, position, note.deck, note.tags, "
    "trim(card.tags || char(10) || card.user_tags, char(10)), note.related, "
    "note.difficulty, heading_path, card.kind, buried_until, suspended, flagged, mastery, leech, "
    "phase, due_day, due_at_ms, interval_days, step, streak, ease, stability, card.difficulty, "
    "reviews, lapses, last_day, rule from card join note on note.id = card.note_id ";
constexpr int kFirstScheduleColumn = 16;
constexpr int kRuleColumn = kFirstScheduleColumn + kScheduleWidth;

std::map<NoteId, std::string> deck_names(Database& db) {
    std::map<NoteId, std::string> names;
    for (Query row{db, "select id, deck from note"}; row.next();) {
        names.emplace(row.big(0), row.text(1));
    }
    return names;
}

QueueCard read_queue_card(const Query& row) {
    QueueCard card{
        .key = row.big(0),
        .id = row.text(1),
        .note_id = row.big(2),
        .position = row.integer(3),
        .deck = row.text(4),
        .tags = split_list(row.text(5)),
        .related = split_list(row.text(7)),
        .note_difficulty = row.text(8),
        .heading_path = split_list(row.text(9)),
        .kind = card_kind(row.text(10)),
        .rule = row.text(kRuleColumn),
        .progress = {read_schedule(row, kFirstScheduleColumn), row.real(14), row.flag(15)},
        .buried_until = row.maybe_day(11),
        .suspended = row.flag(12),
        .flagged = row.flag(13)};
    for (std::string& tag : split_list(row.text(6))) {
        if (std::ranges::count(card.tags, tag) == 0) card.tags.push_back(std::move(tag));
    }
    return card;
}

void append_cards(Query& row, std::vector<QueueCard>& cards) {
    while (row.next()) cards.push_back(read_queue_card(row));
}

/// `condition` as the end of a where clause, words included.
std::string and_also(const Condition& condition) {
    std::string sql = " and " + condition.sql;
    if (!condition.match.empty()) {
        sql += " and card.key in (select rowid from search where search match ?)";
    }
    return sql;
}

void bind_condition(Query& row, const Condition& condition) {
    bind_values(row, condition.values);
    if (!condition.match.empty()) row.bind(condition.match);
}

}  // namespace

DueCounts due_counts(const Store& store, Day today, int new_limit) {
    Database& db = store.database();
    return attempt(db, kCannotCount, [&] {
        DueCounts counts;
        Query due{db, kDueNotes, today};
        if (due.next()) {
            counts.due = due.integer(1);
            counts.learning = due.integer(2);
        }
        Query fresh{db, "select count(*) from (" + kNewNotes + "limit ?2)", today, new_limit};
        if (fresh.next()) counts.fresh = fresh.integer(0);
        return counts;
    });
}

std::vector<DeckCounts> due_by_deck(const Store& store, Day today) {
    Database& db = store.database();
    return attempt(db, kCannotCount, [&] {
        const auto names = deck_names(db);
        std::map<std::string, DueCounts> decks;
        for (Query row{db, kDueNotes + "group by note_id", today}; row.next();) {
            DueCounts& counts = decks[names.at(row.big(0))];
            counts.due += row.integer(1);
            counts.learning += row.integer(2);
        }
        for (Query row{db, "select note_id, count(*) from (" + kNewNotes + ") group by note_id",
                       today};
             row.next();) {
            decks[names.at(row.big(0))].fresh += row.integer(1);
        }
        std::vector<DeckCounts> all;
        for (const auto& [deck, counts] : decks) all.push_back({deck, counts});
        return all;
    });
}

std::optional<Day> next_due(const Store& store, Day today) {
    Database& db = store.database();
    return attempt(db, kCannotCount, [&] {
        Query row{db,
                  "select min(day) from (select min(due_day) as day from card where gone = 0 "
                  "and suspended = 0 and " +
                      kStarted +
                      "and due_day > ?1 and coalesce(buried_until, 0) <= due_day "
                      "union all select min(buried_until) from card where gone = 0 "
                      "and suspended = 0 and " +
                      kStarted + "and buried_until > max(due_day, ?1))",
                  today};
        row.next();
        return row.maybe_day(0);
    });
}

std::vector<QueueCard> queue_cards(const Store& store, const QueueOptions& options) {
    Database& db = store.database();
    return attempt(db, kCannotQueue, [&] {
        const Condition filter = to_condition(options.filter, options.today);
        std::vector<QueueCard> cards;
        Query due{db, kQueueColumns + "where card.gone = 0 and suspended = 0 and " + kStarted +
                          "and due_day <= ? and coalesce(buried_until, 0) <= ?" + and_also(filter) +
                          " order by due_day, card.key"};
        due.bind(options.today + std::chrono::days{options.days_ahead});
        due.bind(options.today);
        bind_condition(due, filter);
        append_cards(due, cards);
        if (options.new_limit <= 0) return cards;
        Query fresh{db, kQueueColumns +
                            "where card.key in (select key from card indexed by card_new "
                            "where gone = 0 and suspended = 0 and phase = 'new' "
                            "and coalesce(buried_until, 0) <= ?" +
                            and_also(filter) + " order by key limit ?) order by card.key"};
        fresh.bind(options.today);
        bind_condition(fresh, filter);
        fresh.bind(options.new_limit);
        append_cards(fresh, cards);
        return cards;
    });
}

KnownLater known_later(const Store& store, Day today, int days) {
    Database& db = store.database();
    return attempt(db, kCannotCount, [&] {
        KnownLater later{.usual_reviews = 0,
                         .due = std::vector<int>(static_cast<std::size_t>(days))};
        for (Query row{db,
                       "select due_day - ?1, count(*), sum(1.0 / max(1, interval_days)) from card "
                       "where gone = 0 and suspended = 0 "
                       "and phase in ('learning', 'review', 'relearning') and due_day > ?1 "
                       "group by due_day",
                       today};
             row.next();) {
            later.usual_reviews += row.real(2);
            if (row.integer(0) <= days) {
                later.due[static_cast<std::size_t>(row.integer(0) - 1)] = row.integer(1);
            }
        }
        return later;
    });
}

std::vector<QueueCard> queue_cards(const Store& store, const std::vector<Term>& query, Day today) {
    Database& db = store.database();
    return attempt(db, kCannotQueue, [&] {
        const Condition condition = to_condition(query, today);
        std::vector<QueueCard> cards;
        Query row{db, kQueueColumns + "where 1" + and_also(condition) + " order by card.key"};
        bind_condition(row, condition);
        append_cards(row, cards);
        return cards;
    });
}

std::vector<QueueCard> asked_on(const Store& store, Day day) {
    Database& db = store.database();
    return attempt(db, kCannotQueue, [&] {
        std::vector<QueueCard> cards;
        Query row{db,
                  kQueueColumns +
                      "where card.key in (select card from live_review where day = ?) "
                      "order by card.key",
                  day};
        append_cards(row, cards);
        return cards;
    });
}

}  // namespace wengu::store
