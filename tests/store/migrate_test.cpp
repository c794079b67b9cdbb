#include "store/migrate.h"

#include "core/error.h"
#include "store/database.h"
#include "store/sample.h"
#include "store/tokenizer.h"
#include "support/paths.h"
#include "support/temp_dir.h"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wengu::store {
namespace {

const int kWrite = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
constexpr EmbeddedFile kFirst{"0001_a.sql",
                              "create table a (x); pragma application_id = 0x77656e67"};

int version(SQLite::Database& db) { return db.execAndGet("pragma user_version").getInt(); }

TEST_CASE("migrate: applies the steps that a file lacks, in order", "[store]") {
    SQLite::Database db{":memory:", kWrite};
    const EmbeddedFile steps[] = {kFirst, {"0002_b.sql", "insert into a values (1)"}};
    migrate(db, std::span{steps, 1});
    CHECK(version(db) == 1);
    migrate(db, steps);
    migrate(db, steps);
    CHECK(version(db) == 2);
    CHECK(db.execAndGet("select count(*) from a").getInt() == 1);
}

TEST_CASE("migrate: a step that fails halfway leaves the file as it was before it", "[store]") {
    SQLite::Database db{":memory:", kWrite};
    const EmbeddedFile steps[] = {kFirst, {"0002_b.sql", "create table b (x); create tabel c (x)"}};
    CHECK_THROWS_AS(migrate(db, steps), SQLite::Exception);
    CHECK(version(db) == 1);
    CHECK(db.tableExists("a"));
    CHECK_FALSE(db.tableExists("b"));
}

TEST_CASE("migrate: of notes with grades from before, nobody knows what they said", "[store]") {
    Store store{":memory:"};
    const auto graded = test::add_cards(store, {test::draft("Graded?")}, test::note("a.md"));
    test::add_cards(store, {test::draft("New?")}, test::note("b.md"));
    test::grade(store, graded[0], Grade::Good);
    auto& db = store.database().handle();
    db.exec("update note set keeps_state = 1; drop table said_before; drop table write_refused");
    std::ostringstream step;
    step << std::ifstream{test::source_dir() + "/schema/0004_write_back.sql"}.rdbuf();
    db.exec(step.str());
    CHECK(said_before(store, note_at(store, "a.md")->id) == SaidBefore{});
    CHECK(said_before(store, note_at(store, "b.md")->id) == std::nullopt);
}

TEST_CASE("migrate: a collection of before topics were kept is as it was, without topics",
          "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {test::draft("Graded?"), test::draft("New?")});
    test::grade(store, ids[0], Grade::Good);
    const auto before = list(store, {}, {});
    auto& db = store.database().handle();
    db.exec(
        "drop index card_new; alter table card drop column topic; "
        "alter table card drop column worth; create index card_new on card (key) "
        "where gone = 0 and suspended = 0 and phase = 'new'");
    std::ostringstream step;
    step << std::ifstream{test::source_dir() + "/schema/0010_topic.sql"}.rdbuf();
    db.exec(step.str());
    const auto after = list(store, {}, {});
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        CHECK(after[i].draft == before[i].draft);
        CHECK(after[i].progress == before[i].progress);
    }
    CHECK(new_cards(store, {.today = test::kToday, .most = 9}).size() == 1);
}

TEST_CASE("migrate: a collection of every earlier version opens with all of its history",
          "[store]") {
    std::vector<std::filesystem::path> steps;
    for (const auto& file : std::filesystem::directory_iterator{test::source_dir() + "/schema"}) {
        steps.push_back(file.path());
    }
    std::ranges::sort(steps);
    for (std::size_t version = 1; version <= 6; ++version) {
        INFO(version);
        const test::TempDir folder;
        const auto path = folder / "wengu.db";
        {
            SQLite::Database db{path.string(), kWrite};
            register_tokenizer(db);
            for (std::size_t i = 0; i < version; ++i) {
                std::ostringstream step;
                step << std::ifstream{steps[i]}.rdbuf();
                db.exec(step.str());
            }
            db.exec("pragma user_version = " + std::to_string(version));
            db.exec(
                "insert into note (path, deck, title, size, mtime_ns, hash) "
                "values ('a.md', 'd', 't', 1, 2, 3);"
                "insert into card (id, note_id, kind, position, front_line, back_first, back_last, "
                "rule, confidence, heading_path, tags, anchor, hole, user_tags, suspended, "
                "reset_at_ms, front, back) values ('00000000000000ff', 1, 'question', 0, 1, 2, 3, "
                "'question-heading', 1, '', '', '', '', 'b' || char(10) || 'a', 1, 50, 'Q?', 'A.');"
                "insert into review (id, card, at_ms, utc_offset_minutes, day, grade, taken_ms, "
                "source, scheduler, counted, phase, interval_days) values "
                "('01', 1, 40, 0, 0, 3, 9, 'review', 'sm2/1', 1, 'new', 0), "
                "('02', 1, 60, 0, 0, 3, 9, 'review', 'sm2/1', 1, 'new', 0);"
                "insert into review_undone values (2, 70);"
                "insert into holiday values (100, 102), (200, 200)");
        }
        Store store{path};
        const auto card = card_with(store, "00000000000000ff").value();
        CHECK(card.suspended);
        CHECK(card.tags == std::vector<std::string>{"b", "a"});
        CHECK(history_of(store, card.id).size() == 2);
        CHECK(history_of(store, card.id)[1].undone);
        CHECK(log_of(store, card.id).reviews.empty());
        CHECK(holidays(store).size() == 2);
        add_tag(store, card.id, "c", test::noon().at);
        CHECK(card_with(store, card.id)->tags == std::vector<std::string>{"a", "b", "c"});
        take_back_reset(store, card.id, test::noon().at, test::count_reviews);
        CHECK(log_of(store, card.id).reviews.size() == 1);
    }
}

TEST_CASE("migrate: a file from a newer wengu is refused and left alone", "[store]") {
    SQLite::Database db{":memory:", kWrite};
    db.exec("pragma user_version = 7");
    CHECK_THROWS_AS(migrate(db, std::span{&kFirst, 1}), Unavailable);
    CHECK_THROWS_WITH(migrate(db, std::span{&kFirst, 1}),
                      "the collection has schema 7 but this wengu only knows up to 1; "
                      "install a newer wengu");
    CHECK_FALSE(db.tableExists("a"));
}

TEST_CASE("store: a database of another program is refused and left alone", "[store]") {
    const test::TempDir folder;
    const auto path = folder / "music.db";
    SQLite::Database{path.string(), kWrite}.exec("create table song (title)");
    CHECK_THROWS_WITH(Store{path},
                      path.string() + " is a database of another program, not a wengu collection");
    CHECK_FALSE(SQLite::Database{path.string()}.tableExists("card"));
}

TEST_CASE("store: a file that is no database is named, with what to do", "[store]") {
    const test::TempDir folder;
    const auto path = folder.write("wengu.db", std::string(5000, 'x'));
    CHECK_THROWS_WITH(Store{path}, path.string() +
                                       " is not a wengu collection; `wengu doctor` looks into it, "
                                       "`wengu restore` brings back a backup");
}

TEST_CASE("store: makes the folder of a new collection and remembers settings", "[store]") {
    const test::TempDir folder;
    const auto path = folder / "deep/er/wengu.db";
    {
        Store store{path};
        set_setting(store, "a", "1");
        set_setting(store, "a", "2");
    }
    const Store store{path};
    CHECK(setting(store, "a") == "2");
    CHECK(setting(store, "b") == std::nullopt);
}

TEST_CASE("store: a collection that another program is writing is unavailable", "[store]") {
    const test::TempDir folder;
    const auto path = folder / "wengu.db";
    Store first{path};
    Store second{path};
    const Transaction busy{first};
    CHECK_THROWS_AS(set_setting(second, "a", "1"), Unavailable);
    CHECK_THROWS_WITH(Transaction{second},
                      "the collection " + path.string() +
                          " is being written by another program; try again when it is done");
    CHECK(setting(second, "a") == std::nullopt);
}

TEST_CASE("store: the review log refuses changes and deletions", "[store]") {
    const test::TempDir folder;
    const auto path = folder / "wengu.db";
    {
        Store store{path};
        const auto ids = test::add_cards(store, {test::draft("What is RAII?")});
        test::grade(store, ids[0], Grade::Good);
        undo(store, 1, test::noon().at, test::count_reviews);
    }
    SQLite::Database db{path.string(), SQLite::OPEN_READWRITE};
    for (const char* sql : {"update review set grade = 4", "delete from review",
                            "update review_undone set at_ms = 0", "delete from review_undone"}) {
        INFO(sql);
        CHECK_THROWS_WITH(db.exec(sql), "the review log is append-only");
    }
    CHECK_THROWS_AS(db.exec("update card set phase = 'old'"), SQLite::Exception);
}

TEST_CASE("store: a full disk is said in words and leaves nothing half done", "[store]") {
    const test::TempDir folder;
    Store store{folder / "wengu.db"};
    const auto ids = test::add_cards(store, {test::draft("Q")});
    auto& db = store.database().handle();
    const int pages = db.execAndGet("pragma page_count").getInt();
    db.exec("pragma max_page_count = " + std::to_string(pages));
    CHECK_THROWS_WITH(
        test::add_cards(store, {test::draft(std::string(100000, 'x'))}, test::note("b.md")),
        "cannot import: the disk is full");
    CHECK(notes(store).size() == 1);
    db.exec("pragma max_page_count = 1000000");
    test::grade(store, ids[0], Grade::Good);
    CHECK(log_of(store, ids[0]).reviews.size() == 1);
}

TEST_CASE("store: a folder in the place of the file is said in words", "[store]") {
    const test::TempDir folder;
    const std::string path = folder.path().string();
    CHECK_THROWS_WITH(Store{path}, "cannot open the collection: " + path +
                                       " cannot be opened; check that its folder is writable");
}

TEST_CASE("transaction: without commit nothing in it happened", "[store]") {
    Store store{":memory:"};
    {
        Transaction outer{store};
        set_setting(store, "a", "1");
        {
            const Transaction inner{store};
            set_setting(store, "a", "2");
        }
        CHECK(setting(store, "a") == "1");
        outer.commit();
    }
    {
        const Transaction lost{store};
        set_setting(store, "a", "3");
    }
    CHECK(setting(store, "a") == "1");
}

}  // namespace
}  // namespace wengu::store
