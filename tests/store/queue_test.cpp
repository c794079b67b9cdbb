#include "store/activity.h"
#include "store/sample.h"
#include "store/stats.h"

#include <catch2/catch.hpp>

namespace wengu::store {
namespace {

using std::chrono::days;
using test::add_cards;
using test::draft;
using test::grade;
using test::kToday;
using test::note;

/// Fronts by letter. cpp: A and B in review, C new; db: D in review, E and F new.
struct Collection {
    Store store{":memory:"};
    std::vector<std::string> cpp;
    std::vector<std::string> db;

    Collection() {
        Note second = note("db/x.md", "db");
        second.tags = {"sql"};
        second.keeps_state = true;
        second.brought_reviews = 4;
        second.brought_last_day = kToday - days{9};
        cpp = add_cards(store, {draft("A"), draft("B"), draft("C")});
        Draft tagged = draft("D");
        tagged.tags = {"sql", "index"};
        db = add_cards(store, {tagged, draft("E"), draft("F")}, second);
        grade(store, cpp[0], Grade::Good, -5);
        grade(store, cpp[0], Grade::Again, -3);  // due at -1
        grade(store, cpp[1], Grade::Good, 0);    // due at 1
        grade(store, db[0], Grade::Good, -1);    // due at 0
    }
};

std::string fronts(const Store& store, const std::vector<QueueCard>& cards) {
    std::string all;
    for (const QueueCard& card : cards) all += card_with(store, card.id)->draft.front;
    return all;
}

TEST_CASE("due: counts what can be asked, in total and by deck", "[store]") {
    Collection c;
    CHECK(due_counts(c.store, kToday) == DueCounts{.due = 2, .fresh = 3, .learning = 0});
    CHECK(due_by_deck(c.store, kToday) ==
          std::vector<DeckCounts>{{"cpp", {1, 1, 0}}, {"db", {1, 2, 0}}});
    set_suspended(c.store, c.cpp[0], true, test::noon().at);
    set_buried(c.store, c.db[0], kToday + days{1}, test::noon().at);
    set_buried(c.store, c.db[1], kToday + days{1}, test::noon().at);
    CHECK(due_counts(c.store, kToday) == DueCounts{.due = 0, .fresh = 2, .learning = 0});
    CHECK(due_counts(c.store, kToday + days{1}) == DueCounts{.due = 2, .fresh = 3});
    set_suspended(c.store, c.cpp[0], false, test::noon().at);
    CHECK(due_counts(c.store, kToday).due == 1);
}

TEST_CASE("due: cards in learning steps are counted apart", "[store]") {
    Collection c;
    Progress learning;
    learning.schedule.phase = Phase::Learning;
    learning.schedule.due = kToday;
    learning.schedule.due_at = test::noon().at + std::chrono::minutes{10};
    record(c.store,
           {.review = {.card_id = c.cpp[2], .moment = test::noon(), .scheduler = "fsrs/6"},
            .day = kToday},
           [&](const CardLog&) { return learning; });
    CHECK(due_counts(c.store, kToday) == DueCounts{.due = 2, .fresh = 2, .learning = 1});
    CHECK(card_with(c.store, c.cpp[2])->progress == learning);
}

TEST_CASE("next due: the first day after today with work", "[store]") {
    Collection c;
    CHECK(next_due(c.store, kToday) == kToday + days{1});
    CHECK(next_due(c.store, kToday + days{1}) == std::nullopt);
    set_buried(c.store, c.cpp[0], kToday + days{4}, test::noon().at);
    CHECK(next_due(c.store, kToday + days{1}) == kToday + days{4});
    CHECK(next_due(Store{":memory:"}, kToday) == std::nullopt);
}

TEST_CASE("queue: due cards by day, new ones in the order of adding", "[store]") {
    Collection c;
    const auto due = [&](int ahead, const char* query) {
        return fronts(c.store, due_cards(c.store, kToday, ahead, parse_query(query)));
    };
    const auto fresh = [&](const NewCards& wanted) {
        return fronts(c.store, new_cards(c.store, wanted));
    };
    CHECK(due(0, "") == "AD");
    CHECK(due(1, "") == "ADB");
    CHECK(due(0, "deck:db") == "D");
    CHECK(due(0, "tag:index") == "D");
    CHECK(due(0, "-answer").empty());
    CHECK(fresh({.today = kToday, .most = 2}) == "CE");
    CHECK(fresh({.today = kToday, .most = 9, .filter = parse_query("deck:db")}) == "EF");
    set_buried(c.store, c.db[0], kToday + days{1}, test::noon().at);
    set_suspended(c.store, c.db[1], true, test::noon().at);
    CHECK(due(0, "") == "A");
    CHECK(fresh({.today = kToday, .most = 9}) == "CF");
    CHECK(fronts(c.store, queue_cards(c.store, parse_query("deck:db"), kToday)) == "DEF");
    CHECK(fronts(c.store, asked_on(c.store, kToday - days{1})) == "D");
    CHECK(fronts(c.store, asked_on(c.store, kToday - days{1}, parse_query("deck:cpp"))).empty());
}

TEST_CASE("queue: new cards are read in parts, and counted without being read", "[store]") {
    Collection c;
    add_cards(c.store, {draft("G"), draft("H")}, note("db/redis/y.md", "db/redis"));
    add_cards(c.store, {draft("I")}, note("dba.md", "dba"));
    const auto fresh = [&](const NewCards& wanted) {
        return fronts(c.store, new_cards(c.store, wanted));
    };
    const auto first = new_cards(c.store, {.today = kToday, .most = 2});
    CHECK(fresh({.today = kToday, .most = 9, .after = {first.back().worth, first.back().key}}) ==
          "FGHI");
    CHECK(fresh({.today = kToday, .most = 9, .without_decks = {"db"}}) == "CI");
    CHECK(fresh({.today = kToday, .most = 9, .without_decks = {"cpp", "db/redis"}}) == "EFI");
    CHECK(fresh({.today = kToday, .most = 9, .lines = {{first.back().note_id, 3}}}) == "EF");
    CHECK(fresh({.today = kToday, .most = 9, .lines = {{first.back().note_id, 4}}}).empty());
    CHECK(count_new(c.store, kToday) == 6);
    CHECK(count_new(c.store, kToday, parse_query("deck:db")) == 4);
    set_buried(c.store, c.cpp[2], kToday + days{1}, test::noon().at);
    CHECK(count_new(c.store, kToday) == 5);
}

TEST_CASE("queue: new cards come by worth, best first, then in the order of adding", "[store]") {
    Store store{":memory:"};
    std::vector<Draft> drafts{draft("A"), draft("B"), draft("C"), draft("D"), draft("E")};
    const int worths[] = {1, -2, 3, 1, 3};
    for (std::size_t i = 0; i < drafts.size(); ++i) drafts[i].worth = worths[i];
    add_cards(store, drafts);
    CHECK(fronts(store, new_cards(store, {.today = kToday, .most = 9})) == "CEADB");
    NewCards next{.today = kToday, .most = 2};
    std::string parts;
    for (int i = 0; i < 3; ++i) {
        const auto cards = new_cards(store, next);
        parts += fronts(store, cards) + " ";
        next.after = {cards.back().worth, cards.back().key};
    }
    CHECK(parts == "CE AD B ");
}

TEST_CASE("queue: rows carry what the order depends on", "[store]") {
    Collection c;
    const auto cards = queue_cards(c.store, parse_query("tag:index"), kToday);
    REQUIRE(cards.size() == 1);
    const QueueCard& card = cards[0];
    CHECK(card.id == c.db[0]);
    CHECK(card.deck == "db");
    CHECK(card.tags == std::vector<std::string>{"sql", "index"});
    CHECK(card.heading_path == std::vector<std::string>{"Top", "Middle"});
    CHECK(card.progress == card_with(c.store, card.id)->progress);
}

TEST_CASE("work: counts a day's grades without those taken back", "[store]") {
    Collection c;
    grade(c.store, c.cpp[0], Grade::Good, 0);
    CHECK(work_on(c.store, kToday) == DayWork{.new_cards = 1, .reviews = 1, .taken_ms = 5000});
    CHECK(reviews_on(c.store, kToday).size() == 2);
    undo(c.store, 1, test::noon().at, test::count_reviews);
    CHECK(work_on(c.store, kToday) == DayWork{.new_cards = 1, .taken_ms = 2500});
    CHECK(reviews_on(c.store, kToday).size() == 1);
    const auto days_worked = work_of(c.store, {}, kToday - days{9}, kToday);
    REQUIRE(days_worked.size() == 4);
    CHECK(days_worked[0] == DatedWork{kToday - days{5}, {.new_cards = 1, .taken_ms = 2500}});
}

TEST_CASE("note state: is about the cards that are asked", "[store]") {
    Collection c;
    const NoteState before{.id = note_at(c.store, "db/x.md")->id,
                           .path = "db/x.md",
                           .cards = 3,
                           .mastery = 0.01 / 3,
                           .next_review = kToday,
                           .last_reviewed = kToday - days{1},
                           .days_here = 1,
                           .review_days = 5};
    CHECK(note_state(c.store, before.id) == before);
    set_suspended(c.store, c.db[1], true, test::noon().at);
    set_suspended(c.store, c.db[2], true, test::noon().at);
    grade(c.store, c.db[0], Grade::Good, 0);
    grade(c.store, c.db[0], Grade::Good, 0);
    const NoteState after = note_state(c.store, before.id).value();
    CHECK(after.mastery == 0.03);
    CHECK(after.cards == 1);
    CHECK(after.review_days == 6);
    CHECK(after.last_reviewed == kToday);
    CHECK(after.next_review == kToday + days{3});
    undo(c.store, 4, test::noon().at, test::count_reviews);
    CHECK(note_state(c.store, before.id)->last_reviewed == kToday - days{9});
    CHECK(note_state(c.store, 999) == std::nullopt);
}

TEST_CASE("stats: grades by maturity, the days ahead, mastery by deck and tag", "[store]") {
    Collection c;
    CHECK(grades_of(c.store, {}, kToday - days{9}, kToday) ==
          std::vector<GradeCount>{{Maturity::New, Grade::Good, 3},
                                  {Maturity::Young, Grade::Again, 1}});
    CHECK(due_between(c.store, kToday, kToday + days{5}) ==
          std::vector<DueOn>{{kToday, 2}, {kToday + days{1}, 1}});
    CHECK(mastery_by_deck(c.store) ==
          std::vector<GroupMastery>{{"cpp", 3, 2, 0.03 / 3}, {"db", 3, 1, 0.01 / 3}});
    CHECK(mastery_by_tag(c.store) ==
          std::vector<GroupMastery>{{"index", 1, 1, 0.01}, {"sql", 3, 1, 0.01 / 3}});
}

}  // namespace
}  // namespace wengu::store
