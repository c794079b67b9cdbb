#pragma once
// Keeping a collection whole: backups, checks, and moving it between machines.

#include "store/reviews.h"

#include <functional>
#include <string_view>

namespace wengu::store {

/// Writes a copy of the collection, as of now, to `path`; other programs may go on
/// using the collection meanwhile. What stood at `path` is replaced only when the copy
/// is complete. Throws Error when it cannot be written.
void backup(const Store& store, const std::filesystem::path& path);

/// Makes the collection at `path` what the backup `from` holds. The backup is looked through
/// first: one that is damaged, that is no collection, or that has triggers of its own changes
/// nothing. It is written into the file that is there, under a lock that no other program gets
/// past; only a file that is no database is replaced. Throws Unavailable while another program has
/// the collection open.
void restore(const std::filesystem::path& from, const std::filesystem::path& path);

/// What is wrong with the file, one finding each, in SQLite's words; empty when all is
/// well. Reads everything.
[[nodiscard]] std::vector<std::string> check(const Store& store);

/// The same for a file that may be too damaged to be opened as a collection.
[[nodiscard]] std::vector<std::string> check_file(const std::filesystem::path& path);

/// How many steps of schema/ made this file.
[[nodiscard]] int schema_version(const Store& store);

/// Rebuilds the full-text index and packs the file.
void compact(Store& store);

/// Everything as JSON objects, one a call, without line end: notes, cards with points
/// and marks, the whole log with what was taken back, drills, holidays. Not the
/// settings, and not the schedules, which follow from the log.
void export_rows(const Store& store, const std::function<void(std::string_view)>& line);

struct Merged {
    int cards = 0;    ///< New here.
    int reviews = 0;  ///< New here.
    int undone = 0;   ///< Grades taken back there, not yet here.
    int skipped = 0;  ///< Lines of a kind unknown to this wengu, or about unknown cards.

    friend bool operator==(const Merged&, const Merged&) = default;
};

/// Takes in what `export_rows` gave elsewhere: the union of both logs by review id,
/// whichever machine is merged into which. Texts and marks of cards that are known here
/// stay. `next` gives the lines in their order, nullopt at the end. Schedules are rebuilt by
/// `replay`. All or nothing; throws Error that names a line that is not JSON.
Merged merge_rows(Store& store, const std::function<std::optional<std::string>()>& next,
                  const Replay& replay);

}  // namespace wengu::store
