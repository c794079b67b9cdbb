#include "store/database.h"

#include "store/migrate.h"
#include "store/schema.h"
#include "store/tokenizer.h"

namespace wengu::store {
namespace {

/// How long to wait for another program that is writing, before giving up.
constexpr int kBusyTimeoutMs = 2000;
constexpr const char* kCannotOpen = N_("cannot open the collection: {}");

void make_folder(const std::filesystem::path& path) {
    if (path.native().starts_with(':') || !path.has_parent_path()) return;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error)
        fail("cannot create the folder {}: {}", path.parent_path().string(), error.message());
}

void prepare(SQLite::Database& db) {
    db.setBusyTimeout(kBusyTimeoutMs);
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    // What stands in the file may be somebody else's: it calls no functions.
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    register_tokenizer(db);
    db.exec("pragma foreign_keys = on");
    db.exec("pragma journal_mode = wal");
    db.exec("pragma synchronous = full");  // a grade survives a power cut
    db.exec("pragma cache_size = -16000");
    migrate(db, kSchema);
}

SQLite::Database open(const std::filesystem::path& path) {
    make_folder(path);
    try {
        SQLite::Database db{path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        prepare(db);
        return db;
    } catch (const SQLite::Exception& error) {
        explain(error, kCannotOpen, path.string());
    }
}

/// SQLite's reason, in words that help.
std::string reason(const SQLite::Exception& error, const std::string& file) {
    switch (error.getErrorCode()) {
        case SQLITE_FULL: return say("the disk is full");
        case SQLITE_READONLY: return say("{} or its folder is read-only", file);
        case SQLITE_CANTOPEN:
            return say("{} cannot be opened; check that its folder is writable", file);
        case SQLITE_PERM:
        case SQLITE_AUTH: return say("no permission to use {}", file);
        case SQLITE_IOERR: return say("the disk reports an error for {}", file);
        case SQLITE_NOMEM: return say("out of memory");
        default: return error.what();
    }
}

}  // namespace

void explain(const SQLite::Exception& error, const char* what, const std::string& file) {
    switch (error.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            fail<Unavailable>(
                "the collection {} is being written by another program; try again when it is done",
                file);
        case SQLITE_CORRUPT:
            fail(
                "the collection {} is damaged; `wengu doctor` says how badly, `wengu restore` "
                "brings back a backup",
                file);
        case SQLITE_NOTADB:
            fail(
                "{} is not a wengu collection; `wengu doctor` looks into it, `wengu restore` "
                "brings back a backup",
                file);
        default: fail(what, reason(error, file));
    }
}

Database::Database(const std::filesystem::path& path) : db_{open(path)} {}

void Database::begin() {
    db_.exec(depth_ == 0 ? "begin immediate" : "savepoint inner");
    ++depth_;
}

void Database::commit() {
    db_.exec(depth_ == 1 ? "commit" : "release inner");
    --depth_;
}

void Database::rollback() noexcept {
    // After a full disk SQLite has rolled back already; then these say so, in vain.
    db_.tryExec(depth_ == 1 ? "rollback" : "rollback to inner; release inner");
    --depth_;
}

Prepared Database::borrow(const std::string& sql) {
    const auto found = idle_.find(sql);
    if (found != idle_.end()) {
        auto statement = std::move(found->second);
        idle_.erase(found);
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v3(db_.getHandle(), sql.c_str(), static_cast<int>(sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return Prepared{statement};
}

void Database::give_back(Prepared statement) noexcept {
    if (!statement) return;
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    const std::string sql = sqlite3_sql(statement.get());
    idle_.insert_or_assign(sql, std::move(statement));
}

void Database::require(int code) {
    if (code != SQLITE_OK) throw SQLite::Exception{db_.getHandle(), code};
}

bool Query::next() {
    const int code = sqlite3_step(row());
    if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW;
    throw SQLite::Exception{sqlite3_db_handle(row()), code};
}

int Query::run() {
    while (next()) {
    }
    return sqlite3_changes(sqlite3_db_handle(row()));
}

std::string_view Query::view(int column) const {
    const auto* text = sqlite3_column_text(row(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row(), column));
    return {reinterpret_cast<const char*>(text), text == nullptr ? 0 : size};
}

std::optional<Day> Query::maybe_day(int column) const {
    if (is_null(column)) return std::nullopt;
    return day(column);
}

std::optional<Instant> Query::maybe_instant(int column) const {
    if (is_null(column)) return std::nullopt;
    return instant(column);
}

}  // namespace wengu::store
