#pragma once
// How values of the domain lie in rows. For the files of this room only.

#include "core/card.h"
#include "core/schedule.h"
#include "store/database.h"
#include "store/progress.h"

#include <string>
#include <vector>

namespace wengu::store {

/// Short texts, one per line; line ends inside a text become blanks.
[[nodiscard]] std::string join_lines(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> split_list(const std::string& text);

/// The columns of a Schedule, in the order of `read_schedule` and `bind_schedule`.
inline constexpr const char* kScheduleColumns =
    "phase, due_day, due_at_ms, interval_days, step, streak, ease, stability, difficulty, "
    "reviews, lapses, last_day";
inline constexpr int kScheduleWidth = 12;

[[nodiscard]] Schedule read_schedule(const Query& query, int first_column);
void bind_schedule(Query& query, const Schedule& schedule);

/// The row of the card with that id; throws Error when there is none.
[[nodiscard]] std::int64_t card_key(Database& db, const std::string& id);

[[nodiscard]] std::vector<Point> read_points(Database& db, std::int64_t card);

/// The greatest key of a card; 0 when there is none.
[[nodiscard]] std::int64_t last_card_key(Database& db);

/// Puts the cards with keys greater than `last_indexed` into the full-text index;
/// returns the greatest key there is now.
std::int64_t index_cards_after(Database& db, std::int64_t last_indexed);

/// The first column of the rows that `select` has.
[[nodiscard]] std::vector<std::int64_t> keys_of(Query& select);

/// Takes cards out of the full-text index, before their texts change or they are deleted.
void unindex_cards(Database& db, const std::vector<std::int64_t>& keys);
/// Puts them in again.
void index_cards(Database& db, const std::vector<std::int64_t>& keys);
/// Deletes these cards for good.
void delete_cards(Database& db, const std::vector<std::int64_t>& keys);

/// Writes the tags that a person gave the card into it.
void refresh_user_tags(Database& db, std::int64_t card);

/// Counts anew what the cards of notes come to, where it is not known.
void refresh_note_sums(Database& db);
/// The same for the note of one card.
void refresh_note_sum_of(Database& db, std::int64_t card);

/// Stores the cached part of a card.
void put_progress(Database& db, std::int64_t card, const Progress& progress);

}  // namespace wengu::store
