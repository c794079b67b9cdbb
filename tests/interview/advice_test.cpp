#include "interview/advice.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("advice: a mock interview is advised when there is a reason, and the reason is said",
          "[interview]") {
    struct {
        const char* what;
        DrillHabit habit;
        const char* reason;
    } const rows[] = {
        {"without a goal there is no advice", {.goal = 0, .days_to_interview = 9}, ""},
        {"the first one", {.goal = 3, .days_to_interview = 9}, "there was none yet"},
        {"the week's goal is met",
         {.goal = 2, .this_week = 2, .days_since = 4, .days_to_interview = 9},
         ""},
        {"there was one today", {.goal = 3, .days_since = 0, .days_to_interview = 9}, ""},
        {"the interview itself is today", {.goal = 3, .days_since = 5, .days_to_interview = 0}, ""},
        {"tomorrow",
         {.goal = 3, .days_left_in_week = 6, .days_since = 1, .days_to_interview = 1},
         "the interview is tomorrow"},
        {"it got worse",
         {.goal = 3,
          .days_left_in_week = 6,
          .days_since = 1,
          .change = -0.12,
          .days_to_interview = 9},
         "the last covered 12 points less"},
        {"the week runs out",
         {.goal = 3,
          .this_week = 1,
          .days_left_in_week = 2,
          .days_since = 1,
          .days_to_interview = 9},
         "2 are left for this week"},
        {"long ago",
         {.goal = 3,
          .this_week = 0,
          .days_left_in_week = 6,
          .days_since = 4,
          .days_to_interview = 9},
         "4 days since the last"},
        {"no hurry",
         {.goal = 3,
          .this_week = 1,
          .days_left_in_week = 5,
          .days_since = 1,
          .change = 0.1,
          .days_to_interview = 9},
         ""},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(drill_advice(row.habit) == row.reason);
    }
}

}  // namespace
}  // namespace wengu
