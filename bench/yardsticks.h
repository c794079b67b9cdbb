#pragma once
// What the least possible work costs: the figures of wengu stand beside these.

#include "measure.h"

#include <filesystem>

namespace wengu::bench {

/// A walk of the folder with one stat for each entry.
[[nodiscard]] Cost bare_walk(const std::filesystem::path& folder);

/// cmark-gfm on the bytes of every file, one thread, files read beforehand.
[[nodiscard]] Cost bare_parse(const std::filesystem::path& folder);

/// The notes, cards and points of a collection inserted into the same tables without
/// constraints and indexes, in one transaction. `full_text`: with an FTS5 index of
/// SQLite's own trigrams on fronts and backs.
[[nodiscard]] Cost plain_insert(const std::filesystem::path& collection, bool full_text);

}  // namespace wengu::bench
