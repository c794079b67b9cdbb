#include "store/notes.h"

#include "store/rows.h"

#include <unordered_map>

namespace wengu::store {
namespace {

constexpr const char* kCannotReadNotes = N_("cannot read the notes of the collection: {}");
constexpr const char* kCannotChange = N_("cannot change the collection: {}");

const std::string kNoteColumns =
    "select id, path, deck, title, size, mtime_ns, hash, tags, related, difficulty, created_day, "
    "keeps_state, brought_reviews, brought_last_day, gone, read_as from note ";

Note read_note(const Query& row) {
    return {.id = row.big(0),
            .path = row.text(1),
            .deck = row.text(2),
            .title = row.text(3),
            .stamp = {row.big(4), row.big(5), static_cast<std::uint64_t>(row.big(6))},
            .tags = split_list(row.text(7)),
            .related = split_list(row.text(8)),
            .difficulty = row.text(9),
            .created = row.maybe_day(10),
            .keeps_state = row.flag(11),
            .brought_reviews = row.integer(12),
            .brought_last_day = row.maybe_day(13),
            .gone = row.flag(14),
            .read_as = row.big(15)};
}

template <typename Key>
std::optional<Note> one_note(const Store& store, const char* where, const Key& key) {
    return store.run(kCannotReadNotes, [&](Database& db) -> std::optional<Note> {
        Query row{db, kNoteColumns + where, key};
        if (!row.next()) return std::nullopt;
        return read_note(row);
    });
}

const std::string kStoredColumns =
    "select card.id, note_id, path, kind, heading_path, front, back, anchor, hole, front_line, "
    "position, card.gone from card ";
const std::string kWithNote = "join note on note.id = card.note_id ";

void read_stored(Query& row, std::vector<StoredCard>& cards) {
    while (row.next()) {
        cards.push_back({.id = row.text(0),
                         .note_id = row.big(1),
                         .note = row.text(2),
                         .kind = card_kind(row.text(3)),
                         .heading_path = split_list(row.text(4)),
                         .front = row.text(5),
                         .back = row.text(6),
                         .anchor = row.text(7),
                         .hole = row.text(8),
                         .front_line = row.integer(9),
                         .position = row.integer(10),
                         .gone = row.flag(11)});
    }
}

}  // namespace

bool was_read_here(const Note& note) { return note.stamp != FileStamp{}; }

bool has_notes(const Store& store) {
    return store.run(kCannotReadNotes, [&](Database& db) {
        return Query{db, "select 1 from note limit 1"}.next();
    });
}

std::vector<Note> notes(const Store& store) {
    return store.run(kCannotReadNotes, [&](Database& db) {
        std::vector<Note> all;
        for (Query row{db, kNoteColumns + "order by path"}; row.next();) {
            all.push_back(read_note(row));
        }
        return all;
    });
}

std::optional<Note> note_at(const Store& store, const std::string& path) {
    return one_note(store, "where path = ? order by gone, id desc limit 1", path);
}

std::optional<Note> note_with(const Store& store, NoteId id) {
    return one_note(store, "where id = ?", id);
}

void set_stamp(Store& store, NoteId id, const FileStamp& stamp) {
    store.run(kCannotChange, [&](Database& db) {
        Query{db,
              "update note set size = ?, mtime_ns = ?, hash = ? where id = ?",
              stamp.size,
              stamp.mtime_ns,
              static_cast<std::int64_t>(stamp.hash),
              id}
            .run();
    });
}

std::optional<SaidBefore> said_before(const Store& store, NoteId id) {
    return store.run(kCannotReadNotes, [&](Database& db) -> std::optional<SaidBefore> {
        Query row{db, "select lines from said_before where note = ?", id};
        if (!row.next()) return std::nullopt;
        if (row.is_null(0)) return SaidBefore{};
        return SaidBefore{split_list(row.text(0))};
    });
}

void remember_said(Store& store, NoteId id, const std::vector<std::string>& lines, Instant at) {
    store.run(kCannotChange, [&](Database& db) {
        Query{db, "insert or replace into said_before (note, at_ms, lines) values (?, ?, ?)", id,
              at, join_lines(lines)}
            .run();
    });
}

void forget_said(Store& store, NoteId id) {
    store.run(kCannotChange, [&](Database& db) {
        Query{db, "delete from said_before where note = ?", id}.run();
    });
}

bool note_refusal(Store& store, NoteId id, std::uint64_t hash) {
    return store.run(kCannotChange, [&](Database& db) {
        return Query{db,
                     "insert into write_refused values (?1, ?2) on conflict do update "
                     "set hash = excluded.hash where hash <> excluded.hash",
                     id, static_cast<std::int64_t>(hash)}
                   .run() > 0;
    });
}

namespace {

/// Of a note whose sum is not kept.
int count_cards_of(Database& db, NoteId note) {
    Query row{db,
              // The plus keeps SQLite from walking all cards that are there.
              "select count(*) from card where note_id = ? and +gone = 0 and kind <> 'point'",
              note};
    row.next();
    return row.integer(0);
}

}  // namespace

int count_cards(const Store& store, const std::vector<NoteId>& notes) {
    return store.run(N_("cannot read the collection: {}"), [&](Database& db) {
        // Sums are kept but for suspended cards and for those of points, of which there are few.
        std::unordered_map<NoteId, int> cards;
        for (Query sum{db, "select note, cards from note_sum"}; sum.next();) {
            cards.emplace(sum.big(0), sum.integer(1));
        }
        for (Query more{db,
                        "select note_id, count(*) from card indexed by card_due where gone = 0 "
                        "and suspended = 1 group by note_id"};
             more.next();) {
            if (const auto note = cards.find(more.big(0)); note != cards.end()) {
                note->second += more.integer(1);
            }
        }
        for (Query point{db,
                         "select note_id, count(*) from point_card join card "
                         "on card.key = point_card.card where card.gone = 0 group by note_id"};
             point.next();) {
            if (const auto note = cards.find(point.big(0)); note != cards.end()) {
                note->second -= point.integer(1);
            }
        }
        int count = 0;
        for (const NoteId note : notes) {
            const auto known = cards.find(note);
            count += known != cards.end() ? known->second : count_cards_of(db, note);
        }
        return count;
    });
}

std::vector<StoredCard> stored_cards(const Store& store, const std::vector<NoteId>& notes,
                                     bool with_gone_of_others) {
    return store.run(N_("cannot read the cards of the collection: {}"), [&](Database& db) {
        std::vector<StoredCard> cards;
        std::string ids;
        for (const NoteId id : notes) ids += fmt::format("{}{}", ids.empty() ? "" : ",", id);
        // One list as JSON: the statement stays the same for any number of notes.
        Query mine{db,
                   kStoredColumns + kWithNote +
                       "where note_id in (select value from json_each(?)) and card.kind <> 'point' "
                       "order by note_id, position, key",
                   "[" + ids + "]"};
        read_stored(mine, cards);
        if (with_gone_of_others) {
            Query others{db,
                         kStoredColumns + "indexed by card_gone " + kWithNote +
                             "where card.gone = 1 and card.kind <> 'point' and note_id not in "
                             "(select value from json_each(?)) "
                             "order by note_id, position, key",
                         "[" + ids + "]"};
            read_stored(others, cards);
        }
        return cards;
    });
}

namespace {

/// In the language that is in use now, if it is known what the words were made of.
LocalizedText said_again(const std::string& words, const std::string& recipe) {
    return LocalizedText::again(recipe).value_or(words);
}

}  // namespace

std::vector<Problem> problems(const Store& store) {
    return store.run(N_("cannot read the problems of the last import: {}"), [&](Database& db) {
        std::vector<Problem> all;
        for (Query row{db,
                       "select path, line, column, message, hint, message_recipe, hint_recipe from "
                       "problem "
                       "order by path, position"};
             row.next();) {
            all.push_back({row.text(0), row.integer(1), row.integer(2),
                           said_again(row.text(3), row.text(5)),
                           said_again(row.text(4), row.text(6))});
        }
        return all;
    });
}

}  // namespace wengu::store
