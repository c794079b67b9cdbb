#include "store/queue.h"

#include "store/rows.h"
#include "store/select.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace wengu::store {
namespace {

constexpr const char* kCannotCount = N_("cannot count the due cards: {}");
constexpr const char* kCannotQueue = N_("cannot read the due cards: {}");

/// All but new ones; spelt so that each phase is one range of the index.
const std::string kStarted = "phase in ('learning', 'review', 'relearning') ";

const std::string kDueNotes =
    "select note_id, sum(phase = 'review'), sum(phase <> 'review') from card "
    "where gone = 0 and suspended = 0 and " +
    kStarted + "and due_day <= ?1 and coalesce(buried_until, 0) <= ?1 ";
const std::string kNewNotes =
    "select note_id from card where gone = 0 and suspended = 0 and phase = 'new' "
    "and due_day is null and coalesce(buried_until, 0) <= ?1 ";

/// The names are one text, a line each.
const char* const kNotInDecks =
    "and note_id not in (with recursive name (deck, rest) as (select null, ? || char(10) "
    "union all select substr(rest, 1, instr(rest, char(10)) - 1), "
    "substr(rest, instr(rest, char(10)) + 1) from name where rest <> '') "
    "select id from note join name on note.deck = name.deck "
    "or substr(note.deck, 1, length(name.deck) + 1) = name.deck || '/')";

const std::string kQueueColumns =
    "select key, id, note_id, position, trim(tags || char(10) || user_tags, char(10)), "
    "heading_path, kind, front_line, buried_until, gone, suspended, flagged, mastery, leech, " +
    std::string{kScheduleColumns} + ", worth from card ";
constexpr int kQueueScheduleColumn = 14;
constexpr int kQueueWorthColumn = 26;

std::map<NoteId, std::string> deck_names(Database& db) {
    std::map<NoteId, std::string> names;
    for (Query row{db, "select id, deck from note"}; row.next();) {
        names.emplace(row.big(0), row.text(1));
    }
    return names;
}

/// What cards have from their note.
struct NoteFacts {
    std::string deck;
    std::vector<std::string> tags;
    std::vector<std::string> related;
    std::string difficulty;
};

/// Reads rows of `kQueueColumns`, and each note once.
class CardReader {
public:
    explicit CardReader(Database& db) : db_{db} {}

    void append(Query& row, std::vector<QueueCard>& cards) {
        while (row.next()) cards.push_back(read(row));
    }

private:
    QueueCard read(const Query& row) {
        const NoteFacts& note = facts_of(row.big(2));
        QueueCard card{
            .key = row.big(0),
            .id = row.text(1),
            .note_id = row.big(2),
            .position = row.integer(3),
            .front_line = row.integer(7),
            .worth = row.integer(kQueueWorthColumn),
            .deck = note.deck,
            .tags = note.tags,
            .related = note.related,
            .note_difficulty = note.difficulty,
            .heading_path = split_list(row.text(5)),
            .kind = card_kind(row.text(6)),
            .progress = {read_schedule(row, kQueueScheduleColumn), row.real(12), row.flag(13)},
            .buried_until = row.maybe_day(8),
            .gone = row.flag(9),
            .suspended = row.flag(10),
            .flagged = row.flag(11)};
        for (std::string& tag : split_list(row.text(4))) {
            if (std::ranges::count(card.tags, tag) == 0) card.tags.push_back(std::move(tag));
        }
        return card;
    }

    const NoteFacts& facts_of(NoteId id) {
        const auto [place, added] = notes_.try_emplace(id);
        if (!added) return place->second;
        Query row{db_, "select deck, tags, related, difficulty from note where id = ?", id};
        row.next();
        place->second = {row.text(0), split_list(row.text(1)), split_list(row.text(2)),
                         row.text(3)};
        return place->second;
    }

    Database& db_;
    std::unordered_map<NoteId, NoteFacts> notes_;
};

/// "[[7,12],[7,40]]"
std::string as_json(const std::vector<NoteLine>& lines) {
    std::string json;
    for (const auto& [note, line] : lines) {
        json += fmt::format("{}[{},{}]", json.empty() ? "" : ",", note, line);
    }
    return "[" + json + "]";
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

/// New cards, buried ones too: from the sums of the notes if all are kept, else from the index.
int count_all_new(Database& db) {
    Query kept{db,
               "select sum(cards - seen), count(*) = (select count(*) from note) from note_sum"};
    if (kept.next() && kept.flag(1)) return kept.integer(0);
    Query row{db,
              "select count(*) from card indexed by card_new where gone = 0 and suspended = 0 "
              "and phase = 'new'"};
    row.next();
    return row.integer(0);
}

/// Few are buried: they are taken off the number of all.
int count_new_to_ask(Database& db, Day today) {
    Query buried{db,
                 "select count(*) from card indexed by card_buried where buried_until > ? "
                 "and gone = 0 and suspended = 0 and phase = 'new'",
                 today};
    buried.next();
    return count_all_new(db) - buried.integer(0);
}

}  // namespace

DueCounts due_counts(const Store& store, Day today, int new_limit) {
    return store.run(kCannotCount, [&](Database& db) {
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
    return store.run(kCannotCount, [&](Database& db) {
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
    // Within a phase the index has the days in order: the first row is the answer.
    static const std::string first_of_phase =
        "select (select due_day from card where gone = 0 and suspended = 0 and phase = value "
        "and due_day > ?1 and coalesce(buried_until, 0) <= due_day order by due_day limit 1) "
        "as day from json_each('[\"learning\", \"review\", \"relearning\"]') ";
    return store.run(kCannotCount, [&](Database& db) {
        Query row{db,
                  "select min(day) from (" + first_of_phase +
                      "union all select min(buried_until) from card indexed by card_buried "
                      "where gone = 0 and suspended = 0 and " +
                      kStarted + "and buried_until > ?1 and buried_until > due_day)",
                  today};
        row.next();
        return row.maybe_day(0);
    });
}

std::vector<QueueCard> due_cards(const Store& store, Day today, int days_ahead,
                                 const std::vector<Term>& filter) {
    return store.run(kCannotQueue, [&](Database& db) {
        const Condition condition = to_condition(filter, today);
        std::vector<QueueCard> cards;
        Query row{db, kQueueColumns + "where gone = 0 and suspended = 0 and " + kStarted +
                          "and due_day <= ? and coalesce(buried_until, 0) <= ?" +
                          and_also(condition)};
        row.bind(today + std::chrono::days{days_ahead});
        row.bind(today);
        bind_condition(row, condition);
        CardReader{db}.append(row, cards);
        // Sorted here: SQLite would carry the whole rows through its sorter.
        std::ranges::sort(cards, {}, [](const QueueCard& card) {
            return std::pair{card.progress.schedule.due, card.key};
        });
        return cards;
    });
}

std::vector<QueueCard> new_cards(const Store& store, const NewCards& wanted) {
    return store.run(kCannotQueue, [&](Database& db) {
        const Condition condition = to_condition(wanted.filter, wanted.today);
        const char* which =
            wanted.lines.empty()
                ? "indexed by card_new where gone = 0 "
                : "where note_id in (select value ->> 0 from json_each(?1)) and +gone = 0 and "
                  "(note_id, front_line) in (select value ->> 0, value ->> 1 from json_each(?1)) ";
        std::vector<QueueCard> cards;
        Query row{db, kQueueColumns + which +
                          "and suspended = 0 and phase = 'new' "
                          "and worth <= ?2 and (worth < ?2 or key > ?3) "
                          "and coalesce(buried_until, 0) <= ? " +
                          (wanted.without_decks.empty() ? "" : kNotInDecks) + and_also(condition) +
                          " order by worth desc, key limit ?"};
        row.bind(as_json(wanted.lines));
        row.bind(wanted.after.worth);
        row.bind(wanted.after.key);
        row.bind(wanted.today);
        if (!wanted.without_decks.empty()) row.bind(join_lines(wanted.without_decks));
        bind_condition(row, condition);
        row.bind(wanted.most);
        CardReader{db}.append(row, cards);
        return cards;
    });
}

int count_new(const Store& store, Day today, const std::vector<Term>& filter) {
    return store.run(kCannotCount, [&](Database& db) {
        if (filter.empty()) return count_new_to_ask(db, today);
        const Condition condition = to_condition(filter, today);
        Query row{db, "select count(*) from (" + kNewNotes + and_also(condition) + ")", today};
        bind_condition(row, condition);
        row.next();
        return row.integer(0);
    });
}

KnownLater known_later(const Store& store, Day today, int days) {
    return store.run(kCannotCount, [&](Database& db) {
        KnownLater later{.usual_reviews = 0,
                         .due = std::vector<int>(static_cast<std::size_t>(days))};
        // Grouped in the order of the index, so that nothing has to be sorted.
        for (Query row{db,
                       "select due_day - ?1, count(*), sum(1.0 / max(1, interval_days)) from card "
                       "where gone = 0 and suspended = 0 and " +
                           kStarted + "and due_day > ?1 group by phase, due_day",
                       today};
             row.next();) {
            later.usual_reviews += row.real(2);
            if (row.integer(0) <= days) {
                later.due[static_cast<std::size_t>(row.integer(0) - 1)] += row.integer(1);
            }
        }
        return later;
    });
}

std::vector<QueueCard> queue_cards(const Store& store, const std::vector<Term>& query, Day today) {
    return store.run(kCannotQueue, [&](Database& db) {
        const Condition condition = to_condition(query, today);
        std::vector<QueueCard> cards;
        Query row{db, kQueueColumns + "where 1" + and_also(condition) + " order by key"};
        bind_condition(row, condition);
        CardReader{db}.append(row, cards);
        return cards;
    });
}

std::vector<QueueCard> asked_on(const Store& store, Day day, const std::vector<Term>& query) {
    return store.run(kCannotQueue, [&](Database& db) {
        Condition condition;
        if (!query.empty()) condition = to_condition(query, day);
        std::vector<QueueCard> cards;
        Query row{db,
                  kQueueColumns + "where key in (select card from live_review where day = ?)" +
                      (query.empty() ? "" : and_also(condition)) + " order by key",
                  day};
        bind_condition(row, condition);
        CardReader{db}.append(row, cards);
        return cards;
    });
}

}  // namespace wengu::store
