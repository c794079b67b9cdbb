#pragma once
// What there is to do: how many cards are due, and which ones. In what order and how many are asked
// is the study room's business.

#include "store/notes.h"
#include "store/progress.h"
#include "store/query.h"

#include <compare>
#include <limits>

namespace wengu::store {

struct DueCounts {
    int due = 0;       ///< Review cards whose day has come.
    int fresh = 0;     ///< New cards, limits not applied.
    int learning = 0;  ///< In (re)learning steps, for today.

    friend bool operator==(const DueCounts&, const DueCounts&) = default;
};

struct DeckCounts {
    std::string deck;
    DueCounts counts;

    friend bool operator==(const DeckCounts&, const DeckCounts&) = default;
};

/// Suspended, gone and buried cards are not counted. New cards are counted up to
/// `new_limit`: a prompt has no time for more.
[[nodiscard]] DueCounts due_counts(const Store& store, Day today, int new_limit = 1'000'000'000);
/// Decks with something to do, by name.
[[nodiscard]] std::vector<DeckCounts> due_by_deck(const Store& store, Day today);

/// The next study day after `today` on which a card falls due; nullopt when none does.
[[nodiscard]] std::optional<Day> next_due(const Store& store, Day today);

/// A card as a queue needs it: everything but its texts.
struct QueueCard {
    std::int64_t key = 0;  ///< Order of adding.
    std::string id;
    NoteId note_id = 0;
    int position = 0;    ///< In its note.
    int front_line = 0;  ///< In its note, from 1.
    int worth = 0;       ///< As `Draft` says.
    std::string deck;
    std::vector<std::string> tags;     ///< Of note and card.
    std::vector<std::string> related;  ///< Of the note.
    std::string note_difficulty;       ///< As the note has it.
    HeadingPath heading_path;
    CardKind kind = CardKind::Question;
    Progress progress;
    std::optional<Day> buried_until;
    bool gone = false;
    bool suspended = false;
    bool flagged = false;
};

/// The cards due by `days_ahead` days after `today`, earliest first, then in the order of adding;
/// with a filter, only those that this query finds. Without suspended, gone and buried ones.
[[nodiscard]] std::vector<QueueCard> due_cards(const Store& store, Day today, int days_ahead = 0,
                                               const std::vector<Term>& filter = {});

/// A line of a note: cards whose questions stand in it.
struct NoteLine {
    NoteId note_id = 0;
    int line = 0;  ///< From 1.

    friend auto operator<=>(const NoteLine&, const NoteLine&) = default;  // NOLINT: no 0 is written
};

/// Where a reading of new cards stopped; the next one goes on behind it.
struct NewPlace {
    int worth = std::numeric_limits<int>::max();
    std::int64_t key = 0;
};

/// Which of the new cards: suspended, gone and buried ones are left out.
struct NewCards {
    Day today{};
    int most = 0;
    NewPlace after{};                          ///< Only cards that come behind it.
    std::vector<Term> filter{};                ///< Only cards that this query finds.
    std::vector<NoteLine> lines{};             ///< Only cards of these; none named: of all.
    std::vector<std::string> without_decks{};  ///< And what lies below them.
};

/// The best first, and of equal worth in the order of adding.
[[nodiscard]] std::vector<QueueCard> new_cards(const Store& store, const NewCards& wanted);
/// How many there are.
[[nodiscard]] int count_new(const Store& store, Day today, const std::vector<Term>& filter = {});

/// Known cards that fall due after `today`, in numbers.
struct KnownLater {
    double usual_reviews = 0;  ///< Sum of 1/interval.
    std::vector<int> due;      ///< Cards by day, tomorrow first; no further than `days`.
};
[[nodiscard]] KnownLater known_later(const Store& store, Day today, int days);

/// Every card that a query finds, in the order of adding: for drills, plans and cram.
[[nodiscard]] std::vector<QueueCard> queue_cards(const Store& store, const std::vector<Term>& query,
                                                 Day today);

/// The cards that were graded on a study day, each once, gone ones too: their siblings may wait,
/// and some come back. With a query, only those that it finds.
[[nodiscard]] std::vector<QueueCard> asked_on(const Store& store, Day day,
                                              const std::vector<Term>& query = {});

}  // namespace wengu::store
