#include "store/migrate.h"

#include "core/error.h"
#include "store/tokenizer.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <set>
#include <string>

namespace wengu::store {
namespace {

constexpr int kApplicationId = 0x77656e67;  // the same in schema/0001_collection.sql

int version_of(SQLite::Database& db) { return db.execAndGet("pragma user_version").getInt(); }

/// A file with tables of its own that never was a collection is left alone.
void refuse_foreign(SQLite::Database& db) {
    const int id = db.execAndGet("pragma application_id").getInt();
    if (id == kApplicationId) return;
    if (id == 0 && db.execAndGet("select count(*) from sqlite_schema").getInt() == 0) return;
    fail("{} is a database of another program, not a wengu collection", db.getFilename());
}

[[noreturn]] void fail_newer(int found, int known) {
    fail<Unavailable>(
        "the collection has schema {} but this wengu only knows up to {}; install a newer wengu",
        found, known);
}

/// What runs by itself when the file is used: its text, by its name.
std::set<std::string> programs_in(SQLite::Database& db) {
    std::set<std::string> programs;
    SQLite::Statement row{db,
                          "select name || char(10) || sql from sqlite_schema "
                          "where type in ('trigger', 'view')"};
    while (row.executeStep()) programs.insert(row.getColumn(0).getString());
    return programs;
}

std::set<std::string> programs_of(std::span<const EmbeddedFile> steps) {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    register_tokenizer(db);
    for (const EmbeddedFile& step : steps) db.exec(std::string{step.text});
    return programs_in(db);
}

}  // namespace

void require_collection(SQLite::Database& db, std::span<const EmbeddedFile> steps) {
    const int version = version_of(db);
    const int id = db.execAndGet("pragma application_id").getInt();
    if (id != kApplicationId || version < 1) fail("{} is no wengu collection", db.getFilename());
    if (version > std::ssize(steps)) fail_newer(version, static_cast<int>(steps.size()));
    if (programs_in(db) != programs_of(steps.first(static_cast<std::size_t>(version)))) {
        fail("{} has triggers or views that wengu did not make", db.getFilename());
    }
}

void migrate(SQLite::Database& db, std::span<const EmbeddedFile> steps) {
    const int target = static_cast<int>(steps.size());
    if (version_of(db) == 0) refuse_foreign(db);
    for (;;) {
        const int found = version_of(db);
        if (found > target) fail_newer(found, target);
        if (found == target) return;
        SQLite::Transaction step{db, SQLite::TransactionBehavior::IMMEDIATE};
        if (version_of(db) != found) continue;  // another program was quicker
        db.exec(std::string{steps[static_cast<std::size_t>(found)].text});
        db.exec(fmt::format("pragma user_version = {}", found + 1));
        step.commit();
    }
}

}  // namespace wengu::store
