#include "store/point_cards.h"

#include "core/hash.h"
#include "store/rows.h"

namespace wengu::store {
namespace {

constexpr const char* kCannotSavePoint = N_("cannot save the point card: {}");

/// The cards whose texts are not what they should be, from their parents and points.
const char* const kStale =
    "select own.key from point_card "
    "join card as parent on parent.key = parent join card as own on own.key = point_card.card "
    "join point on point.card = parent and point.id = point_card.point "
    "where own.front <> parent.front || char(10) || char(10) || label "
    "or own.back <> title || iif(detail = '', '', char(10) || char(10) || detail)";

const char* const kChangeText =
    "update card set (front, back) = (select parent.front || char(10) || char(10) || label, "
    "title || iif(detail = '', '', char(10) || char(10) || detail) "
    "from point_card join card as parent on parent.key = parent "
    "join point on point.card = parent and point.id = point_card.point "
    "where point_card.card = card.key) where key = ?";

const char* const kPlace =
    "update card set (note_id, position, front_line, back_first, back_last, heading_path, tags, "
    "topic, worth) = (select parent.note_id, parent.position, parent.front_line, "
    "parent.back_first, "
    "parent.back_last, parent.heading_path, parent.tags, parent.topic, parent.worth from "
    "point_card "
    "join card as parent on parent.key = parent where point_card.card = card.key) "
    "where key in (select card from point_card)";

/// Heard twice in later drills and not missed since: known.
const char* const kGone =
    "update card set gone = (select parent.gone or made.state = 'undone' "
    "or not exists (select 1 from point where point.card = parent and id = point_card.point) "
    "or (select count(*) from point_heard join drill on drill.id = point_heard.drill "
    "and drill.state <> 'undone' where point_heard.card = parent "
    "and point_heard.point = point_card.point and drill.at_ms > max(made.at_ms, "
    "coalesce((select max(missed.at_ms) from point_miss join drill as missed "
    "on missed.id = point_miss.drill and missed.state <> 'undone' "
    "where point_miss.card = parent and point_miss.point = point_card.point), 0))) >= 2 "
    "from point_card join card as parent on parent.key = parent "
    "join drill as made on made.id = point_card.drill where point_card.card = card.key) "
    "where key in (select card from point_card)";

const char* const kUnmade =
    "select card from point_card "
    "join drill on drill.id = point_card.drill and drill.state = 'undone' "
    "where not exists (select 1 from review where review.card = point_card.card)";

std::vector<std::int64_t> selected(Database& db, const char* sql) {
    Query row{db, sql};
    return keys_of(row);
}

std::string id_for(const PointCard& wanted) {
    return to_hex(hash64(fmt::format("point\n{}\n{}", wanted.parent_id, wanted.point_id)));
}

bool may_make(Database& db, std::int64_t parent, const PointCard& wanted) {
    Query row{
        db,
        "select not exists (select 1 from point_card join drill on drill.id = point_card.drill "
        "where parent = ?1 and state <> 'undone' and (point = ?2 or made_day = ?3)) "
        "and exists (select 1 from point where card = ?1 and id = ?2)",
        parent, wanted.point_id, wanted.day};
    return row.next() && row.flag(0);
}

}  // namespace

void set_heard_points(Store& store, const std::string& drill_id, const std::string& card_id,
                      const std::vector<std::string>& point_ids) {
    store.change(N_("cannot save the mock interview: {}"), [&](Database& db) {
        const std::int64_t card = card_key(db, card_id);
        Query{db, "delete from point_heard where drill = ? and card = ?", drill_id, card}.run();
        for (const std::string& point : point_ids) {
            Query{db, "insert or ignore into point_heard values (?, ?, ?)", drill_id, card, point}
                .run();
        }
    });
}

std::optional<std::string> make_point_card(Store& store, const PointCard& wanted) {
    return store.change(kCannotSavePoint, [&](Database& db) -> std::optional<std::string> {
        const std::int64_t parent = card_key(db, wanted.parent_id);
        if (!may_make(db, parent, wanted)) return std::nullopt;
        const auto id = id_for(wanted);
        const auto last = last_card_key(db);
        Query{db,
              "insert into card (id, note_id, kind, position, front_line, back_first, back_last, "
              "rule, confidence, heading_path, tags, anchor, hole, seed_difficulty, front, back) "
              "select ?1, note_id, 'point', position, front_line, back_first, back_last, "
              "'missed-point', 1, heading_path, tags, '', '', seed_difficulty, ?1, '' "
              "from card where key = ?2 on conflict do nothing",
              id, parent}
            .run();
        index_cards_after(db, last);
        Query{db,
              "insert into point_card select key, ?2, ?3, ?4, ?5, ?6 from card where id = ?1 "
              "on conflict do update set label = ?4, drill = ?5, made_day = ?6",
              id,
              parent,
              wanted.point_id,
              wanted.label,
              wanted.drill_id,
              wanted.day}
            .run();
        refresh_point_cards(db);
        return id;
    });
}

void refresh_point_cards(Store& store) {
    store.change(kCannotSavePoint, [&](Database& db) { refresh_point_cards(db); });
}

void refresh_point_cards(Database& db) {
    delete_cards(db, selected(db, kUnmade));
    const auto stale = selected(db, kStale);
    unindex_cards(db, stale);
    for (const std::int64_t key : stale) Query{db, kChangeText, key}.run();
    index_cards(db, stale);
    for (const char* sql : {kPlace, kGone}) Query{db, sql}.run();
}

}  // namespace wengu::store
