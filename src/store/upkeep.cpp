#include "store/upkeep.h"

#include "store/database.h"
#include "store/migrate.h"
#include "store/schema.h"
#include "store/tokenizer.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

namespace wengu::store {
namespace {

constexpr int kPagesAtOnce = 1000;
constexpr int kMostFindings = 100;

std::vector<std::string> findings(SQLite::Database& db) {
    std::vector<std::string> all;
    SQLite::Statement pages{db, fmt::format("pragma integrity_check({})", kMostFindings)};
    while (pages.executeStep()) {
        const std::string finding = pages.getColumn(0).getString();
        if (finding != "ok") all.push_back(finding);
    }
    SQLite::Statement keys{db, "pragma foreign_key_check"};
    while (keys.executeStep()) {
        all.push_back(say("row {} of {} refers to a row of {} that does not exist",
                          keys.getColumn(1).getInt64(), keys.getColumn(0).getString(),
                          keys.getColumn(2).getString()));
    }
    return all;
}

/// Copies page by page, letting other programs in between.
void copy(SQLite::Database& to, SQLite::Database& from) {
    SQLite::Backup backup{to, from};
    for (int status = SQLITE_OK; status != SQLITE_DONE;) {
        status = backup.executeStep(kPagesAtOnce);
        if (status == SQLITE_BUSY || status == SQLITE_LOCKED) sqlite3_sleep(20);
    }
}

void remove_quietly(const std::filesystem::path& path) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
}

/// Removes a file and what SQLite keeps beside it.
class Scrap {
public:
    explicit Scrap(std::string path) : path_{std::move(path)} {}
    Scrap(const Scrap&) = delete;
    Scrap& operator=(const Scrap&) = delete;
    ~Scrap() {
        for (const char* suffix : {"", "-wal", "-shm"}) remove_quietly(path_ + suffix);
    }

private:
    std::string path_;
};

/// Throws unless `from` is a sound collection that this wengu can read.
void require_sound(const std::filesystem::path& from) {
    const auto wrong = check_file(from);
    if (!wrong.empty()) fail("the backup {} is damaged: {}", from.string(), wrong.front());
    SQLite::Database db{from.string(), SQLite::OPEN_READONLY};
    require_collection(db, kSchema);
}

/// What `from` holds, brought up to date, in one file with nothing beside it.
void prepare_part(const std::filesystem::path& from, const std::filesystem::path& part) {
    remove_quietly(part);
    {
        SQLite::Database source{from.string(), SQLite::OPEN_READONLY};
        SQLite::Database target{part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        copy(target, source);
    }
    { const Store opens_and_is_brought_up_to_date{part}; }
    SQLite::Database{part.string(), SQLite::OPEN_READWRITE}.exec("pragma journal_mode = delete");
}

/// Writes what `part` holds into the file at `path`, in one transaction. Nobody else has the file
/// open, and nobody can open it, from before the first page until after the last.
void write_into(const std::filesystem::path& path, const std::filesystem::path& part) {
    SQLite::Database target{path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    target.exec("pragma locking_mode = exclusive");
    // Only the last program that has a file open can take it out of WAL mode.
    SQLite::Statement{target, "pragma journal_mode = delete"}.executeStep();
    target.exec("begin exclusive");
    target.exec("commit");  // the lock stays until the file is closed
    SQLite::Database source{part.string(), SQLite::OPEN_READONLY};
    copy(target, source);
}

bool is_damage(const SQLite::Exception& error) {
    return error.getErrorCode() == SQLITE_NOTADB || error.getErrorCode() == SQLITE_CORRUPT;
}

}  // namespace

void backup(const Store& store, const std::filesystem::path& path) {
    Database& db = store.database();
    std::filesystem::path part = path;
    part += ".part";
    remove_quietly(part);
    try {
        SQLite::Database target{part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        copy(target, db.handle());
        target.exec("pragma journal_mode = delete");  // one file, nothing beside it
    } catch (const SQLite::Exception& error) {
        remove_quietly(part);
        explain(error, N_("cannot write the backup: {}"), path.string());
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
    if (error) fail("cannot write the backup {}: {}", path.string(), error.message());
}

void restore(const std::filesystem::path& from, const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(from, error)) fail("there is no backup {}", from.string());
    require_sound(from);
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
    const std::string part = path.string() + ".part";
    const Scrap scrap{part};
    try {
        prepare_part(from, part);
        write_into(path, part);
        return;
    } catch (const SQLite::Exception& failure) {
        if (failure.getErrorCode() == SQLITE_BUSY) {
            fail<Unavailable>("another program has {} open", path.string());
        }
        if (!is_damage(failure)) explain(failure, N_("cannot restore it: {}"), path.string());
    }
    // What is there is no database, so nobody has it open as one.
    for (const char* suffix : {"-wal", "-shm"}) remove_quietly(path.string() + suffix);
    std::filesystem::rename(part, path, error);
    if (error) fail("cannot restore {}: {}", path.string(), error.message());
}

std::vector<std::string> check(const Store& store) {
    Database& db = store.database();
    try {
        auto all = findings(db.handle());
        const int status =
            db.handle().tryExec("insert into search (search, rank) values ('integrity-check', 1)");
        if (status != SQLITE_OK) all.push_back(say("the full-text index does not fit the cards"));
        return all;
    } catch (const SQLite::Exception& error) {
        return {error.what()};
    }
}

std::vector<std::string> check_file(const std::filesystem::path& path) {
    try {
        SQLite::Database db{path.string(), SQLite::OPEN_READONLY};
        register_tokenizer(db);
        return findings(db);
    } catch (const SQLite::Exception& error) {
        return {error.what()};
    }
}

int schema_version(const Store& store) {
    return store.run("cannot read the collection: {}", [&](Database& db) {
        Query row{db, "pragma user_version"};
        row.next();
        return row.integer(0);
    });
}

void compact(Store& store) {
    store.run(N_("cannot compact the collection: {}"), [&](Database& db) {
        db.handle().exec("insert into search (search) values ('rebuild')");
        db.handle().exec("vacuum");
    });
}

}  // namespace wengu::store
