#pragma once
// From the bytes of one file to its cards.

#include "cards/split.h"
#include "library/environment.h"
#include "library/import/walk.h"
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
[[nodiscard]] Words words_of(const Environment& environment);

/// What decides beside its bytes which cards a file gives: the rules, the user's words, and
/// whether those are wanted that the rules are not sure of. For `store::Note::read_as`.
[[nodiscard]] std::int64_t reading_fingerprint(const Environment& environment, bool all);

/// Whether what was read in the manner `before` need not be read again in the manner `wanted`.
[[nodiscard]] bool suffices(std::int64_t before, std::int64_t wanted);

/// Points take half of the memory of a note's cards.
enum class Points { Now, Later };

/// What is wanted of a note beside its cards.
struct Wanted {
    Points points = Points::Now;
    Explaining explaining = Explaining::No;
};

/// Reads and splits one file; `words` steer the splitter, `encoding` is used
/// when the bytes are not UTF-8.
[[nodiscard]] ReadFile read_note(const FoundFile& file, const Words& words,
                                 const std::string& encoding, const Wanted& wanted = {});

/// The same for many, on all cores. `take` gets them one by one in the order of the files, on the
/// calling thread; no more than a few dozen are held at a time.
void read_notes(const std::vector<FoundFile>& files, const Words& words,
                const std::string& encoding, const Wanted& wanted,
                const std::function<void(ReadFile&&)>& take);

}  // namespace wengu
