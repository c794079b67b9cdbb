#include "store/marks.h"

#include "core/check.h"
#include "store/rows.h"

#include <algorithm>

namespace wengu::store {
namespace {

constexpr std::chrono::days kLongestHoliday{3660};
constexpr const char* kCannotMark = N_("cannot change the card: {}");

/// A column of a card, and the one that says when it was set.
struct Mark {
    const char* column;
    const char* at_column;
};

constexpr Mark kSuspended{"suspended", "suspended_at_ms"};
constexpr Mark kBuried{"buried_until", "buried_at_ms"};
constexpr Mark kFlagged{"flagged", "flagged_at_ms"};

/// `mark` and when it was set: later than before, also when the clock is not.
template <typename Value>
void set_mark(Store& store, const std::string& card_id, const Mark& mark, const Value& value,
              Instant at) {
    store.run(kCannotMark, [&](Database& db) {
        Query{db,
              fmt::format("update card set ({0}, {1}) = (?1, max(?2, {1} + 1)) where key = ?3",
                          mark.column, mark.at_column),
              value, at, card_key(db, card_id)}
            .run();
    });
}

void set_tag(Store& store, const std::string& card_id, const std::string& tag, bool given,
             Instant at) {
    store.change(kCannotMark, [&](Database& db) {
        const std::int64_t card = card_key(db, card_id);
        Query{db,
              "insert into user_tag values (?, ?, ?, ?) on conflict do update set (given, at_ms) = "
              "(excluded.given, max(excluded.at_ms, user_tag.at_ms + 1)) "
              "where excluded.given <> user_tag.given",
              card,
              tag,
              given,
              at}
            .run();
        refresh_user_tags(db, card);
    });
}

/// `reset_at` is a moment or nothing.
template <typename Value>
void change_reset(Store& store, const std::string& card_id, const Value& reset_at, Instant at,
                  const Replay& replay) {
    store.change(kCannotMark, [&](Database& db) {
        const std::int64_t card = card_key(db, card_id);
        // Never before a grade that was given: the clock may have gone back since.
        Query{db,
              "update card set reset_at_ms = iif(?1 is null, null, max(?1, coalesce((select "
              "max(at_ms) from live_review where card = key), ?1))) where key = ?2",
              reset_at, card}
            .run();
        Query{db,
              "update card set reset_changed_ms = max(?1, reset_changed_ms + 1, "
              "coalesce(reset_at_ms, 0)) where key = ?2",
              at, card}
            .run();
        put_progress(db, card, replay(log_of(store, card_id)));
    });
}

void set_days_off(Database& db, Day first, Day last, bool off, Instant at) {
    for (Day day = first; day <= last; day += std::chrono::days{1}) {
        Query{db,
              "insert into day_off values (?, ?, ?) on conflict do update set (off, at_ms) = "
              "(excluded.off, max(excluded.at_ms, day_off.at_ms + 1)) "
              "where excluded.off <> day_off.off",
              day, off, at}
            .run();
    }
}

}  // namespace

void set_suspended(Store& store, const std::string& card_id, bool suspended, Instant at) {
    set_mark(store, card_id, kSuspended, suspended, at);
}

void set_buried(Store& store, const std::string& card_id, std::optional<Day> until, Instant at) {
    set_mark(store, card_id, kBuried, until, at);
}

void add_tag(Store& store, const std::string& card_id, const std::string& tag, Instant at) {
    set_tag(store, card_id, tag, true, at);
}

void remove_tag(Store& store, const std::string& card_id, const std::string& tag, Instant at) {
    set_tag(store, card_id, tag, false, at);
}

void set_flagged(Store& store, const std::string& card_id, bool flagged, Instant at) {
    set_mark(store, card_id, kFlagged, flagged, at);
}

void reset_card(Store& store, const std::string& card_id, Instant at, const Replay& replay) {
    change_reset(store, card_id, at, at, replay);
}

void take_back_reset(Store& store, const std::string& card_id, Instant at, const Replay& replay) {
    change_reset(store, card_id, std::nullopt, at, replay);
}

void add_holiday(Store& store, const Holiday& holiday, Instant at) {
    wengu::check(holiday.first <= holiday.last, "a holiday ends on or after its first day");
    if (holiday.last - holiday.first > kLongestHoliday) fail("a holiday lasts at most ten years");
    store.change(N_("cannot save the holiday: {}"),
                 [&](Database& db) { set_days_off(db, holiday.first, holiday.last, true, at); });
}

bool remove_holiday(Store& store, Day day, Instant at) {
    return store.change(N_("cannot save the holiday: {}"), [&](Database& db) {
        const auto all = holidays(store);
        const auto found = std::ranges::find_if(
            all, [&](const Holiday& span) { return span.first <= day && day <= span.last; });
        if (found == all.end()) return false;
        set_days_off(db, found->first, found->last, false, at);
        return true;
    });
}

std::vector<Holiday> holidays(const Store& store) {
    return store.run(N_("cannot read the holidays: {}"), [&](Database& db) {
        std::vector<Holiday> all;
        for (Query row{db,
                       "select min(day), max(day) from (select day, day - row_number() over (order "
                       "by day) as span from day_off where off = 1) group by span order by span"};
             row.next();) {
            all.push_back({row.day(0), row.day(1)});
        }
        return all;
    });
}

}  // namespace wengu::store
