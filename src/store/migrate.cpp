#include "store/migrate.h"

#include "core/error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

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

}  // namespace

void migrate(SQLite::Database& db, std::span<const EmbeddedFile> steps) {
    const int target = static_cast<int>(steps.size());
    if (version_of(db) == 0) refuse_foreign(db);
    for (;;) {
        const int found = version_of(db);
        if (found > target) {
            fail<Unavailable>(
                "the collection has schema {} but this wengu only knows up to {}; "
                "install a newer wengu",
                found, target);
        }
        if (found == target) return;
        SQLite::Transaction step{db, SQLite::TransactionBehavior::IMMEDIATE};
        if (version_of(db) != found) continue;  // another program was quicker
        db.exec(std::string{steps[static_cast<std::size_t>(found)].text});
        db.exec(fmt::format("pragma user_version = {}", found + 1));
        step.commit();
    }
}

}  // namespace wengu::store
