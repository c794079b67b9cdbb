#pragma once
// Looking cards up: one by its id, many by a query.

#include "store/notes.h"
#include "store/progress.h"
#include "store/query.h"

#include <functional>

namespace wengu::store {

/// All there is to know of a card, its log aside.
struct Card {
    std::string id;
    NoteId note_id = 0;
    std::string note;  ///< Path.
    std::string deck;
    std::vector<std::string> tags;  ///< The note's, then its own; each once.
    Draft draft;                    ///< As last read; points only where they were asked for.
    Progress progress;
    bool gone = false;
    bool suspended = false;
    bool flagged = false;
    std::optional<Day> buried_until;
    std::optional<Instant> edited_at;  ///< When its text last changed in the note.
};

/// "gone", "suspended", "new", "learning" or "review": the first that holds.
[[nodiscard]] std::string_view state_of(const Card& card);

enum class Order { Note, Due, Mastery, Added, Relevance };

struct ListOptions {
    Day today{};                ///< What `is:due` counts from.
    Order order = Order::Note;  ///< Relevance: best matches of the words first.
    bool points = false;        ///< Read the points too.
    std::int64_t limit = -1;    ///< -1: all.
    std::int64_t offset = 0;
};

/// The cards that a query finds. Relevance is computed for small results only;
/// large ones come in the order of adding.
[[nodiscard]] std::vector<Card> list(const Store& store, const std::vector<Term>& query,
                                     const ListOptions& options);
[[nodiscard]] std::int64_t count(const Store& store, const std::vector<Term>& query, Day today);

/// With points; nullopt when there is no such card.
[[nodiscard]] std::optional<Card> card_with(const Store& store, const std::string& id);

/// The cards a user may mean by `text`: the one with this id; else those whose id
/// begins with it (from 4 characters on); else those whose front reads like it; else
/// those that contain it. At most `limit`, with points. Gone cards only by id.
[[nodiscard]] std::vector<Card> find(const Store& store, const std::string& text, int limit = 10);

[[nodiscard]] std::vector<Point> points_of(const Store& store, const std::string& card_id);

/// Front and back of at most `most` cards, spread evenly over all: what words are common
/// in a person's notes can be told from these.
[[nodiscard]] std::vector<std::string> sample_texts(const Store& store, int most);

/// All decks and tags there are, sorted: for completion and "did you mean".
[[nodiscard]] std::vector<std::string> decks(const Store& store);
[[nodiscard]] std::vector<std::string> tags(const Store& store);

}  // namespace wengu::store
