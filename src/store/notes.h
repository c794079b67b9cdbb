#pragma once
// What is known of the notes: which files, what they said of themselves, what was
// wrong with them, and which cards were found in them.

#include "core/card.h"
#include "core/error.h"
#include "core/time.h"
#include "store/store.h"

#include <cstdint>

namespace wengu::store {

using NoteId = std::int64_t;

/// What tells whether a file has changed: the first two for the price of a stat.
struct FileStamp {
    std::int64_t size = 0;
    std::int64_t mtime_ns = 0;
    std::uint64_t hash = 0;  ///< Of the bytes.

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// One note as the store keeps it.
struct Note {
    NoteId id = 0;  ///< 0: not stored yet.
    std::string path;
    std::string deck;
    std::string title;
    FileStamp stamp;
    std::vector<std::string> tags;
    std::vector<std::string> related;  ///< `related_outlines`.
    std::string difficulty;            ///< As written in the front matter.
    std::optional<Day> created;
    bool keeps_state = false;  ///< Its front matter has the keys that are written back.
    /// Progress that came with the note when it was first read; kept from then on.
    int brought_reviews = 0;
    std::optional<Day> brought_last_day;
    bool gone = false;
    std::int64_t read_as = 0;  ///< How it was read, see schema/0006.

    friend bool operator==(const Note&, const Note&) = default;
};

/// Whether an import has ever read its file; false for a note that only came with a merge.
[[nodiscard]] bool was_read_here(const Note& note);

/// Whether there is any note, gone ones included.
[[nodiscard]] bool has_notes(const Store& store);
/// Every note, gone ones included, by path.
[[nodiscard]] std::vector<Note> notes(const Store& store);
[[nodiscard]] std::optional<Note> note_at(const Store& store, const std::string& path);
[[nodiscard]] std::optional<Note> note_with(const Store& store, NoteId id);

/// The file is known as it is now: after wengu itself has written into it.
void set_stamp(Store& store, NoteId id, const FileStamp& stamp);

/// What the front matter of a note said before a grade was first written into it.
struct SaidBefore {
    /// One for each key, see schema/0004; nullopt: it was written, but nobody knows any more.
    std::optional<std::vector<std::string>> lines;

    friend bool operator==(const SaidBefore&, const SaidBefore&) = default;
};

/// nullopt: no grade was ever written into the note.
[[nodiscard]] std::optional<SaidBefore> said_before(const Store& store, NoteId id);
void remember_said(Store& store, NoteId id, const std::vector<std::string>& lines, Instant at);
/// The note says it again.
void forget_said(Store& store, NoteId id);

/// Notes down that the file, as it is with this hash, cannot be written into. Returns whether
/// that is news.
bool note_refusal(Store& store, NoteId id, std::uint64_t hash);

/// How many cards these notes have, gone ones left out.
[[nodiscard]] int count_cards(const Store& store, const std::vector<NoteId>& notes);

/// What re-linking needs to know of a card.
struct StoredCard {
    std::string id;
    NoteId note_id = 0;
    std::string note;  ///< Path.
    CardKind kind = CardKind::Question;
    HeadingPath heading_path;
    std::string front;
    std::string back;
    std::string anchor;
    std::string hole;
    int front_line = 0;
    int position = 0;
    bool gone = false;
};

/// The cards of these notes, and, if asked for, those that are gone anywhere: the
/// text of a gone card may come back in another note. By note and position. Cards of kind
/// Point are left out: they stand in no note.
[[nodiscard]] std::vector<StoredCard> stored_cards(const Store& store,
                                                   const std::vector<NoteId>& notes,
                                                   bool with_gone_of_others = true);

/// The problems of all files, by path and line, in the language that is in use now.
[[nodiscard]] std::vector<Problem> problems(const Store& store);

}  // namespace wengu::store
