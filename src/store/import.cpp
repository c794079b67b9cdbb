#include "store/import.h"

#include "core/hash.h"
#include "core/text.h"
#include "store/point_cards.h"
#include "store/rows.h"

namespace wengu::store {
namespace {

constexpr const char* kCannotImport = N_("cannot import: {}");

const char* const kNoteAsJson =
    "select json_object('path', path, 'deck', deck, 'title', title, 'size', size, 'mtime_ns', "
    "mtime_ns, 'hash', hash, 'tags', tags, 'related', related, 'difficulty', difficulty, "
    "'created_day', created_day, 'keeps_state', keeps_state, 'gone', gone, 'read_as', read_as) "
    "from note where id = ?";

const char* const kCardAsJson =
    "select json_object('note_id', note_id, 'kind', kind, 'gone', gone, 'position', position, "
    "'front_line', front_line, 'back_first', back_first, 'back_last', back_last, 'rule', rule, "
    "'confidence', confidence, 'heading_path', heading_path, 'tags', tags, 'anchor', anchor, "
    "'hole', hole, 'topic', topic, 'worth', worth, 'edited_at_ms', edited_at_ms, 'front', front, "
    "'back', back) from card where key = ?";

const char* const kPointsAsJson =
    "select json_group_array(json_object('id', id, 'title', title, 'detail', detail, "
    "'group', group_label, 'kind', kind, 'line', line)) "
    "from (select * from point where card = ? order by position)";

void bind_note(Query& query, const Note& note) {
    query.bind(note.path);
    query.bind(note.deck);
    query.bind(note.title);
    query.bind(note.stamp.size);
    query.bind(note.stamp.mtime_ns);
    query.bind(static_cast<std::int64_t>(note.stamp.hash));
    query.bind(join_lines(note.tags));
    query.bind(join_lines(note.related));
    query.bind(note.difficulty);
    query.bind(note.created);
    query.bind(note.keeps_state);
    query.bind(note.read_as);
}

/// Where the card stands and what kind it is: everything of a draft but its texts.
void bind_place(Query& query, NoteId note, const Draft& draft, int position) {
    query.bind(note);
    query.bind(name_of(draft.kind));
    query.bind(position);
    query.bind(draft.front_line);
    query.bind(draft.back_lines.first);
    query.bind(draft.back_lines.last);
    query.bind(draft.rule);
    query.bind(draft.confidence);
    query.bind(join_lines(draft.heading_path));
    query.bind(join_lines(draft.tags));
    query.bind(draft.anchor);
    query.bind(draft.hole);
    query.bind(draft.topic);
    query.bind(draft.worth);
}

/// What of a stored card differs from what a note now says.
struct Difference {
    std::int64_t key = 0;
    bool text = false;
    bool place = false;
};

Difference compare(Database& db, const std::string& id, NoteId note, const Draft& draft,
                   int position) {
    Query row{db,
              "select key, front is not ?1 or back is not ?2, gone = 1 or (note_id, kind, "
              "position, front_line, back_first, back_last, rule, confidence, heading_path, tags, "
              "anchor, hole, topic, worth) is not "
              "(?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) "
              "from card where id = ?17",
              draft.front, draft.back};
    bind_place(row, note, draft, position);
    row.bind(id);
    if (!row.next()) fail("there is no card {} in the collection", id);
    return {row.big(0), row.flag(1), row.flag(2)};
}

}  // namespace

Import::Import(Store& store, Instant at) : db_{store.database()}, at_{at} {
    db_.run(kCannotImport, [&] {
        // A lost import is repeated; waiting for the disk pays for grades only.
        if (!db_.in_transaction()) db_.handle().exec("pragma synchronous = normal");
        db_.begin();
        indexed_ = last_card_key(db_);
    });
}

Import::~Import() {
    if (!done_) db_.rollback();
    if (!db_.in_transaction()) db_.handle().tryExec("pragma synchronous = full");
}

void Import::commit() {
    db_.run(kCannotImport, [&] {
        index_cards_after(db_, indexed_);
        refresh_point_cards(db_);
        refresh_note_sums(db_);
        db_.commit();
    });
    done_ = true;
}

void Import::open_run() {
    if (run_ != 0) return;
    Query{db_, "delete from import_run"}.run();
    Query{db_,
          "insert into import_run (at_ms, last_note, last_card) select ?, "
          "coalesce((select max(id) from note), 0), coalesce((select max(key) from card), 0)",
          at_}
        .run();
    run_ = db_.handle().getLastInsertRowid();
}

void Import::remember(const char* what, std::int64_t key, const char* select_json) {
    open_run();
    Query row{db_, select_json, key};
    if (!row.next()) return;
    Query{db_,
          "insert into import_before select id, ?1, ?2, ?3 from import_run "
          "where id = ?4 and ?2 <= iif(?1 = 'note', last_note, last_card) on conflict do nothing",
          what,
          key,
          row.text(0),
          run_}
        .run();
}

NoteId Import::put_note(const Note& note) {
    return db_.run(kCannotImport, [&] {
        if (note.id != 0) {
            remember("note", note.id, kNoteAsJson);
            Query change{
                db_,
                "update note set (path, deck, title, size, mtime_ns, hash, tags, related, "
                "difficulty, created_day, keeps_state, read_as) = (?, ?, ?, ?, ?, ?, ?, ?, "
                "?, ?, ?, ?), gone = 0 where id = ?"};
            bind_note(change, note);
            change.bind(note.id);
            if (change.run() == 0) fail("there is no note {} in the collection", note.path);
            return note.id;
        }
        open_run();
        Query add{db_,
                  "insert into note (path, deck, title, size, mtime_ns, hash, tags, related, "
                  "difficulty, created_day, keeps_state, read_as, brought_reviews, "
                  "brought_last_day) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
        bind_note(add, note);
        add.bind(note.brought_reviews);
        add.bind(note.brought_last_day);
        add.run();
        return NoteId{db_.handle().getLastInsertRowid()};
    });
}

void Import::note_gone(NoteId note) {
    db_.run(kCannotImport, [&] {
        remember("note", note, kNoteAsJson);
        Query{db_, "update note set gone = 1 where id = ?", note}.run();
    });
}

std::string Import::free_id(const Draft& draft) {
    // The same note on two machines gives the same ids, wherever it lies there.
    const std::string text =
        fmt::format("{}\n{}\n{}", name_of(draft.kind), draft.hole, normalise(draft.front));
    const std::string place = join_lines(draft.heading_path);
    for (int attempt = 0;; ++attempt) {
        const auto seed = attempt == 0 ? 0 : hash64(fmt::format("{}\n{}", place, attempt));
        std::string id = to_hex(hash64(text, seed));
        if (!Query{db_, "select 1 from card where id = ?", id}.next()) return id;
    }
}

std::string Import::add_card(NoteId note, const Draft& draft, int position) {
    return db_.run(kCannotImport, [&] {
        open_run();
        std::string id = free_id(draft);
        Query add{db_,
                  "insert into card (id, front, back, note_id, kind, position, front_line, "
                  "back_first, back_last, rule, confidence, heading_path, tags, anchor, hole, "
                  "topic, worth, seed_difficulty) "
                  "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                  "coalesce((select difficulty from note where id = ?4 "
                  "and difficulty in ('easy', 'hard')), 'medium'))",
                  id, draft.front, draft.back};
        bind_place(add, note, draft, position);
        add.run();
        put_points(db_.handle().getLastInsertRowid(), draft.points);
        return id;
    });
}

bool Import::update_card(const std::string& id, NoteId note, const Draft& draft, int position) {
    return db_.run(kCannotImport, [&] {
        const Difference difference = compare(db_, id, note, draft, position);
        const std::int64_t key = difference.key;
        if (difference.text || difference.place) remember("card", key, kCardAsJson);
        if (difference.place) {
            Query move{
                db_,
                "update card set (note_id, kind, position, front_line, back_first, "
                "back_last, rule, confidence, heading_path, tags, anchor, hole, topic, "
                "worth) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), gone = 0 where key = ?"};
            bind_place(move, note, draft, position);
            move.bind(key);
            move.run();
        }
        if (difference.text) {
            indexed_ = index_cards_after(db_, indexed_);  // what changes must be in it
            unindex_cards(db_, {key});
            Query{
                db_,         "update card set front = ?, back = ?, edited_at_ms = ? where key = ?",
                draft.front, draft.back,
                at_,         key}
                .run();
            index_cards(db_, {key});
        }
        if (read_points(db_, key) != draft.points) {
            remember("points", key, kPointsAsJson);
            put_points(key, draft.points);
        }
        return difference.text;
    });
}

void Import::put_points(std::int64_t card, const std::vector<Point>& points) {
    Query{db_, "delete from point where card = ?", card}.run();
    int position = 0;
    for (const Point& point : points) {
        Query{db_,          "insert into point values (?, ?, ?, ?, ?, ?, ?, ?)",
              card,         position++,
              point.id,     point.title,
              point.detail, point.group,
              point.kind,   point.line}
            .run();
    }
}

void Import::card_gone(const std::string& id) {
    db_.run(kCannotImport, [&] {
        const std::int64_t key = card_key(db_, id);
        remember("card", key, kCardAsJson);
        Query{db_, "update card set gone = 1 where key = ?", key}.run();
    });
}

void Import::start_from(const std::string& id, const ImportedProgress& brought,
                        const Progress& progress) {
    db_.run(kCannotImport, [&] {
        const std::int64_t key = card_key(db_, id);
        Query{db_,
              "insert or replace into seed (card, reviews, last_day, next_day) "
              "values (?, ?, ?, ?)",
              key,
              brought.reviews,
              brought.last_reviewed,
              brought.next_review}
            .run();
        put_progress(db_, key, progress);
    });
}

void Import::put_problems(const std::string& path, const std::vector<Problem>& problems) {
    db_.run(kCannotImport, [&] {
        Query{db_, "delete from problem where path = ?", path}.run();
        int position = 0;
        for (const Problem& problem : problems) {
            Query{db_,
                  "insert into problem values (?, ?, ?, ?, ?, ?, ?, ?)",
                  path,
                  position++,
                  problem.line,
                  problem.column,
                  problem.message.text(),
                  problem.hint.text(),
                  problem.message.recipe(),
                  problem.hint.recipe()}
                .run();
        }
    });
}

std::vector<Note> notes_in_brief(const Store& store) {
    return store.run(N_("cannot read the notes of the collection: {}"), [&](Database& db) {
        std::vector<Note> all;
        for (Query row{db, "select id, path, deck, size, mtime_ns, hash, gone, read_as from note"};
             row.next();) {
            all.push_back(
                {.id = row.big(0),
                 .path = row.text(1),
                 .deck = row.text(2),
                 .stamp = {row.big(3), row.big(4), static_cast<std::uint64_t>(row.big(5))},
                 .gone = row.flag(6),
                 .read_as = row.big(7)});
        }
        return all;
    });
}

}  // namespace wengu::store
