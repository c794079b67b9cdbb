#pragma once
// Taking what was read from the notes into the collection, as one change.
//
// Which draft is which stored card is decided elsewhere (cards/relink); here it is
// only carried out. Every import remembers what it changed, so that the last one
// can be taken back.

#include "store/notes.h"
#include "store/progress.h"

namespace wengu::store {

/// One run of an import: everything or nothing. Nothing is written to the disk for
/// good before `commit`; without it, the collection stays as it was.
class Import {
public:
    /// Waits for other writers, then holds the collection until the end.
    Import(Store& store, Instant at);
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;
    ~Import();

    /// Adds the note (id 0), or changes the one with that id: also its path, when a
    /// file was renamed. The note is not gone afterwards. Two notes that are there
    /// cannot have one path: call `note_gone` for the old one first.
    NoteId put_note(const Note& note);
    /// The file is no longer there. Its cards are not touched.
    void note_gone(NoteId note);

    /// Adds a card; `position` is its place among the cards of the note. Returns its id.
    std::string add_card(NoteId note, const Draft& draft, int position);
    /// The card now reads like `draft` and stands there; if it was gone, it is back,
    /// with its history. Returns whether front or back changed.
    bool update_card(const std::string& id, NoteId note, const Draft& draft, int position);
    /// The text of the card is no longer in its note: it is hidden, with its history.
    void card_gone(const std::string& id);
    /// Progress from elsewhere: the card starts from it instead of from new.
    /// `progress` is what the scheduler in force makes of it.
    void start_from(const std::string& id, const ImportedProgress& brought,
                    const Progress& progress);

    /// What the file at `path` now has to complain about; replaces what was there.
    void put_problems(const std::string& path, const std::vector<Problem>& problems);

    void commit();

private:
    Database& db_;
    Instant at_;
    std::int64_t run_ = 0;      ///< 0 until something changes.
    std::int64_t indexed_ = 0;  ///< Cards with greater keys wait to be indexed.
    bool done_ = false;
    void open_run();
    void remember(const char* what, std::int64_t key, const char* select_json);
    void put_points(std::int64_t card, const std::vector<Point>& points);
    std::string free_id(const Draft& draft);
};

/// Every note in any order, gone ones included, with no more than an import compares: id, path,
/// deck, stamp, gone, read_as.
[[nodiscard]] std::vector<Note> notes_in_brief(const Store& store);

/// What taking back did.
struct TakenBack {
    int removed = 0;   ///< Cards that the import had added.
    int restored = 0;  ///< Cards that are again as they were before it.
};

/// Undoes the last import: texts and places are as before it. Grades given since are
/// kept: a card that the import added and that was graded is hidden, not removed.
/// nullopt when there is nothing to take back.
std::optional<TakenBack> take_back_import(Store& store, Instant at);

/// Forgets gone cards that were never graded, and gone notes without cards. Returns
/// how many cards went.
int prune(Store& store);

}  // namespace wengu::store
