#include "interview/outlook.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using namespace std::chrono_literals;

const Day kToday{std::chrono::year{2026} / 3 / 1};

/// Cards that are known to some degree: half of them new, the others reviewed with Good
/// so many days ago.
std::vector<ScopeCard> cards(const Scheduler& scheduler, int count, int days_ago = 20) {
    std::vector<ScopeCard> result;
    for (int i = 0; i < count; ++i) {
        ScopeCard card;
        if (i % 2 == 0) {
            const Day day = kToday - std::chrono::days{days_ago};
            const Moment then{Instant{day.time_since_epoch()} + 12h, 0min};
            card.schedule = scheduler.next({}, then, Grade::Good, {.card_id = {}});
        }
        result.push_back(card);
    }
    return result;
}

std::vector<Scheduler> schedulers(Algorithm algorithm) {
    return {Scheduler{{.algorithm = algorithm}}};
}

TEST_CASE("outlook: studying more never lowers what is expected, and the advice is the least",
          "[interview]") {
    for (const auto algorithm : {Algorithm::Sm2, Algorithm::Fsrs}) {
        const auto with = schedulers(algorithm);
        const auto scope = cards(with.front(), 120);
        OutlookOptions options{.today = kToday};
        options.date = kToday + std::chrono::days{20};
        options.new_per_day = 1;
        const auto found = outlook(scope, with, options);
        CHECK(found.recall < found.as_planned);
        CHECK(found.as_planned < found.at_most);
        REQUIRE(found.extra);
        CHECK(*found.extra > 0);
        CHECK(*found.extra < 20);
        options.most_extra = *found.extra - 1;
        CHECK_FALSE(outlook(scope, with, options).extra);
    }
}

TEST_CASE("outlook: what cannot be reached is said, what is reached anyway needs nothing more",
          "[interview]") {
    const auto with = schedulers(Algorithm::Fsrs);
    const auto scope = cards(with.front(), 3000);
    OutlookOptions options{.today = kToday, .date = kToday + std::chrono::days{1}};
    CHECK_FALSE(outlook(scope, with, options).extra);
    options.date = kToday;
    CHECK_FALSE(outlook(scope, with, options).extra);
    CHECK(outlook(scope, with, options).at_most ==
          Approx(outlook(scope, with, options).recall).margin(0.05));
    options.date = kToday + std::chrono::days{5};
    options.goal = 0.7;
    options.new_per_day = 3000;
    options.reviews_per_day = 3000;
    CHECK(outlook(scope, with, options).extra == 0);
}

TEST_CASE("outlook: heavier topics count more", "[interview]") {
    const auto with = schedulers(Algorithm::Sm2);
    auto scope = cards(with.front(), 2, 1);
    const Day date = kToday + std::chrono::days{1};
    const double even = recall_on(scope, with, date);
    scope[0].weight = 3;  // the known one
    CHECK(recall_on(scope, with, date) == Approx(even * 1.5));
}

TEST_CASE("outlook: the same cards give the same advice", "[interview]") {
    const auto with = schedulers(Algorithm::Fsrs);
    const auto scope = cards(with.front(), 700);
    const OutlookOptions options{.today = kToday, .date = kToday + std::chrono::days{14}};
    CHECK(outlook(scope, with, options).extra == outlook(scope, with, options).extra);
}

}  // namespace
}  // namespace wengu
