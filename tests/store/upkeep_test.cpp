#include "store/upkeep.h"

#include "core/error.h"
#include "store/sample.h"
#include "support/temp_dir.h"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

#include <memory>

namespace wengu::store {
namespace {

using test::draft;
using test::TempDir;

/// A collection with one card that was graded once.
Store with_card(const std::filesystem::path& path, const std::string& front = "What is RAII?") {
    Store store{path};
    const auto ids = test::add_cards(store, {draft(front)});
    test::grade(store, ids[0], Grade::Good);
    return store;
}

TEST_CASE("backup: is a collection of its own, as of that moment", "[store]") {
    const TempDir folder;
    Store store = with_card(folder / "wengu.db");
    folder.write("copy.db", "an older backup");
    backup(store, folder / "copy.db");
    undo(store, 1, test::noon().at, test::count_reviews);
    const Store copy{folder / "copy.db"};
    CHECK(last_reviews(copy, 9).size() == 1);
    CHECK_FALSE(last_reviews(copy, 9).at(0).undone);
    CHECK(check(copy).empty());
    CHECK_FALSE(std::filesystem::exists(folder / "copy.db.part"));
}

TEST_CASE("backup: that cannot be written leaves the older one", "[store]") {
    const TempDir folder;
    const Store store = with_card(folder / "wengu.db");
    CHECK_THROWS_AS(backup(store, folder / "no/such/copy.db"), Error);
}

TEST_CASE("restore: brings back what the backup holds", "[store]") {
    const TempDir folder;
    {
        Store store = with_card(folder / "wengu.db");
        backup(store, folder / "copy.db");
        test::add_cards(store, {draft("later")}, test::note("later.md"));
    }
    const std::string before = folder.read("copy.db");
    restore(folder / "copy.db", folder / "wengu.db");
    CHECK(list(Store{folder / "wengu.db"}, {}, {}).size() == 1);
    CHECK(folder.read("copy.db") == before);
    folder.write("wengu.db", "damaged beyond words");
    restore(folder / "copy.db", folder / "wengu.db");
    CHECK(list(Store{folder / "wengu.db"}, {}, {}).size() == 1);
}

TEST_CASE("restore: from a damaged backup changes nothing", "[store]") {
    const TempDir folder;
    { const Store store = with_card(folder / "wengu.db"); }
    folder.write("copy.db", std::string(9000, 'x'));
    CHECK_THROWS_AS(restore(folder / "copy.db", folder / "wengu.db"), Error);
    CHECK_THROWS_WITH(restore(folder / "none.db", folder / "wengu.db"),
                      "there is no backup " + (folder / "none.db").string());
    CHECK(list(Store{folder / "wengu.db"}, {}, {}).size() == 1);
}

TEST_CASE("restore: writes into the file that is there, and not while somebody has it open",
          "[store]") {
    const TempDir folder;
    const auto path = folder / "wengu.db";
    {
        const Store store = with_card(path);
        backup(store, folder / "copy.db");
        CHECK_THROWS_WITH(restore(folder / "copy.db", path),
                          "another program has " + path.string() + " open");
    }
    std::filesystem::create_hard_link(path, folder / "same file.db");
    { test::add_cards(*std::make_unique<Store>(path), {draft("later")}, test::note("later.md")); }
    restore(folder / "copy.db", path);
    CHECK(folder.read("same file.db") == folder.read("wengu.db"));
    CHECK(list(Store{path}, {}, {}).size() == 1);
    CHECK_FALSE(std::filesystem::exists(path.string() + ".part"));
}

TEST_CASE("restore: takes no file that is not a collection as wengu makes them", "[store]") {
    const TempDir folder;
    const auto path = folder / "wengu.db";
    {
        const Store store = with_card(path);
        for (const char* name : {"trigger.db", "view.db", "gone.db", "newer.db"}) {
            backup(store, folder / name);
        }
    }
    const auto change = [&](const char* name, const char* sql) {
        SQLite::Database{(folder / name).string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}
            .exec(sql);
    };
    change("empty.db", "create table t (x); drop table t");
    change("music.db", "create table song (title)");
    change("trigger.db",
           "create trigger t after insert on review begin update card set flagged = 1; end");
    change("view.db", "create view v as select * from card");
    change("gone.db", "drop trigger review_is_never_changed");
    change("newer.db", "pragma user_version = 99");
    for (const char* name :
         {"empty.db", "music.db", "trigger.db", "view.db", "gone.db", "newer.db"}) {
        INFO(name);
        CHECK_THROWS_AS(restore(folder / name, path), Error);
        CHECK(list(Store{path}, {}, {}).size() == 1);
    }
    CHECK_THROWS_WITH(restore(folder / "music.db", path),
                      (folder / "music.db").string() + " is no wengu collection");
    CHECK_THROWS_WITH(
        restore(folder / "trigger.db", path),
        (folder / "trigger.db").string() + " has triggers or views that wengu did not make");
}

TEST_CASE("check: finds nothing in a sound file and something in a damaged one", "[store]") {
    const TempDir folder;
    const auto path = folder / "wengu.db";
    {
        Store store = with_card(path);
        std::vector<Draft> many;
        for (int i = 0; i < 500; ++i) many.push_back(draft("Question " + std::to_string(i)));
        test::add_cards(store, many, test::note("many.md"));
        CHECK(check(store).empty());
    }
    CHECK(check_file(path).empty());
    std::string bytes = folder.read("wengu.db");
    REQUIRE(bytes.size() > 250000);
    for (std::size_t at = 180000; at < 250000; ++at) bytes[at] = 'x';
    folder.write("wengu.db", bytes);
    CHECK_FALSE(check_file(path).empty());
    CHECK_FALSE(check_file(folder / "none.db").empty());
    const Store store{path};
    CHECK_FALSE(check(store).empty());
    CHECK_THROWS_WITH(list(store, {}, {}),
                      "the collection " + path.string() +
                          " is damaged; `wengu doctor` says how badly, `wengu restore` "
                          "brings back a backup");
}

TEST_CASE("compact: keeps every card findable", "[store]") {
    const TempDir folder;
    Store store = with_card(folder / "wengu.db");
    compact(store);
    CHECK(count(store, parse_query("raii"), test::kToday) == 1);
    CHECK(check(store).empty());
}

}  // namespace
}  // namespace wengu::store
