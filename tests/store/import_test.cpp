#include "core/error.h"
#include "store/sample.h"

#include <catch2/catch.hpp>

namespace wengu::store {
namespace {

using test::add_cards;
using test::draft;
using test::noon;
using test::note;

TEST_CASE("import: what was put in comes out again", "[store]") {
    Store store{":memory:"};
    Note written = note("cpp/raii.md", "cpp");
    written.tags = {"c++", "lifetime"};
    written.related = {"move.md"};
    written.difficulty = "medium";
    written.created = test::kToday;
    written.keeps_state = true;
    written.brought_reviews = 3;
    written.brought_last_day = test::kToday;
    Draft card = draft("What is RAII?", "A resource\nis an object.");
    card.kind = CardKind::Cloze;
    card.tags = {"own"};
    card.anchor = "raii";
    card.hole = "2";
    card.topic = "Lifetime › Owners";
    card.worth = -3;
    card.points = {{"p1", "Lifetime", "ends with scope", "Why", "item", 7},
                   {"p2", "B", "", "", "verdict", 8}};
    const auto ids = add_cards(store, {card}, written);

    written.id = notes(store).at(0).id;
    CHECK(notes(store) == std::vector{written});
    CHECK(note_at(store, "cpp/raii.md") == written);
    const Card stored = card_with(store, ids[0]).value();
    CHECK(stored.draft == card);
    CHECK(stored.tags == std::vector<std::string>{"c++", "lifetime", "own"});
    CHECK(stored.note == "cpp/raii.md");
    CHECK(stored.progress == Progress{});
    CHECK(state_of(stored) == "new");
}

TEST_CASE("import: without commit the collection stays as it was", "[store]") {
    Store store{":memory:"};
    {
        Import import{store, noon().at};
        import.add_card(import.put_note(note("a.md")), draft("Q"), 0);
        import.put_problems("a.md", {{ "a.md", 1, 1, "wrong", "mend it" }});
    }
    CHECK(notes(store).empty());
    CHECK(problems(store).empty());
    CHECK(list(store, {}, {}).empty());
}

TEST_CASE("import: the same question twice gives two cards with lasting ids", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Why?"), draft("Why?")});
    CHECK(ids[0] != ids[1]);
    Store other{":memory:"};
    CHECK(add_cards(other, {draft("Why?"), draft("Why?")}) == ids);
}

TEST_CASE("import: an edited card keeps its id and its history", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("What is RAII?")});
    test::grade(store, ids[0], Grade::Good);
    Import import{store, noon(1).at};
    const NoteId id = notes(store).at(0).id;
    CHECK_FALSE(import.update_card(ids[0], id, draft("What is RAII?"), 0));
    CHECK(import.update_card(ids[0], id, draft("What does RAII mean?"), 1));
    import.commit();
    const Card card = card_with(store, ids[0]).value();
    CHECK(card.draft.front == "What does RAII mean?");
    CHECK(card.edited_at == noon(1).at);
    CHECK(card.progress.schedule.reviews == 1);
    CHECK(list(store, parse_query("is:edited"), {}).size() == 1);
    CHECK(list(store, parse_query("mean"), {}).size() == 1);
}

TEST_CASE("import: another topic and worth are kept, and are no edit of the card", "[store]") {
    Store store{":memory:"};
    Draft card = draft("What is RAII?");
    const auto ids = add_cards(store, {card});
    card.topic = "Lifetime";
    card.worth = 2;
    {
        Import import{store, noon(1).at};
        CHECK_FALSE(import.update_card(ids[0], notes(store).at(0).id, card, 0));
        import.commit();
    }
    const Card stored = card_with(store, ids[0]).value();
    CHECK(stored.draft.topic == "Lifetime");
    CHECK(stored.draft.worth == 2);
    CHECK_FALSE(stored.edited_at.has_value());
}

TEST_CASE("import: a gone card is hidden and comes back with its history", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q"), draft("R")});
    test::grade(store, ids[0], Grade::Good);
    const NoteId id = notes(store).at(0).id;
    {
        Import import{store, noon().at};
        import.card_gone(ids[0]);
        import.commit();
    }
    CHECK(list(store, {}, {}).size() == 1);
    CHECK(list(store, parse_query("is:gone"), {}).size() == 1);
    CHECK(due_counts(store, test::kToday + std::chrono::days{9}).due == 0);
    CHECK(stored_cards(store, {}).size() == 1);
    CHECK(stored_cards(store, {id}).size() == 2);
    {
        Import import{store, noon().at};
        import.update_card(ids[0], id, draft("Q"), 0);
        import.commit();
    }
    CHECK(card_with(store, ids[0])->progress.schedule.reviews == 1);
    CHECK(list(store, {}, {}).size() == 2);
}

TEST_CASE("import: a renamed note may take the place of one that is gone", "[store]") {
    Store store{":memory:"};
    add_cards(store, {draft("Q")}, note("old.md"));
    add_cards(store, {draft("R")}, note("new.md"));
    Note moved = note_at(store, "old.md").value();
    Import import{store, noon().at};
    import.note_gone(note_at(store, "new.md")->id);
    moved.path = "new.md";
    CHECK(import.put_note(moved) == moved.id);
    import.commit();
    CHECK(note_at(store, "new.md") == moved);
    CHECK(notes(store).size() == 2);
}

TEST_CASE("import: progress from elsewhere is where a card starts", "[store]") {
    Store store{":memory:"};
    const auto ids = add_cards(store, {draft("Q")});
    Progress brought;
    brought.schedule.phase = Phase::Review;
    brought.schedule.due = test::kToday;
    brought.schedule.interval_days = 12;
    brought.schedule.reviews = 4;
    brought.mastery = 0.5;
    Import import{store, noon().at};
    const ImportedProgress before{4, test::kToday - std::chrono::days{12}, test::kToday};
    import.start_from(ids[0], before, brought);
    import.commit();
    CHECK(card_with(store, ids[0])->progress == brought);
    CHECK(log_of(store, ids[0]).seed == CardSeed{ids[0], Difficulty::Medium, before});
}

TEST_CASE("import: problems are those of the last reading of each file", "[store]") {
    Store store{":memory:"};
    const Problem first{"a.md", 3, 1, "question has no answer", "add one"};
    const Problem other{"b.md", 0, 0, "cannot be read", ""};
    Import import{store, noon().at};
    import.put_problems("b.md", {other});
    import.put_problems("a.md", {other, other});
    import.put_problems("a.md", {first});
    import.commit();
    CHECK(problems(store) == std::vector{first, other});
}

}  // namespace
}  // namespace wengu::store
