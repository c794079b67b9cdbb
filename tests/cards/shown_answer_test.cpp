#include "cards/shown_answer.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("shown answer: the mark that opens an answer is not shown, all else is", "[cards]") {
    CHECK(shown_answer("A: yes, because") == "yes, because");
    CHECK(shown_answer("答：可以") == "可以");
    CHECK(shown_answer("**A：可以，但要快。**\n\n1. 先学") == "**可以，但要快。**\n\n1. 先学");
    CHECK(shown_answer("**A:** yes\nmore") == "yes\nmore");
    CHECK(shown_answer("Amdahl: speed-up is bounded") == "Amdahl: speed-up is bounded");
    CHECK(shown_answer("") == "");
}

}  // namespace
}  // namespace wengu
