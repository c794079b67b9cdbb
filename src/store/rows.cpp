#include "store/rows.h"

#include "core/text.h"
#include "store/names.h"

#include <algorithm>

namespace wengu::store {

std::string join_lines(const std::vector<std::string>& texts) {
    std::string joined;
    for (const std::string& text : texts) {
        if (!joined.empty()) joined += '\n';
        const std::size_t begin = joined.size();
        joined += text;
        std::replace_if(
            joined.begin() + static_cast<std::ptrdiff_t>(begin), joined.end(),
            [](char c) { return c == '\n' || c == '\r'; }, ' ');
    }
    return joined;
}

std::vector<std::string> split_list(const std::string& text) {
    const auto lines = split_lines(text);
    return {lines.begin(), lines.end()};
}

Schedule read_schedule(const Query& query, int first_column) {
    int column = first_column;
    Schedule schedule;
    schedule.phase = phase_of(query.view(column++));
    schedule.due = query.maybe_day(column++).value_or(Day{});
    schedule.due_at = query.maybe_instant(column++);
    schedule.interval_days = query.integer(column++);
    schedule.step = query.integer(column++);
    schedule.streak = query.integer(column++);
    schedule.ease = query.integer(column++);
    schedule.stability = query.real(column++);
    schedule.difficulty = query.real(column++);
    schedule.reviews = query.integer(column++);
    schedule.lapses = query.integer(column++);
    schedule.last_day = query.maybe_day(column);
    return schedule;
}

void bind_schedule(Query& query, const Schedule& schedule) {
    const bool is_new = schedule.phase == Phase::New;
    query.bind(name_of(schedule.phase));
    query.bind(is_new ? std::nullopt : std::optional{schedule.due});
    query.bind(schedule.due_at);
    query.bind(schedule.interval_days);
    query.bind(schedule.step);
    query.bind(schedule.streak);
    query.bind(schedule.ease);
    query.bind(schedule.stability);
    query.bind(schedule.difficulty);
    query.bind(schedule.reviews);
    query.bind(schedule.lapses);
    query.bind(schedule.last_day);
}

std::int64_t card_key(Database& db, const std::string& id) {
    Query row{db, "select key from card where id = ?", id};
    if (!row.next()) fail("there is no card {} in the collection", id);
    return row.big(0);
}

std::vector<Point> read_points(Database& db, std::int64_t card) {
    std::vector<Point> points;
    for (Query row{db,
                   "select id, title, detail, group_label, kind, line from point "
                   "where card = ? order by position",
                   card};
         row.next();) {
        points.push_back(
            {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5)});
    }
    return points;
}

std::int64_t index_cards_after(Database& db, std::int64_t last_indexed) {
    Query{db,
          "insert into search (rowid, front, back) select key, front, back from card "
          "where key > ? order by key",
          last_indexed}
        .run();
    return last_card_key(db);
}

std::vector<std::int64_t> keys_of(Query& select) {
    std::vector<std::int64_t> keys;
    while (select.next()) keys.push_back(select.big(0));
    return keys;
}

void unindex_cards(Database& db, const std::vector<std::int64_t>& keys) {
    for (const std::int64_t key : keys) {
        Query{db,
              "insert into search (search, rowid, front, back) "
              "select 'delete', key, front, back from card where key = ?",
              key}
            .run();
    }
}

void index_cards(Database& db, const std::vector<std::int64_t>& keys) {
    for (const std::int64_t key : keys) {
        Query{db,
              "insert into search (rowid, front, back) "
              "select key, front, back from card where key = ?",
              key}
            .run();
    }
}

void delete_cards(Database& db, const std::vector<std::int64_t>& keys) {
    unindex_cards(db, keys);
    for (const std::int64_t key : keys) Query{db, "delete from card where key = ?", key}.run();
}

void refresh_user_tags(Database& db, std::int64_t card) {
    Query{db,
          "update card set user_tags = coalesce((select group_concat(tag, char(10)) from "
          "(select tag from user_tag where card = ?1 and given = 1 order by at_ms, tag)), '') "
          "where key = ?1",
          card}
        .run();
}

std::int64_t last_card_key(Database& db) {
    Query row{db, "select coalesce(max(key), 0) from card"};
    row.next();
    return row.big(0);
}

namespace {

// The plus keeps SQLite from walking all cards that are there for each note.
const std::string kAddNoteSums =
    "insert into note_sum select note.id, count(card.key), coalesce(sum(phase <> 'new'), 0), "
    "coalesce(sum(mastery), 0) from note left join card on card.note_id = note.id "
    "and +card.gone = 0 and +suspended = 0 where ";

}  // namespace

void refresh_note_sums(Database& db) {
    Query{db, kAddNoteSums + "note.id not in (select note from note_sum) group by note.id"}.run();
}

void refresh_note_sum_of(Database& db, std::int64_t card) {
    Query{db,
          kAddNoteSums +
              "note.id = (select note_id from card where key = ?) "
              "and note.id not in (select note from note_sum) group by note.id",
          card}
        .run();
}

void put_progress(Database& db, std::int64_t card, const Progress& progress) {
    static const std::string update = fmt::format(
        "update card set ({}, mastery, leech) = "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) where key = ?",
        kScheduleColumns);
    Query change{db, update};
    bind_schedule(change, progress.schedule);
    change.bind(progress.mastery);
    change.bind(progress.leech);
    change.bind(card);
    change.run();
}

}  // namespace wengu::store
