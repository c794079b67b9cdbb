#include "store/marks.h"

#include "store/rows.h"

#include <algorithm>

namespace wengu::store {
namespace {

constexpr const char* kCannotMark = later("cannot change the card: {}");

template <typename Value>
void set_mark(Store& store, const std::string& card_id, const char* sql, const Value& value) {
    store.run(kCannotMark, [&](Database& db) {
        Query{db, sql, value, card_key(db, card_id)}.run();
    });
}

}  // namespace

void set_suspended(Store& store, const std::string& card_id, bool suspended) {
    set_mark(store, card_id, "update card set suspended = ? where key = ?", suspended);
}

void set_buried(Store& store, const std::string& card_id, std::optional<Day> until) {
    set_mark(store, card_id, "update card set buried_until = ? where key = ?", until);
}

void add_tag(Store& store, const std::string& card_id, const std::string& tag) {
    store.run(kCannotMark, [&](Database& db) {
        const std::int64_t key = card_key(db, card_id);
        Query{db,
              "update card set user_tags = trim(user_tags || char(10) || ?1, char(10)) "
              "where key = ?2 and instr(char(10) || user_tags || char(10), "
              "char(10) || ?1 || char(10)) = 0",
              tag, key}
            .run();
    });
}

void remove_tag(Store& store, const std::string& card_id, const std::string& tag) {
    store.run(kCannotMark, [&](Database& db) {
        const std::int64_t key = card_key(db, card_id);
        Query{db,
              "update card set user_tags = trim(replace(char(10) || user_tags || char(10), "
              "char(10) || ?1 || char(10), char(10)), char(10)) where key = ?2",
              tag, key}
            .run();
    });
}

void set_flagged(Store& store, const std::string& card_id, bool flagged) {
    set_mark(store, card_id, "update card set flagged = ? where key = ?", flagged);
}

void set_reset(Store& store, const std::string& card_id, std::optional<Instant> at,
               const Replay& replay) {
    store.change(kCannotMark, [&](Database& db) {
        const std::int64_t card = card_key(db, card_id);
        Query{db, "update card set reset_at_ms = ? where key = ?", at, card}.run();
        put_progress(db, card, replay(log_of(store, card_id)));
    });
}

void add_holiday(Store& store, const Holiday& holiday) {
    store.change(later("cannot save the holiday: {}"), [&](Database& db) {
        Holiday span = holiday;
        for (const Holiday& other : holidays(store)) {
            const bool apart = other.first > holiday.last + std::chrono::days{1} ||
                               other.last + std::chrono::days{1} < holiday.first;
            if (apart) continue;
            span = {std::min(span.first, other.first), std::max(span.last, other.last)};
            Query{db, "delete from holiday where first_day = ?", other.first}.run();
        }
        Query{db, "insert into holiday values (?, ?)", span.first, span.last}.run();
    });
}

bool remove_holiday(Store& store, Day day) {
    return store.run(later("cannot save the holiday: {}"), [&](Database& db) {
        return Query{db, "delete from holiday where ?1 between first_day and last_day", day}.run() >
               0;
    });
}

std::vector<Holiday> holidays(const Store& store) {
    return store.run(later("cannot read the holidays: {}"), [&](Database& db) {
        std::vector<Holiday> all;
        for (Query row{db, "select first_day, last_day from holiday order by first_day"};
             row.next();) {
            all.push_back({row.day(0), row.day(1)});
        }
        return all;
    });
}

}  // namespace wengu::store
