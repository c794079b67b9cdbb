#pragma once
// What a walk found beside what the collection knows of it.

#include "library/import/walk.h"
#include "store/notes.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace wengu {

struct NoteComparison {
    /// Every note by its path; of two with the same the one that is not gone.
    std::unordered_map<std::string, store::Note> known;
    std::vector<FoundFile> changed;        ///< To be read.
    std::vector<store::NoteId> unchanged;  ///< Not even opened.
    std::vector<store::Note> vanished;     ///< Below the paths asked for, and surely no file.
    /// Came with a merge, and on this machine there is no such file: what they hold may be among
    /// the changed files, under the path that it has here. Only filled when there are any.
    std::vector<store::Note> elsewhere;
    std::int64_t manner = 0;  ///< In which the changed files are to be read.
};

/// `manner` as `reading_fingerprint` gives it: what was read otherwise counts as changed.
[[nodiscard]] NoteComparison compare(const Walk& found, const Store& store, std::int64_t manner);

}  // namespace wengu
