#include "store/sample.h"

#include <catch2/catch.hpp>

namespace wengu::store {
namespace {

using test::add_cards;
using test::draft;
using test::noon;
using test::note;

std::vector<Point> points(const char* title) { return {{"p", title, "", "", "item", 4}}; }

TEST_CASE("take back: nothing to do in a collection without imports", "[store]") {
    Store store{":memory:"};
    CHECK_FALSE(take_back_import(store, noon().at).has_value());
}

TEST_CASE("take back: texts, places, points and notes are as before the import", "[store]") {
    Store store{":memory:"};
    Draft first = draft("What is RAII?");
    first.points = points("Lifetime");
    const auto ids = add_cards(store, {first, draft("Why?"), draft("How?")}, note("a.md"));
    add_cards(store, {draft("Else?")}, note("b.md"));
    const auto notes_before = notes(store);
    const auto before = list(store, {}, {.points = true});
    {
        Import import{store, noon(1).at};
        Note a = note_at(store, "a.md").value();
        Note b = note_at(store, "b.md").value();
        a.path = "renamed.md";
        a.stamp.hash = 1;
        a.tags = {"new"};
        import.put_note(a);
        import.note_gone(b.id);
        Draft edited = draft("What does RAII mean?", "Another answer.");
        edited.points = points("Scope");
        edited.topic = "Lifetime";
        edited.worth = 2;
        CHECK(import.update_card(ids[0], b.id, edited, 7));
        import.update_card(ids[0], b.id, draft("And again"), 8);
        import.card_gone(ids[1]);
        import.commit();
    }
    const auto taken = take_back_import(store, noon(2).at);
    REQUIRE(taken.has_value());
    CHECK(taken->restored == 2);
    CHECK(taken->removed == 0);
    CHECK(notes(store) == notes_before);
    const auto after = list(store, {}, {.points = true});
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        CHECK(after[i].id == before[i].id);
        CHECK(after[i].draft == before[i].draft);
        CHECK(after[i].note == before[i].note);
        CHECK(after[i].edited_at == before[i].edited_at);
    }
    CHECK(count(store, parse_query("again"), test::kToday) == 0);
    CHECK(count(store, parse_query("raii"), test::kToday) == 1);
}

TEST_CASE("take back: added cards go, graded ones are hidden with their log", "[store]") {
    Store store{":memory:"};
    add_cards(store, {draft("Old")}, note("old.md"));
    const auto ids = add_cards(store, {draft("Q"), draft("R")}, note("new.md"));
    test::grade(store, ids[1], Grade::Good);
    const auto taken = take_back_import(store, noon().at);
    REQUIRE(taken.has_value());
    CHECK(taken->removed == 2);
    CHECK(list(store, {}, {}).size() == 1);
    CHECK_FALSE(card_with(store, ids[0]).has_value());
    CHECK(card_with(store, ids[1])->gone);
    CHECK(log_of(store, ids[1]).reviews.size() == 1);
    CHECK(note_at(store, "new.md")->gone);
}

TEST_CASE("take back: an import that changed nothing leaves the one before to be taken back",
          "[store]") {
    Store store{":memory:"};
    add_cards(store, {draft("Q")});
    Import{store, noon(5).at}.commit();
}

TEST_CASE("take back: notes that exchanged their paths get them back", "[store]") {
    Store store{":memory:"};
    add_cards(store, {draft("Q")}, note("a.md"));
    add_cards(store, {draft("R")}, note("b.md"));
    const auto before = notes(store);
    Note a = before[0];
    Note b = before[1];
    {
        Import import{store, noon().at};
        import.note_gone(a.id);
        import.note_gone(b.id);
        std::swap(a.path, b.path);
        import.put_note(a);
        import.put_note(b);
        import.commit();
    }
    CHECK(note_at(store, "a.md")->id == b.id);
    CHECK(take_back_import(store, noon().at).has_value());
    CHECK(notes(store) == before);
}

TEST_CASE("prune: forgets gone cards that were never graded, and empty gone notes", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q"), draft("R"), draft("S")});
    add_cards(store, {draft("T")}, note("empty.md"));
    test::grade(store, ids[1], Grade::Good);
    {
        Import import{store, noon().at};
        for (const Card& card : list(store, {}, {})) {
            if (card.id != ids[2]) import.card_gone(card.id);
        }
        import.note_gone(note_at(store, "empty.md")->id);
        import.commit();
    }
    CHECK(prune(store) == 2);
    CHECK(card_with(store, ids[1]).has_value());
    CHECK(notes(store).size() == 1);
}

}  // namespace
}  // namespace wengu::store
