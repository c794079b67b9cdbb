#pragma once
// The collection: one SQLite file with the cards, the review log and all else
// that outlives a run. This room is the only one that knows SQL; callers see
// values of the domain and wengu::Error.
//
// What can be done with a collection stands in one header per topic: import.h,
// cards.h, queue.h, reviews.h, drills.h, stats.h, upkeep.h. All take a Store&.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wengu::store {

class Database;

/// An open collection. Not for use from two threads at once.
class Store {
public:
    /// Opens the collection at `path`, creating it and its folder if need be, and
    /// bringing it up to the newest schema. ":memory:" is a collection that is
    /// forgotten. Throws Unavailable when another program holds the file or a
    /// newer wengu wrote it; Error when it cannot be opened, is damaged, or is not
    /// a collection.
    explicit Store(const std::filesystem::path& path);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    // What follows is for the other files of this room; the templates stand in database.h.

    /// Runs `action(Database&)` and turns SQLite's complaints into wengu::Error; `what` is the
    /// sentence for those without one of their own: "cannot save the review: {}".
    template <typename Action>
    auto run(const char* what, Action action) const;
    /// The same for what writes: all of it is kept when `action` returns, nothing when it throws.
    template <typename Action>
    auto change(const char* what, Action action);
    [[nodiscard]] Database& database() const { return *database_; }

private:
    std::unique_ptr<Database> database_;
};

/// Makes several changes one: all are there after `commit`, none without it. The
/// functions of this room are transactions of their own outside of one.
class Transaction {
public:
    explicit Transaction(Store& store);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    Database& db_;
    bool done_ = false;
};

/// A value kept under a name; nullopt when it was never set.
[[nodiscard]] std::optional<std::string> setting(const Store& store, const std::string& key);
void set_setting(Store& store, const std::string& key, const std::string& value);

}  // namespace wengu::store

namespace wengu {
using store::Store;
}
