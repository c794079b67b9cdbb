#pragma once
// One sitting of reviews on a collection: what the session says is kept, in one
// transaction, before the next press. The full screen and the linear mode both
// drive this.

#include "library/collection.h"
#include "library/import/note_state.h"
#include "study/session.h"

#include <filesystem>
#include <functional>
#include <set>

namespace wengu {

/// Lets the user change a file, the given line first (0: none). Returns when they are done;
/// throws Error when it cannot be opened.
using EditFile = std::function<void(const std::filesystem::path& file, int line)>;

class Sitting {
public:
    /// Asks `cards`; `cram` changes no schedule. Without `edit` nothing can be edited.
    Sitting(const Environment& environment, Store& store, SchedulerSet schedulers,
            std::vector<SessionCard> cards, bool cram, EditFile edit = {});

    [[nodiscard]] const Session& session() const { return session_; }
    [[nodiscard]] const SchedulerSet& schedulers() const { return schedulers_; }
    /// Whether grades change schedules.
    [[nodiscard]] bool counts() const { return !cram_; }
    [[nodiscard]] Moment now() const { return environment_.now(); }

    /// Whether Action::Undo would do something: there is a step of this sitting, or, when none
    /// is left, a grade of an earlier one. A sitting that changes no schedule stays with its own.
    [[nodiscard]] bool can_undo() const { return session_.can_undo() || earlier_left_; }
    /// The grade of an earlier sitting that the last press took back.
    [[nodiscard]] const std::optional<Review>& taken_from_earlier() const { return earlier_; }

    /// Whether the card that was graded last had been graded elsewhere since it was shown.
    [[nodiscard]] bool overtaken() const { return overtaken_; }

    /// Hands the press to the session and keeps what it led to. For Action::Edit a caller with
    /// a terminal gives it away first: the editor runs in here.
    std::optional<SessionEvent> press(Action action, Grade grade = Grade::Good);

    /// Cards whose text was found changed by the last edit could not be matched:
    /// why, for the user; empty when all went well.
    [[nodiscard]] const std::string& edit_trouble() const { return edit_trouble_; }

    /// Writes the notes' state back, if the settings say so. Call once, at the end.
    NoteUpdate finish();

private:
    void keep(SessionEvent& event);
    void keep_grade(Graded& graded);
    std::optional<SessionEvent> undo_earlier();
    void edit(const std::string& card_id);
    void touch(const std::string& card_id);

    const Environment& environment_;
    Store& store_;
    SchedulerSet schedulers_;
    bool cram_;
    EditFile edit_;
    Session session_;
    std::set<store::NoteId> touched_;
    std::string edit_trouble_;
    bool earlier_left_;
    bool overtaken_ = false;
    std::optional<Review> earlier_;
};

}  // namespace wengu
