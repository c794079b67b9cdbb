#include "core/said.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("said: a sentence is a text, and can be said again by its recipe", "[core]") {
    const Said sentence = said("{} of {} is {:.2f}, \"{}\"", 3, 'x', 0.5, std::string{"a{b}"});
    CHECK(sentence.text() == "3 of x is 0.50, \"a{b}\"");
    CHECK(Said::again(sentence.recipe())->text() == sentence.text());
    CHECK(Said::again(said("done").recipe())->text() == "done");
    CHECK(said("{}|{}", "", "").text() == Said::again(said("{}|{}", "", "").recipe())->text());
}

TEST_CASE("said: any other text stays as it is and has no recipe", "[core]") {
    const Said text = std::string{"{} as found"};
    CHECK(text.text() == "{} as found");
    CHECK(text.recipe().empty());
    CHECK_FALSE(Said::again(text.recipe()));
}

TEST_CASE("said: a recipe that does not fit gives nothing instead of a wrong sentence", "[core]") {
    CHECK_FALSE(Said::again("{} and {}\x1fsone"));
    CHECK_FALSE(Said::again("{:.2f}\x1fsno number"));
    CHECK(said("{}", "a\x1f\nb").recipe() == "{}\x1fsab");
}

}  // namespace
}  // namespace wengu
