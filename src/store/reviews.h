#pragma once
// The review log: every grade ever given. It only grows; taking a grade back adds
// a mark beside it. The schedule of a card follows from its log, and both change
// in one transaction.

#include "core/review.h"
#include "store/progress.h"
#include "store/store.h"

#include <functional>

namespace wengu::store {

/// A grade to be logged with what it leads to.
struct Recorded {
    Review review;      ///< With an empty id, one is made.
    Day day{};          ///< The study day it counts for.
    Progress progress;  ///< Of the card afterwards; ignored when the review is not counted.
};

/// Appends to the log and reschedules the card: both or neither, and safe on the disk
/// on return. Returns the review's id.
std::string record(Store& store, const Recorded& recorded);

/// An id for a review of that card that no row of the log has.
[[nodiscard]] std::string new_review_id(const Store& store, const std::string& card_id, Instant at);

/// What the log says of one card.
struct CardLog {
    std::string card_id;
    std::string deck{};           ///< Of its note.
    CardSeed seed;                ///< What a replay begins with.
    std::vector<Review> reviews;  ///< Oldest first; without those taken back or before a reset.
};

/// What a replay of the card begins with: no brought progress after a reset.
[[nodiscard]] CardSeed seed_of(const Store& store, const std::string& card_id);

[[nodiscard]] CardLog log_of(const Store& store, const std::string& card_id);

/// Every card with a log or with brought progress, one after the other. Nothing may be written
/// meanwhile.
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

/// Computes a card's progress from its log.
using Replay = std::function<Progress(const CardLog&)>;

/// Whether there is a grade that `undo` would take back.
[[nodiscard]] bool can_undo(const Store& store);

/// Takes back the last `count` grades that were not taken back yet, and gives their
/// cards the progress that their remaining log leads to. Returns the grades, newest
/// first; fewer when the log is shorter. All or nothing.
std::vector<Review> undo(Store& store, int count, Instant at, const Replay& replay);

/// The same for these reviews (a drill as a whole); those already taken back are left.
std::vector<Review> undo(Store& store, const std::vector<std::string>& review_ids, Instant at,
                         const Replay& replay);

/// Recomputes the schedule of every card from its log: after a merge, or when the
/// scheduler was switched. Cards without log become new. All or nothing. Returns how
/// many cards changed.
int rebuild(Store& store, const Replay& replay);

}  // namespace wengu::store
