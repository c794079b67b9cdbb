#pragma once
// What the log and the cards add up to, for `wengu stats` and for the state that is
// written back into notes.

#include "store/notes.h"

namespace wengu::store {

/// What the front matter of one note should say.
struct NoteState {
    NoteId id = 0;
    std::string path;
    int cards = 0;                     ///< Neither gone nor suspended; the rest is about these.
    double mastery = 0;                ///< Mean over them.
    std::optional<Day> next_review;    ///< Earliest due day of those that have one.
    std::optional<Day> last_reviewed;  ///< Last study day on which any of the note was graded.
    int days_here = 0;                 ///< Study days with a grade that was given with wengu.
    int review_days = 0;               ///< The same, and those brought along.

    friend bool operator==(const NoteState&, const NoteState&) = default;
};

/// One note, whether or not it keeps the state.
[[nodiscard]] std::optional<NoteState> note_state(const Store& store, NoteId id);

struct DueOn {
    Day day{};
    int cards = 0;

    friend bool operator==(const DueOn&, const DueOn&) = default;
};

/// How many cards fall due on each day from `first` to `last`, days with none left
/// out; what is overdue counts for `first`. Suspended cards are not counted.
[[nodiscard]] std::vector<DueOn> due_between(const Store& store, Day first, Day last);

struct GroupMastery {
    std::string name;    ///< Of a deck or a tag.
    int cards = 0;       ///< Neither gone nor suspended.
    int seen = 0;        ///< Of these, no longer new.
    double mastery = 0;  ///< Mean over all of them.

    friend bool operator==(const GroupMastery&, const GroupMastery&) = default;
};

[[nodiscard]] std::vector<GroupMastery> mastery_by_deck(const Store& store);
/// A card counts for each of its tags and of its note's.
[[nodiscard]] std::vector<GroupMastery> mastery_by_tag(const Store& store);

}  // namespace wengu::store
