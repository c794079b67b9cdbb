// Taking the last import back, and forgetting what is gone for good.

#include "store/import.h"
#include "store/point_cards.h"
#include "store/rows.h"

namespace wengu::store {
namespace {

/// Cards that something refers to which is never deleted.
const std::string kUsed =
    "(exists (select 1 from review where review.card = card.key) "
    "or exists (select 1 from drill_step where drill_step.card = card.key) "
    "or exists (select 1 from point_miss where point_miss.card = card.key) "
    "or exists (select 1 from point_heard where point_heard.card = card.key) "
    "or exists (select 1 from point_card where point_card.parent = card.key))";

struct Run {
    std::int64_t id = 0;
    Instant at;
    std::int64_t last_note = 0;
    std::int64_t last_card = 0;
};

std::optional<Run> open_run(Database& db) {
    Query row{db,
              "select id, at_ms, last_note, last_card from import_run "
              "where taken_back_ms is null order by id desc limit 1"};
    if (!row.next()) return std::nullopt;
    return Run{row.big(0), row.instant(1), row.big(2), row.big(3)};
}

void restore_notes(Database& db, const Run& run) {
    // All out of the way first: two of them may have exchanged their paths.
    Query{db,
          "update note set gone = 1 where id > ?1 "
          "or id in (select key from import_before where run = ?2 and what = 'note')",
          run.last_note, run.id}
        .run();
    Query{
        db,
        "update note set (path, deck, title, size, mtime_ns, hash, tags, related, difficulty, "
        "created_day, keeps_state, gone, read_as) = (select before ->> 'path', before ->> 'deck', "
        "before ->> 'title', before ->> 'size', before ->> 'mtime_ns', before ->> 'hash', "
        "before ->> 'tags', before ->> 'related', before ->> 'difficulty', "
        "before ->> 'created_day', before ->> 'keeps_state', before ->> 'gone', "
        "coalesce(before ->> 'read_as', 0) "
        "from import_before where run = ?1 and what = 'note' and key = note.id) "
        "where id in (select key from import_before where run = ?1 and what = 'note')",
        run.id}
        .run();
}

int restore_cards(Database& db, const Run& run) {
    std::vector<std::int64_t> keys;
    {
        Query changed{
            db,
            "select card.key from import_before join card on card.key = import_before.key "
            "where run = ? and what = 'card'",
            run.id};
        keys = keys_of(changed);
    }
    unindex_cards(db, keys);
    Query{db,
          "update card set (note_id, kind, gone, position, front_line, back_first, back_last, "
          "rule, confidence, heading_path, tags, anchor, hole, topic, worth, edited_at_ms, front, "
          "back) = "
          "(select before ->> 'note_id', before ->> 'kind', before ->> 'gone', "
          "before ->> 'position', before ->> 'front_line', before ->> 'back_first', "
          "before ->> 'back_last', before ->> 'rule', before ->> 'confidence', "
          "before ->> 'heading_path', before ->> 'tags', before ->> 'anchor', before ->> 'hole', "
          "coalesce(before ->> 'topic', ''), coalesce(before ->> 'worth', 0), "
          "before ->> 'edited_at_ms', before ->> 'front', before ->> 'back' "
          "from import_before where run = ?1 and what = 'card' and key = card.key) "
          "where key in (select key from import_before where run = ?1 and what = 'card')",
          run.id}
        .run();
    index_cards(db, keys);
    return static_cast<int>(keys.size());
}

void restore_points(Database& db, const Run& run) {
    Query{db,
          "delete from point where card in "
          "(select key from import_before where run = ? and what = 'points')",
          run.id}
        .run();
    Query{db,
          "insert into point (card, position, id, title, detail, group_label, kind, line) "
          "select import_before.key, item.key, item.value ->> 'id', item.value ->> 'title', "
          "item.value ->> 'detail', item.value ->> 'group', item.value ->> 'kind', "
          "item.value ->> 'line' from import_before, json_each(before) as item "
          "where run = ? and what = 'points'",
          run.id}
        .run();
}

/// Of the cards with `condition`, whose one parameter is `value`.
std::vector<std::int64_t> unused_cards(Database& db, const char* condition, std::int64_t value) {
    Query row{db, fmt::format("select key from card where {} and not {}", condition, kUsed), value};
    return keys_of(row);
}

int remove_added(Database& db, const Run& run) {
    const int hidden =
        Query{
            db,
            "update card set gone = 1 where key > ? and +gone = 0 and kind <> 'point' and " + kUsed,
            run.last_card}
            .run();
    const auto unused = unused_cards(db, "key > ? and kind <> 'point'", run.last_card);
    delete_cards(db, unused);
    Query{db,
          "delete from problem where path in (select path from note where id > ?1) "
          "and path not in (select path from note where gone = 0)",
          run.last_note}
        .run();
    Query{db,
          "delete from note where id > ? and not exists "
          "(select 1 from card where card.note_id = note.id)",
          run.last_note}
        .run();
    return hidden + static_cast<int>(unused.size());
}

}  // namespace

std::optional<TakenBack> take_back_import(Store& store, Instant at) {
    return store.change(
        N_("cannot take the import back: {}"), [&](Database& db) -> std::optional<TakenBack> {
            const auto run = open_run(db);
            if (!run) return std::nullopt;
            TakenBack result;
            restore_notes(db, *run);
            result.restored = restore_cards(db, *run);
            restore_points(db, *run);
            result.removed = remove_added(db, *run);
            refresh_point_cards(db);
            Query{db, "update import_run set taken_back_ms = ? where id = ?", at, run->id}.run();
            return result;
        });
}

int prune(Store& store) {
    return store.change(N_("cannot forget the gone cards: {}"), [&](Database& db) {
        const auto cards = unused_cards(db, "gone = ?", 1);
        delete_cards(db, cards);
        Query{db,
              "delete from note where gone = 1 and not exists "
              "(select 1 from card where card.note_id = note.id)"}
            .run();
        return static_cast<int>(cards.size());
    });
}

}  // namespace wengu::store
