#include "store/drills.h"

#include "core/error.h"
#include "store/sample.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace wengu::store {
namespace {

using test::draft;
using test::kToday;
using test::noon;

TEST_CASE("drill: steps come back in order, and an open drill is found again", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {draft("Q")});
    CHECK(open_drill(store) == std::nullopt);
    const std::string first = start_drill(store, noon(), kToday, "plan");
    const std::string second = start_drill(store, noon(), kToday, "other");
    CHECK(first != second);
    const DrillStep asked{noon().at, "asked", ids[0], "推理"};
    const DrillStep noted{noon(1).at, "draft", "", ""};
    CHECK(append_step(store, first, asked) == 0);
    CHECK(append_step(store, first, noted) == 1);
    CHECK(append_step(store, second, noted) == 0);
    CHECK(steps_of(store, first) == std::vector{asked, noted});
    set_drill_state(store, second, DrillState::Finished);
    CHECK(open_drill(store) == Drill{first, noon(), kToday, DrillState::Open, "plan"});
    const auto all = drills(store);
    REQUIRE(all.size() == 2);
    CHECK(std::ranges::find(all, second, &Drill::id)->state == DrillState::Finished);
    CHECK_THROWS_WITH(set_drill_state(store, "x", DrillState::Undone),
                      "there is no mock interview x");
    CHECK_THROWS_AS(append_step(store, "x", noted), Error);
}

TEST_CASE("drill: a step and its grade are one change", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {draft("Q")});
    const std::string drill = start_drill(store, noon(), kToday, "plan");
    {
        Transaction lost{store};
        append_step(store, drill, {noon().at, "graded", ids[0], ""});
        test::grade(store, ids[0], Grade::Good);
    }
    CHECK(steps_of(store, drill).empty());
    CHECK(log_of(store, ids[0]).reviews.empty());
    Transaction kept{store};
    append_step(store, drill, {noon().at, "graded", ids[0], ""});
    test::grade(store, ids[0], Grade::Good);
    kept.commit();
    CHECK(steps_of(store, drill).size() == 1);
    CHECK(log_of(store, ids[0]).reviews.size() == 1);
}

TEST_CASE("drill: missed points are counted by drill, undone ones left out", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(store, {draft("Q"), draft("R")});
    const std::string first = start_drill(store, noon(0), kToday, "");
    const std::string second = start_drill(store, noon(1), kToday, "");
    set_missed_points(store, first, ids[0], {"a", "b", "a"});
    set_missed_points(store, second, ids[0], {"c"});
    set_missed_points(store, second, ids[0], {"a"});
    set_missed_points(store, second, ids[1], {"a"});
    CHECK(missed_points(store, 2) == std::vector<PointMisses>{{ids[0], "a", 2}});
    CHECK(missed_points(store).size() == 3);
    set_drill_state(store, second, DrillState::Undone);
    CHECK(missed_points(store) == std::vector<PointMisses>{{ids[0], "a", 1}, {ids[0], "b", 1}});
}

}  // namespace
}  // namespace wengu::store
