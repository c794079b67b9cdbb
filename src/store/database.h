#pragma once
// The connection, as the files of this room share it. Nobody outside the room
// includes this header: it is where SQLite ends and wengu::Error begins.

#include "core/error.h"
#include "core/time.h"
#include "store/store.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace wengu::store {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

/// One open collection file with its prepared statements.
class Database {
public:
    /// Opens or creates the file; see Store.
    explicit Database(const std::filesystem::path& path);

    [[nodiscard]] SQLite::Database& handle() { return db_; }
    [[nodiscard]] const std::string& file() const { return db_.getFilename(); }

    void begin();  ///< Nests: an inner one is a savepoint.
    void commit();
    void rollback() noexcept;
    [[nodiscard]] bool in_transaction() const { return depth_ > 0; }

    /// Runs `action()`, turning SQLite's complaints into wengu::Error. `what` is the sentence
    /// for those without one of their own: "cannot save the review: {}".
    template <typename Action>
    auto run(const char* what, Action action);

    Prepared borrow(const std::string& sql);
    void give_back(Prepared statement) noexcept;
    /// Throws unless `code` says that all is well.
    void require(int code);

private:
    SQLite::Database db_;  // first: statements must die before it
    std::unordered_map<std::string, Prepared> idle_;
    int depth_ = 0;
};

/// One run of a statement: bound at birth, stepped, given back clean.
class Query {
public:
    template <typename... Values>
    explicit Query(Database& db, const std::string& sql, const Values&... values)
        : db_{db}, statement_{db.borrow(sql)} {
        (bind(values), ...);
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query() { db_.give_back(std::move(statement_)); }

    /// Binds the next parameter, counted from the left.
    void bind(std::int64_t value) { bound(sqlite3_bind_int64(row(), ++bound_, value)); }
    void bind(int value) { bind(std::int64_t{value}); }
    void bind(bool value) { bind(std::int64_t{value ? 1 : 0}); }
    void bind(double value) { bound(sqlite3_bind_double(row(), ++bound_, value)); }
    void bind(std::string_view value) {
        // A view of nothing would be null.
        bound(sqlite3_bind_text64(row(), ++bound_, value.empty() ? "" : value.data(), value.size(),
                                  SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    void bind(const char* value) { bind(std::string_view{value}); }
    void bind(const std::string& value) { bind(std::string_view{value}); }
    void bind(std::nullopt_t) { bound(sqlite3_bind_null(row(), ++bound_)); }
    void bind(Day day) { bind(std::int64_t{day.time_since_epoch().count()}); }
    void bind(Instant at) { bind(std::int64_t{at.time_since_epoch().count()}); }
    template <typename Value>
    void bind(const std::optional<Value>& value) {
        if (value) {
            bind(*value);
        } else {
            bind(std::nullopt);
        }
    }

    /// Whether there is a (further) row.
    bool next();
    /// For statements without rows; how many rows they changed.
    int run();

    [[nodiscard]] bool is_null(int column) const {
        return sqlite3_column_type(row(), column) == SQLITE_NULL;
    }
    [[nodiscard]] int integer(int column) const { return sqlite3_column_int(row(), column); }
    [[nodiscard]] std::int64_t big(int column) const { return sqlite3_column_int64(row(), column); }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(row(), column); }
    /// Until the next step.
    [[nodiscard]] std::string_view view(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::string text(int column) const { return std::string{view(column)}; }
    [[nodiscard]] Instant instant(int column) const {
        return Instant{std::chrono::milliseconds{big(column)}};
    }
    [[nodiscard]] Day day(int column) const { return Day{std::chrono::days{integer(column)}}; }
    [[nodiscard]] std::optional<Day> maybe_day(int column) const;
    [[nodiscard]] std::optional<Instant> maybe_instant(int column) const;

private:
    [[nodiscard]] sqlite3_stmt* row() const { return statement_.get(); }
    void bound(int code) { db_.require(code); }

    Database& db_;
    Prepared statement_;
    int bound_ = 0;
};

/// Throws what `error` means to the user. `what` is the sentence for the cases
/// without one of their own: "cannot save the review: {}".
[[noreturn]] void explain(const SQLite::Exception& error, const char* what,
                          const std::string& file);

template <typename Action>
auto Database::run(const char* what, Action action) {
    try {
        return action();
    } catch (const SQLite::Exception& error) {
        explain(error, what, file());
    }
}

/// Takes part in the enclosing transaction, or is one; rolls back unless committed.
class Savepoint {
public:
    explicit Savepoint(Database& db) : db_{db} { db_.begin(); }
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint() {
        if (!done_) db_.rollback();
    }
    void commit() {
        db_.commit();
        done_ = true;
    }

private:
    Database& db_;
    bool done_ = false;
};

template <typename Action>
auto Store::run(const char* what, Action action) const {
    return database_->run(what, [&] { return action(*database_); });
}

template <typename Action>
auto Store::change(const char* what, Action action) {
    return run(what, [&](Database& db) {
        Savepoint all{db};
        if constexpr (std::is_void_v<decltype(action(db))>) {
            action(db);
            all.commit();
        } else {
            auto result = action(db);
            all.commit();
            return result;
        }
    });
}

}  // namespace wengu::store
