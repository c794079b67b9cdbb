#pragma once
// Keeps the review state in the front matter of notes current: promise one says
// that nothing else in a note is ever written.

#include "app/context.h"
#include "core/error.h"
#include "store/notes.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace wengu {

enum class WriteMode {
    Auto,    ///< As the setting write_back says.
    Always,  ///< The user asked for it.
    DryRun,  ///< Only find out what would change.
};

struct NoteUpdate {
    struct Change {
        std::string path;
        std::vector<std::string> before;  ///< The lines that change, as they are.
        std::vector<std::string> after;
    };
    std::vector<Change> changes;
    std::vector<Problem> problems;  ///< Notes that could not be written, and why.
};

/// Writes the state of these notes where it differs, each file as it is now and as a
/// whole. A note that cannot be written is a problem, not a stop.
NoteUpdate update_notes(const Context& context, Store& store,
                        const std::vector<store::NoteId>& notes, WriteMode mode);

/// Prints the problems of an update to standard error.
void report(const Context& context, const NoteUpdate& update);

}  // namespace wengu
