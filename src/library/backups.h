#pragma once
// Backups of the collection: where they lie, the daily one, and which are kept.

#include "library/environment.h"
#include "store/store.h"

#include <filesystem>
#include <vector>

namespace wengu {

/// Beside the collection.
[[nodiscard]] std::filesystem::path backup_folder(const Environment& environment);

/// A file in it, named for the day, that is not there yet; the folder is made.
[[nodiscard]] std::filesystem::path free_backup_file(const Environment& environment);

/// Those that were made unasked, oldest first.
[[nodiscard]] std::vector<std::filesystem::path> automatic_backups(const Environment& environment);

/// Call before the first change of a command: the first call on a study day copies the
/// collection, if it has any reviews and is not huge, and removes the oldest copies beyond
/// those that `backup.keep` allows. A backup that fails is said, and stops nothing.
void back_up_daily(const Environment& environment, const Store& store);

}  // namespace wengu
