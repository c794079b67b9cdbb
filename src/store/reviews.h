#pragma once
// The review log: every grade ever given. It only grows; taking a grade back adds
// a mark beside it. The schedule of a card follows from its log, and both change
// in one transaction.

#include "core/review.h"
#include "store/progress.h"
#include "store/store.h"

#include <functional>

namespace wengu::store {

/// What the log says of one card.
struct CardLog {
    std::string card_id;
    std::string deck{};           ///< Of its note.
    CardSeed seed;                ///< What a replay begins with.
    std::vector<Review> reviews;  ///< Oldest first; without those taken back or before a reset.
    Progress now{};               ///< What the collection says of it: a cache of all this.
};

/// Computes a card's progress from its log: the one way in which progress comes about.
using Replay = std::function<Progress(const CardLog&)>;

/// A grade to be logged.
struct Given {
    Review review;  ///< With an empty id, one is made.
    Day day{};      ///< The study day it counts for.
};

/// What became of a grade.
struct Kept {
    std::string id;
    Instant at;       ///< As logged: later than the card's last grade and its reset.
    Progress before;  ///< What the collection said of the card until then.
    Progress after;   ///< The same as before when the grade does not count.
};

/// Appends to the log and gives the card the progress its log then leads to, whatever the caller
/// thought it would be: others may have graded it meanwhile. Both or neither, and safe on the
/// disk on return. The times of one card rise in the order of giving, also when the clock does not.
Kept record(Store& store, const Given& given, const Replay& replay);

/// An id for a review of that card that no row of the log has.
[[nodiscard]] std::string new_review_id(const Store& store, const std::string& card_id, Instant at);

/// What a replay of the card begins with: no brought progress after a reset.
[[nodiscard]] CardSeed seed_of(const Store& store, const std::string& card_id);

[[nodiscard]] CardLog log_of(const Store& store, const std::string& card_id);

/// Every card with a log or with brought progress, in the order of adding. Of the reviews only
/// what a replay looks at is read: moment, grade, time taken, source, whether they count.
/// Nothing may be written meanwhile.
void each_log(const Store& store, const std::function<void(const CardLog&)>& visit);

/// A row of the log as it is, marks included.
struct LogEntry {
    Review review;
    Day day{};
    Phase phase = Phase::New;  ///< Of the card when it was asked.
    int interval_days = 0;     ///< Of the card when it was asked.
    bool undone = false;
};

/// All rows of one card, oldest first.
[[nodiscard]] std::vector<LogEntry> history_of(const Store& store, const std::string& card_id);

/// The last rows of the whole log, newest first.
[[nodiscard]] std::vector<LogEntry> last_reviews(const Store& store, int count);

/// The grades of one study day, oldest first, without those taken back.
[[nodiscard]] std::vector<Review> reviews_on(const Store& store, Day day);

/// Whether there is a grade that `undo` would take back.
[[nodiscard]] bool can_undo(const Store& store);

/// Takes back the last `count` grades that were not taken back yet, and gives their cards the
/// progress that their remaining log leads to. The last one is the one given last, whatever the
/// clock said; grades that a merge brought stand among those given here by their times. Returns
/// the grades, newest first; fewer when the log is shorter. All or nothing.
std::vector<Review> undo(Store& store, int count, Instant at, const Replay& replay);

/// The same for these reviews (a drill as a whole); those already taken back are left.
std::vector<Review> undo(Store& store, const std::vector<std::string>& review_ids, Instant at,
                         const Replay& replay);

/// Recomputes the schedule of every card from its log: after a merge, or when the
/// scheduler was switched. Cards without log become new. All or nothing. Returns how
/// many cards changed.
int rebuild(Store& store, const Replay& replay);

/// The cards whose schedule is not what their log leads to, in the order of adding: `rebuild`
/// mends them. Empty in a sound collection.
[[nodiscard]] std::vector<std::string> differing_from_log(const Store& store, const Replay& replay);

}  // namespace wengu::store
