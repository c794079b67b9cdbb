// The kept sums of each note's cards, whatever happens to the cards.

#include "store/sample.h"
#include "store/stats.h"
#include "store/upkeep.h"

#include <catch2/catch.hpp>

#include <map>

namespace wengu::store {
namespace {

using test::add_cards;
using test::count_reviews;
using test::draft;
using test::grade;
using test::kToday;
using test::noon;
using test::note;

/// The same figures by a look at every card.
std::vector<GroupMastery> counted(const Store& store) {
    std::map<std::string, GroupMastery> decks;
    for (const Card& card : list(store, {}, {.today = kToday})) {
        if (card.suspended) continue;
        auto& deck = decks[card.deck];
        deck.name = card.deck;
        deck.cards += 1;
        deck.seen += card.progress.schedule.phase == Phase::New ? 0 : 1;
        deck.mastery += card.progress.mastery;
    }
    std::vector<GroupMastery> all;
    for (auto& [name, deck] : decks) {
        deck.mastery /= deck.cards;
        all.push_back(deck);
    }
    return all;
}

void compare(const Store& store) {
    const auto expected = counted(store);
    const auto found = mastery_by_deck(store);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].name == expected[i].name);
        CHECK(found[i].cards == expected[i].cards);
        CHECK(found[i].seen == expected[i].seen);
        CHECK(found[i].mastery == Approx(expected[i].mastery));
    }
}

TEST_CASE("mastery by deck: follows every change of the cards", "[store]") {
    Store store{":memory:"};
    const auto a = add_cards(store, {draft("A"), draft("B"), draft("C")}, note("a.md", "x"));
    const auto b = add_cards(store, {draft("D"), draft("E")}, note("b.md", "y"));
    compare(store);
    grade(store, a[0], Grade::Good);
    compare(store);
    grade(store, b[0], Grade::Good, 1);
    undo(store, 1, noon(1).at, count_reviews);
    compare(store);
    set_suspended(store, a[1], true, test::noon().at);
    compare(store);
    set_suspended(store, a[1], false, test::noon().at);
    compare(store);
    {
        Import import{store, noon(2).at};
        import.card_gone(a[2]);
        import.update_card(a[0], note_at(store, "b.md")->id, draft("A"), 2);  // moves
        import.commit();
    }
    compare(store);
    prune(store);
    compare(store);
    CHECK(take_back_import(store, noon(3).at).has_value());
    compare(store);
    rebuild(store, [](const CardLog&) { return Progress{}; });
    compare(store);
}

TEST_CASE("mastery by deck: a merge adds to it", "[store]") {
    Store from{":memory:"};
    const auto ids = add_cards(from, {draft("A"), draft("B")}, note("a.md", "x"));
    grade(from, ids[0], Grade::Good);
    Store to{":memory:"};
    add_cards(to, {draft("C")}, note("c.md", "x"));
    std::vector<std::string> lines;
    export_rows(from, [&](std::string_view line) { lines.emplace_back(line); });
    auto next = lines.begin();
    merge_rows(
        to,
        [&]() -> std::optional<std::string> {
            return next == lines.end() ? std::nullopt : std::optional{*next++};
        },
        count_reviews);
    compare(to);
    CHECK(mastery_by_deck(to).at(0).cards == 3);
}

}  // namespace
}  // namespace wengu::store
