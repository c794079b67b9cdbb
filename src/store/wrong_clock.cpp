#include "store/wrong_clock.h"

#include "store/database.h"

#include <algorithm>
#include <unordered_map>

namespace wengu::store {
namespace {

/// A clock may be this much ahead for good reasons: that of another time zone.
constexpr std::chrono::days kAhead{1};

}  // namespace

int count_ahead(const Store& store, Instant now) {
    return store.run(N_("cannot read the review log: {}"), [&](Database& db) {
        Query row{db, "select count(*) from live_review where at_ms > ?", now + kAhead};
        row.next();
        return row.integer(0);
    });
}

int give_again_now(Store& store, const Moment& now, Day today, const Replay& replay) {
    return store.change(N_("cannot save the review: {}"), [&](Database& db) {
        std::vector<std::string> ids;
        std::unordered_map<std::string, Day> days;
        for (Query row{db,
                       "select review.id, day from live_review as review "
                       "join card on card.key = review.card "
                       "where at_ms > ? and coalesce(reset_at_ms, 0) < at_ms "
                       "order by at_ms, review.id",
                       now.at + kAhead};
             row.next();) {
            ids.push_back(row.text(0));
            days.emplace(ids.back(), std::min(row.day(1), today));
        }
        auto again = undo(store, ids, now.at, replay);
        std::ranges::reverse(again);  // the newest was taken back first
        for (Review& review : again) {
            const Day day = days.at(review.id);
            review.id.clear();
            review.moment = now;
            record(store, {.review = review, .day = day}, replay);
        }
        return static_cast<int>(again.size());
    });
}

}  // namespace wengu::store
