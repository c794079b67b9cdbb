#include "store/work.h"

#include "store/database.h"

namespace wengu::store {
namespace {

constexpr const char* kCannotRead = later("cannot read the work done: {}");

const std::string kSums =
    " coalesce(sum(counted and review.phase = 'new'), 0), "
    "coalesce(sum(counted and review.phase = 'review'), 0), "
    "coalesce(sum(counted and review.phase in ('learning', 'relearning')), 0), "
    "coalesce(sum(not counted), 0), coalesce(sum(taken_ms), 0) "
    "from live_review as review ";

DayWork read_work(const Query& row, int first) {
    return {.new_cards = row.integer(first),
            .reviews = row.integer(first + 1),
            .steps = row.integer(first + 2),
            .uncounted = row.integer(first + 3),
            .taken_ms = row.big(first + 4)};
}

}  // namespace

DayWork work_on(const Store& store, Day day) {
    Database& db = store.database();
    return attempt(db, kCannotRead, [&] {
        Query row{db, "select" + kSums + "where day = ? and source <> 'import'", day};
        row.next();
        return read_work(row, 0);
    });
}

std::vector<DeckWork> work_by_deck(const Store& store, Day day) {
    Database& db = store.database();
    return attempt(db, kCannotRead, [&] {
        std::vector<DeckWork> decks;
        for (Query row{db,
                       "select note.deck," + kSums +
                           "join card on card.key = review.card join note on note.id = "
                           "card.note_id where day = ? and source <> 'import' "
                           "group by note.deck order by note.deck",
                       day};
             row.next();) {
            decks.push_back({row.text(0), read_work(row, 1)});
        }
        return decks;
    });
}

std::vector<DatedWork> work_between(const Store& store, Day first, Day last) {
    Database& db = store.database();
    return attempt(db, kCannotRead, [&] {
        std::vector<DatedWork> days;
        for (Query row{db,
                       "select day," + kSums +
                           "where day between ? and ? and source <> 'import' "
                           "group by day order by day",
                       first, last};
             row.next();) {
            days.push_back({row.day(0), read_work(row, 1)});
        }
        return days;
    });
}

}  // namespace wengu::store
