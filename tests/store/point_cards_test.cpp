#include "store/point_cards.h"

#include "store/drills.h"
#include "store/sample.h"

#include <catch2/catch.hpp>

namespace wengu::store {
namespace {

using test::draft;
using test::kToday;
using test::noon;

Draft with_points() {
    auto made = draft("How to stay consistent?");
    made.points = {{"p", "Delete", "the cache, after the write", "", "item", 4},
                   {"q", "Expire", "", "", "item", 5}};
    return made;
}

bool is_gone(const Store& store, const std::string& id) { return card_with(store, id)->gone; }

TEST_CASE("point card: asks for one point and says it, one new a day for a card", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {with_points()});
    const auto drill = start_drill(store, noon(), kToday, "");
    const auto id = make_point_card(store, {ids[0], "p", "Point 1?", drill, kToday});
    REQUIRE(id);
    const auto card = card_with(store, *id);
    CHECK(card->draft.kind == CardKind::Point);
    CHECK(card->draft.front == "How to stay consistent?\n\nPoint 1?");
    CHECK(card->draft.back == "Delete\n\nthe cache, after the write");
    CHECK_FALSE(make_point_card(store, {ids[0], "q", "Point 2?", drill, kToday}));
    const auto next_day = kToday + std::chrono::days{1};
    CHECK_FALSE(make_point_card(store, {ids[0], "p", "Point 1?", drill, next_day}));
    CHECK(make_point_card(store, {ids[0], "q", "Point 2?", drill, next_day}));
    CHECK(list(store, parse_query("expire"), {}).size() == 1);
}

TEST_CASE("point card: lives as long as its card, whatever an import does", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {with_points()});
    const auto drill = start_drill(store, noon(), kToday, "");
    const auto id = make_point_card(store, {ids[0], "p", "Point 1?", drill, kToday}).value();
    const auto note_id = card_with(store, ids[0])->note_id;
    CHECK(stored_cards(store, {note_id}).size() == 1);
    CHECK(count_cards(store, {note_id}) == 1);
    auto edited = with_points();
    edited.front = "How do both stay consistent?";
    {
        Import import{store, noon(1).at};
        import.update_card(ids[0], note_id, edited, 0);
        import.commit();
    }
    CHECK_FALSE(is_gone(store, id));
    CHECK(card_with(store, id)->draft.front == "How do both stay consistent?\n\nPoint 1?");
    take_back_import(store, noon(2).at);
    CHECK_FALSE(is_gone(store, id));
    {
        Import import{store, noon(3).at};
        import.card_gone(ids[0]);
        import.commit();
    }
    CHECK(is_gone(store, id));
}

TEST_CASE("point card: goes when two later drills heard the point, and is back when missed",
          "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {with_points()});
    const auto made = start_drill(store, noon(), kToday, "");
    const auto id = make_point_card(store, {ids[0], "p", "Point 1?", made, kToday}).value();
    set_heard_points(store, made, ids[0], {"p"});  // the drill that made it does not count
    const auto hear = [&](int day) {
        const auto drill = start_drill(store, noon(day), kToday + std::chrono::days{day}, "");
        set_heard_points(store, drill, ids[0], {"p"});
        refresh_point_cards(store);
        return drill;
    };
    hear(1);
    CHECK_FALSE(is_gone(store, id));
    const auto second = hear(2);
    CHECK(is_gone(store, id));
    set_drill_state(store, second, DrillState::Undone);
    refresh_point_cards(store);
    CHECK_FALSE(is_gone(store, id));
    hear(3);
    CHECK(is_gone(store, id));
    const auto missing = start_drill(store, noon(4), kToday + std::chrono::days{4}, "");
    set_missed_points(store, missing, ids[0], {"p"});
    refresh_point_cards(store);
    CHECK_FALSE(is_gone(store, id));
}

TEST_CASE("point card: undoing the drill that made it removes it", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {with_points()});
    const auto drill = start_drill(store, noon(), kToday, "");
    const auto id = make_point_card(store, {ids[0], "p", "Point 1?", drill, kToday}).value();
    set_drill_state(store, drill, DrillState::Undone);
    refresh_point_cards(store);
    CHECK_FALSE(card_with(store, id));
}

TEST_CASE("tag: the user's own finds the card, and an import leaves it", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {with_points(), draft("Other?")});
    add_tag(store, ids[0], "asked:acme", test::noon().at);
    add_tag(store, ids[0], "asked:acme", test::noon().at);
    CHECK(card_with(store, ids[0])->tags == std::vector<std::string>{"asked:acme"});
    CHECK(list(store, {{.field = Field::Tag, .text = "asked:acme"}}, {}).size() == 1);
    Import import{store, noon(1).at};
    import.update_card(ids[0], card_with(store, ids[0])->note_id, with_points(), 1);
    import.commit();
    CHECK(tags(store) == std::vector<std::string>{"asked:acme"});
}

}  // namespace
}  // namespace wengu::store
