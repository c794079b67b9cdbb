#include "core/message.h"
#include "core/error.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("message: English is used as it is when no catalogue is loaded", "[core]") {
    CHECK(say("{} of {}", 2, 3) == "2 of 3");
    CHECK(say_count("{} card", "{} cards", 1) == "1 card");
    CHECK(say_count("{} card", "{} cards", 4) == "4 cards");
}

TEST_CASE("problem: is printed so that an editor can jump to it", "[core]") {
    CHECK(to_string(Problem{"a.md", 6, 13, "what is wrong", "what to do"}) ==
          "a.md:6:13: what is wrong\n    what to do\n");
    CHECK(to_string(Problem{"a.md", 0, 0, "whole file", ""}) == "a.md: whole file\n");
}

}  // namespace
}  // namespace wengu
