#include "core/needle.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("needle: a text is found wherever it stands, by whatever byte it is rare", "[core]") {
    CHECK(Needle{"#card"}.is_in("#card"));
    CHECK(Needle{"#card"}.is_in("a card #cards"));
    CHECK(Needle{"面试官"}.is_in("高级面试官"));
    CHECK(Needle{"nterviewer"}.is_in("Interview, interviewer"));
    CHECK(Needle{"A**"}.is_in("**A**"));
    CHECK(Needle{"=="}.is_in("a ==="));
    CHECK(Needle{"Q"}.is_in("Q"));
}

TEST_CASE("needle: parts of a text are not the text", "[core]") {
    CHECK_FALSE(Needle{"#card"}.is_in("card # car"));
    CHECK_FALSE(Needle{"#card"}.is_in("d"));
    CHECK_FALSE(Needle{"面试官"}.is_in("面试 试官"));
    CHECK_FALSE(Needle{"START"}.is_in("STAR"));
    CHECK_FALSE(Needle{"Q"}.is_in(""));
}

}  // namespace
}  // namespace wengu
