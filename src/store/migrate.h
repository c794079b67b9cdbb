#pragma once
// Brings a database file up to the schema this program was built with.

#include "core/embedded.h"

#include <span>

namespace SQLite {
class Database;
}

namespace wengu::store {

/// Applies `steps[n]` for every n from the file's version on, each in its own
/// transaction together with the version bump. A step that fails leaves the file
/// exactly as it was before that step. Throws Unavailable if the file is newer
/// than the program, Error if it is a database of another program.
void migrate(SQLite::Database& db, std::span<const EmbeddedFile> steps);

/// Throws Error when the file is no collection, has triggers or views that no step made, or
/// lacks some that the steps it has been through made; Unavailable if it is newer than the program.
void require_collection(SQLite::Database& db, std::span<const EmbeddedFile> steps);

}  // namespace wengu::store
