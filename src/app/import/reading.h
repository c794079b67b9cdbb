#pragma once
// From the bytes of one file to its cards.

#include "app/context.h"
#include "app/outside/walk.h"
#include "cards/split.h"
#include "notes/note.h"

#include <functional>
#include <string>
#include <vector>

namespace wengu {

/// A file as it was read. Without `readable` there is only a problem.
struct ReadFile {
    FoundFile file;
    std::uint64_t hash = 0;
    bool readable = false;
    Note note;
    Split split;
    std::vector<Problem> problems;  ///< Of the file, its front matter and its cards.
};

/// The word lists of the program, with the user's own words.txt added.
[[nodiscard]] Words words_of(const Context& context);

/// Reads and splits one file; `words` steer the splitter, `encoding` is used
/// when the bytes are not UTF-8.
[[nodiscard]] ReadFile read_note(const FoundFile& file, const Words& words,
                                 const std::string& encoding);

enum class Keep {
    All,
    Cards,  ///< Not the note's body, not the explanations.
};

/// Told how many files were read, and one of them; from the calling thread.
using Reading = std::function<void(std::size_t done, const FoundFile& last)>;

/// The same for many, on all cores; the order of the results is that of the files.
[[nodiscard]] std::vector<ReadFile> read_notes(const std::vector<FoundFile>& files,
                                               const Words& words, const std::string& encoding,
                                               Keep keep = Keep::All, const Reading& reading = {});

}  // namespace wengu
