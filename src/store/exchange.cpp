// The collection as lines of JSON.

#include "store/exchange_rows.h"
#include "store/rows.h"
#include "store/upkeep.h"

#include <array>

namespace wengu::store {
namespace {

constexpr std::array<RowKind, 12> kRowKinds{{
    {"note",
     "select json_object('row', 'note', 'path', path, 'deck', deck, 'title', title, 'tags', tags, "
     "'related', related, 'difficulty', difficulty, 'created_day', created_day, 'keeps_state', "
     "keeps_state, 'brought_reviews', brought_reviews, 'brought_last_day', brought_last_day, "
     "'gone', gone) from note order by id",
     // Size and time are left out: the next import reads the file afresh.
     "insert into note (path, deck, title, size, mtime_ns, hash, tags, related, difficulty, "
     "created_day, keeps_state, brought_reviews, brought_last_day, gone) "
     "select ?1 ->> 'path', ?1 ->> 'deck', ?1 ->> 'title', 0, 0, 0, ?1 ->> 'tags', "
     "?1 ->> 'related', ?1 ->> 'difficulty', ?1 ->> 'created_day', ?1 ->> 'keeps_state', "
     "?1 ->> 'brought_reviews', ?1 ->> 'brought_last_day', ?1 ->> 'gone' "
     "where not exists (select 1 from note where path = ?1 ->> 'path')"},
    {"card",
     "select json_object('row', 'card', 'id', card.id, 'note', path, 'kind', card.kind, 'gone', "
     "card.gone, 'suspended', suspended, 'flagged', flagged, 'buried_until', buried_until, "
     "'reset_at_ms', reset_at_ms, 'seed_difficulty', seed_difficulty, 'position', position, "
     "'front_line', front_line, 'back_first', "
     "back_first, 'back_last', back_last, 'rule', rule, 'confidence', confidence, "
     "'heading_path', heading_path, 'tags', card.tags, 'anchor', anchor, 'hole', hole, "
     "'topic', topic, 'worth', worth, "
     "'user_tags', user_tags, 'edited_at_ms', edited_at_ms, 'front', front, 'back', back, "
     "'points', "
     "(select json_group_array(json_object('id', point.id, 'title', title, 'detail', detail, "
     "'group', group_label, 'kind', point.kind, 'line', line)) "
     "from (select * from point where card = card.key order by position) as point)) "
     "from card join note on note.id = card.note_id order by card.key",
     "insert into card (id, note_id, kind, gone, suspended, flagged, buried_until, reset_at_ms, "
     "seed_difficulty, position, front_line, back_first, back_last, rule, confidence, "
     "heading_path, tags, anchor, "
     "hole, topic, worth, user_tags, edited_at_ms, front, back) "
     "select ?1 ->> 'id', note.id, ?1 ->> 'kind', ?1 ->> 'gone', ?1 ->> 'suspended', "
     "?1 ->> 'flagged', ?1 ->> 'buried_until', ?1 ->> 'reset_at_ms', ?1 ->> 'seed_difficulty', ?1 "
     "->> 'position', "
     "?1 ->> 'front_line', ?1 ->> 'back_first', ?1 ->> 'back_last', ?1 ->> 'rule', "
     "?1 ->> 'confidence', ?1 ->> 'heading_path', ?1 ->> 'tags', ?1 ->> 'anchor', ?1 ->> 'hole', "
     "coalesce(?1 ->> 'topic', ''), coalesce(?1 ->> 'worth', 0), "
     "coalesce(?1 ->> 'user_tags', ''), "
     "?1 ->> 'edited_at_ms', ?1 ->> 'front', ?1 ->> 'back' from note "
     "where path = ?1 ->> 'note' and not exists (select 1 from card where id = ?1 ->> 'id') "
     "order by note.gone limit 1"},
    // The newest of each mark holds, and of two from one moment the greater.
    {"mark",
     "select json_object('row', 'mark', 'card', id, 'what', what, 'value', value, 'at_ms', at_ms) "
     "from (select key, id, 'suspended' as what, suspended as value, suspended_at_ms as at_ms "
     "from card where suspended_at_ms > 0 union all "
     "select key, id, 'flagged', flagged, flagged_at_ms from card where flagged_at_ms > 0 "
     "union all select key, id, 'buried', buried_until, buried_at_ms from card "
     "where buried_at_ms > 0 union all select key, id, 'reset', reset_at_ms, reset_changed_ms "
     "from card where reset_changed_ms > coalesce(reset_at_ms, 0)) order by key, what",
     nullptr},
    {"user_tag",
     "select json_object('row', 'user_tag', 'card', card.id, 'tag', tag, 'given', given, 'at_ms', "
     "at_ms) from user_tag join card on card.key = user_tag.card where at_ms > 0 "
     "order by user_tag.card, tag",
     "insert into user_tag select key, ?1 ->> 'tag', ?1 ->> 'given', ?1 ->> 'at_ms' from card "
     "where id = ?1 ->> 'card' on conflict do update set (given, at_ms) = (excluded.given, "
     "excluded.at_ms) where (excluded.at_ms, excluded.given) > (user_tag.at_ms, user_tag.given)"},
    {"seed",
     "select json_object('row', 'seed', 'card', card.id, 'reviews', seed.reviews, 'last_day', "
     "seed.last_day, 'next_day', next_day) from seed join card on card.key = seed.card "
     "order by seed.card",
     "insert into seed select key, ?1 ->> 'reviews', ?1 ->> 'last_day', ?1 ->> 'next_day' "
     "from card where id = ?1 ->> 'card' on conflict do update set (reviews, last_day, next_day) "
     "= (excluded.reviews, excluded.last_day, excluded.next_day) where (excluded.reviews, "
     "excluded.last_day, excluded.next_day) > (seed.reviews, seed.last_day, seed.next_day)"},
    {"review",
     "select json_object('row', 'review', 'id', review.id, 'card', card.id, 'at_ms', at_ms, "
     "'utc_offset_minutes', utc_offset_minutes, 'day', day, 'grade', grade, 'taken_ms', "
     "taken_ms, 'source', source, 'scheduler', scheduler, 'counted', counted, 'phase', "
     "review.phase, 'interval_days', review.interval_days) "
     "from review join card on card.key = review.card order by seq",
     "insert into review (id, card, at_ms, utc_offset_minutes, day, grade, taken_ms, "
     "source, scheduler, counted, phase, interval_days, merged) "
     "select ?1 ->> 'id', key, ?1 ->> 'at_ms', ?1 ->> 'utc_offset_minutes', ?1 ->> 'day', "
     "?1 ->> 'grade', ?1 ->> 'taken_ms', ?1 ->> 'source', ?1 ->> 'scheduler', ?1 ->> 'counted', "
     "?1 ->> 'phase', ?1 ->> 'interval_days', 1 from card where id = ?1 ->> 'card' "
     "on conflict do nothing"},
    {"undone",
     "select json_object('row', 'undone', 'review', review.id, 'at_ms', review_undone.at_ms) "
     "from review_undone join review on review.seq = review_undone.review order by review",
     "insert into review_undone select seq, ?1 ->> 'at_ms' from review "
     "where id = ?1 ->> 'review' on conflict do nothing"},
    // Paths differ between machines, ids of cards do not: the note's first card stands for it, or,
    // when its cards have moved elsewhere, its path. The earliest wins; it was there before the
    // others wrote.
    {"said_before",
     "select json_object('row', 'said_before', 'card', (select id from card "
     "where note_id = said_before.note and kind <> 'point' order by gone, position, key limit 1), "
     "'at_ms', at_ms, 'lines', lines, 'note', path) "
     "from said_before join note on note.id = said_before.note "
     "where at_ms < 9007199254740991 order by note",  // later: only that it is not known here
     "insert into said_before select note, ?1 ->> 'at_ms', ?1 ->> 'lines' from (select coalesce("
     "(select note_id from card where id = ?1 ->> 'card'), (select id from note "
     "where path = ?1 ->> 'note' order by gone, id desc limit 1)) as note) where note is not null "
     "on conflict do update set (at_ms, lines) = "
     "(excluded.at_ms, excluded.lines) where (excluded.at_ms, excluded.lines is not null, "
     "coalesce(excluded.lines, '')) < (said_before.at_ms, said_before.lines is not null, "
     "coalesce(said_before.lines, ''))"},
    {"drill",
     "select json_object('row', 'drill', 'id', drill.id, 'at_ms', at_ms, 'utc_offset_minutes', "
     "utc_offset_minutes, 'day', day, 'state', state, 'payload', payload, "
     "'steps', (select json_group_array(json_object('at_ms', step.at_ms, 'kind', step.kind, "
     "'card', (select id from card where key = step.card), 'payload', step.payload)) "
     "from (select * from drill_step where drill = drill.id order by position) as step), "
     "'misses', (select json_group_array(json_object('card', (select id from card "
     "where key = point_miss.card), 'point', point)) from (select * from point_miss "
     "where drill = drill.id order by card, point) as point_miss), "
     "'heard', (select json_group_array(json_object('card', (select id from card "
     "where key = point_heard.card), 'point', point)) from (select * from point_heard "
     "where drill = drill.id order by card, point) as point_heard)) "
     "from drill order by at_ms, id",
     "insert into drill select ?1 ->> 'id', ?1 ->> 'at_ms', "
     "?1 ->> 'utc_offset_minutes', ?1 ->> 'day', ?1 ->> 'state', ?1 ->> 'payload' "
     "where 1 on conflict do nothing"},
    {"point_card",
     "select json_object('row', 'point_card', 'card', card.id, 'parent', parent.id, 'point', "
     "point, "
     "'label', label, 'drill', drill, 'made_day', made_day) from point_card "
     "join card on card.key = point_card.card join card as parent "
     "on parent.key = point_card.parent order by point_card.card",
     "insert into point_card select card.key, parent.key, ?1 ->> 'point', ?1 ->> 'label', "
     "?1 ->> 'drill', ?1 ->> 'made_day' from card join card as parent on parent.id = ?1 ->> "
     "'parent' "
     "where card.id = ?1 ->> 'card' and card.kind = 'point' "
     "and exists (select 1 from drill where id = ?1 ->> 'drill') "
     "on conflict (card) do update set (label, drill, made_day) = (excluded.label, excluded.drill, "
     "excluded.made_day) where (excluded.made_day, excluded.drill, excluded.label) > "
     "(point_card.made_day, point_card.drill, point_card.label) on conflict do nothing"},
    {"day_off",
     "select json_object('row', 'day_off', 'day', day, 'off', off, 'at_ms', at_ms) from day_off "
     "where at_ms > 0 order by day",
     "insert into day_off select ?1 ->> 'day', ?1 ->> 'off', ?1 ->> 'at_ms' where 1 "
     "on conflict do update set (off, at_ms) = (excluded.off, excluded.at_ms) "
     "where (excluded.at_ms, excluded.off) > (day_off.at_ms, day_off.off)"},
    // Spans, as every wengu knows them; from when they are stands in the lines above.
    {"holiday",
     "select json_object('row', 'holiday', 'first_day', min(day), 'last_day', max(day)) from "
     "(select day, day - row_number() over (order by day) as span from day_off where off = 1) "
     "group by span order by span",
     "insert into day_off with recursive span (day) as (select ?1 ->> 'first_day' union all "
     "select day + 1 from span where day < min(?1 ->> 'last_day', ?1 ->> 'first_day' + 36600)) "
     "select day, 1, 0 from span "
     "where 1 on conflict do nothing"},
}};

}  // namespace

std::span<const RowKind> row_kinds() { return kRowKinds; }

void export_rows(const Store& store, const std::function<void(std::string_view)>& line) {
    store.run(N_("cannot export the collection: {}"), [&](Database& db) {
        for (const RowKind& kind : row_kinds()) {
            for (Query row{db, kind.select}; row.next();) line(row.view(0));
        }
    });
}

}  // namespace wengu::store
