#include "core/error.h"
#include "store/drills.h"
#include "store/sample.h"
#include "store/upkeep.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace wengu::store {
namespace {

using test::count_reviews;
using test::draft;
using test::grade;
using test::kToday;
using test::noon;

std::vector<std::string> exported(const Store& store) {
    std::vector<std::string> lines;
    export_rows(store, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

Merged merge(Store& into, const std::vector<std::string>& lines) {
    auto next = lines.begin();
    return merge_rows(
        into,
        [&]() -> std::optional<std::string> {
            if (next == lines.end()) return std::nullopt;
            return *next++;
        },
        count_reviews);
}

/// What two collections have to agree on: cards with their progress, and the log.
std::vector<std::pair<std::string, Progress>> progress_of(const Store& store) {
    std::vector<std::pair<std::string, Progress>> all;
    for (const Card& card : list(store, {}, {})) all.emplace_back(card.id, card.progress);
    std::ranges::sort(all, {}, &std::pair<std::string, Progress>::first);
    return all;
}

Store sample() {
    Store store{":memory:"};
    Note note = test::note("a.md");
    note.tags = {"x", "y"};
    note.difficulty = "hard";
    Draft first = draft("What is RAII? \"quoted\" \\ \x01", "推理\n\ttab");
    first.points = {{"p", "Lifetime", "d", "g", "item", 7}, {"q", "Scope", "", "", "item", 8}};
    const auto ids = test::add_cards(store, {first, draft("B"), draft("C")}, note);
    grade(store, ids[0], Grade::Good, 0);
    grade(store, ids[0], Grade::Again, 1);
    grade(store, ids[1], Grade::Easy, 1);
    undo(store, 1, noon(2).at, count_reviews);
    const std::string drill = start_drill(store, noon(1), kToday, R"({"n":4})");
    append_step(store, drill, {noon(1).at, "asked", ids[0], "{}"});
    append_step(store, drill, {noon(1).at, "planned", "", "text"});
    set_missed_points(store, drill, ids[0], {"q"});
    add_holiday(store, {kToday, kToday}, test::noon().at);
    Import import{store, noon().at};
    ImportedProgress brought{.reviews = 3, .last_reviewed = kToday, .next_review = kToday};
    import.start_from(ids[2], brought, {});
    import.commit();
    return store;
}

TEST_CASE("export: merged into an empty collection, everything is there again", "[store]") {
    const Store from = sample();
    Store to{":memory:"};
    const auto lines = exported(from);
    CHECK(merge(to, lines) == Merged{.cards = 3, .reviews = 3, .undone = 1, .skipped = 0});
    CHECK(exported(to) == lines);
    CHECK(progress_of(to).at(0).second.schedule.reviews +
              progress_of(to).at(1).second.schedule.reviews +
              progress_of(to).at(2).second.schedule.reviews ==
          2);
    CHECK(merge(to, lines) == Merged{});
    CHECK(exported(to) == lines);
}

TEST_CASE("merge: topic and worth go along; an export from before they were kept does as well",
          "[store]") {
    Store from{":memory:"};
    Draft card = draft("What is RAII?");
    card.topic = "Lifetime › Owners";
    card.worth = -2;
    const auto ids = test::add_cards(from, {card});
    auto lines = exported(from);
    Store to{":memory:"};
    merge(to, lines);
    CHECK(card_with(to, ids[0])->draft == card_with(from, ids[0])->draft);
    const std::string since = R"("topic":"Lifetime › Owners","worth":-2,)";
    for (auto& line : lines) {
        if (const auto at = line.find(since); at != std::string::npos) line.erase(at, since.size());
    }
    Store old{":memory:"};
    CHECK(merge(old, lines).cards == 1);
    CHECK(card_with(old, ids[0])->draft.topic.empty());
    CHECK(card_with(old, ids[0])->draft.worth == 0);
}

TEST_CASE("merge: two machines that worked apart agree, whichever takes in the other", "[store]") {
    Store left = sample();
    Store right{":memory:"};
    merge(right, exported(left));
    const auto ids = list(left, {}, {.order = Order::Added});
    grade(left, ids[1].id, Grade::Good, 3);
    grade(left, ids[0].id, Grade::Good, 5);
    grade(right, ids[1].id, Grade::Hard, 4);
    undo(right, 2, noon(6).at, count_reviews);
    const auto from_left = exported(left);
    CHECK(merge(left, exported(right)) == Merged{.cards = 0, .reviews = 1, .undone = 2});
    CHECK(merge(right, from_left) == Merged{.cards = 0, .reviews = 2, .undone = 0});
    CHECK(progress_of(left) == progress_of(right));
    CHECK(log_of(left, ids[1].id).reviews == log_of(right, ids[1].id).reviews);
}

TEST_CASE("merge: what this wengu cannot place is counted and left out", "[store]") {
    Store store{":memory:"};
    auto lines = exported(sample());
    std::erase_if(lines, [](const std::string& line) {
        return !line.starts_with(R"({"row":"review")") && !line.starts_with(R"({"row":"card")");
    });
    const auto grades_and_cards = std::ssize(lines);  // the note of the cards is missing
    lines.insert(lines.end(), {R"({"row":"dream","id":1})", "[1]"});
    CHECK(merge(store, lines) == Merged{.skipped = static_cast<int>(grades_and_cards) + 2});
}

TEST_CASE("merge: a broken line stops it and changes nothing", "[store]") {
    const auto lines = exported(sample());
    Store to{":memory:"};
    auto broken = lines;
    broken.emplace_back("{\"row\": ");
    CHECK_THROWS_WITH(merge(to, broken), "this line is not JSON: {\"row\": ");
    CHECK(exported(to).empty());
    auto wrong = lines;
    for (std::string& line : wrong) {
        const auto at = line.find("\"grade\":3");
        if (at != std::string::npos) line.replace(at, 9, "\"grade\":9");
    }
    CHECK_THROWS_AS(merge(to, wrong), Error);
    CHECK(exported(to).empty());
}

}  // namespace
}  // namespace wengu::store
