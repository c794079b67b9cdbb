#pragma once
// The connection, as the files of this room share it. Nobody outside the room
// includes this header: it is where SQLite ends and wengu::Error begins.

#include "core/error.h"
#include "core/time.h"
#include "store/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace wengu::store {

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

    std::unique_ptr<SQLite::Statement> borrow(const std::string& sql);
    void give_back(std::unique_ptr<SQLite::Statement> statement) noexcept;

private:
    SQLite::Database db_;  // first: statements must die before it
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> idle_;
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
    void bind(std::int64_t value) { statement_->bind(++bound_, value); }
    void bind(int value) { statement_->bind(++bound_, value); }
    void bind(bool value) { statement_->bind(++bound_, value ? 1 : 0); }
    void bind(double value) { statement_->bind(++bound_, value); }
    void bind(std::string_view value) { statement_->bind(++bound_, std::string{value}); }
    void bind(const char* value) { bind(std::string_view{value}); }
    void bind(const std::string& value) { statement_->bind(++bound_, value); }
    void bind(std::nullopt_t) { statement_->bind(++bound_); }
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
    bool next() { return statement_->executeStep(); }
    /// For statements without rows; how many rows they changed.
    int run() { return statement_->exec(); }

    [[nodiscard]] bool is_null(int column) const { return at(column).isNull(); }
    [[nodiscard]] int integer(int column) const { return at(column).getInt(); }
    [[nodiscard]] std::int64_t big(int column) const { return at(column).getInt64(); }
    [[nodiscard]] double real(int column) const { return at(column).getDouble(); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::string text(int column) const { return at(column).getString(); }
    [[nodiscard]] Instant instant(int column) const {
        return Instant{std::chrono::milliseconds{big(column)}};
    }
    [[nodiscard]] Day day(int column) const { return Day{std::chrono::days{integer(column)}}; }
    [[nodiscard]] std::optional<Day> maybe_day(int column) const;
    [[nodiscard]] std::optional<Instant> maybe_instant(int column) const;

private:
    [[nodiscard]] SQLite::Column at(int column) const { return statement_->getColumn(column); }

    Database& db_;
    std::unique_ptr<SQLite::Statement> statement_;
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
