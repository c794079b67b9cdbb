#pragma once
// Keeps the review state in the front matter of notes current: promise one says
// that nothing else in a note is ever written.

#include "core/error.h"
#include "library/environment.h"
#include "store/notes.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace wengu {

enum class WriteMode {
    Auto,    ///< As the setting write_back says.
    Always,  ///< The user asked for it.
    DryRun,  ///< Only find out what would change.
    Check,   ///< Only find out what `Auto` cannot write, whether or not it was said before.
};

struct NoteUpdate {
    struct Change {
        std::string path;
        std::vector<std::string> before;  ///< The lines that change, as they are.
        std::vector<std::string> after;
    };
    std::vector<Change> changes;
    /// Notes that could not be written, and why; unasked, only what was not said before.
    std::vector<Problem> problems;
    bool unreachable = false;  ///< A file could not be read or written just now.
};

/// Writes the state of these notes where it differs, each file as it is now and as a
/// whole. What a note said before its first grade is remembered; it says so again once all
/// grades are taken back, and of its next review as long as no card of it is due. A note that
/// cannot be written is a problem, not a stop.
NoteUpdate update_notes(const Environment& environment, Store& store,
                        const std::vector<store::NoteId>& notes, WriteMode mode);

/// Writes what notes do not say yet, because the program was killed between a grade and the end of
/// its sitting, say: the state of the notes of all grades since the last catching up, or of all
/// notes where that is not known. For commands that begin to study. What cannot be written is
/// left to `wengu check`; what cannot be reached now is tried again the next time.
void catch_up(const Environment& environment, Store& store);

/// The next `catch_up` looks at all notes: the log is another one now.
void owe_all(Store& store);

/// What notes should say and cannot be written, and why.
[[nodiscard]] std::vector<Problem> unwritten(const Environment& environment, Store& store);

/// Prints the problems of an update to standard error.
void warn_of(const Environment& environment, const NoteUpdate& update);

}  // namespace wengu
