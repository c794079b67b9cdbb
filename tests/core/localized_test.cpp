#include "core/localized.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("said: a sentence is a text, and can be said again by its recipe", "[core]") {
    const LocalizedText sentence =
        localized("{} of {} is {:.2f}, \"{}\"", 3, 'x', 0.5, std::string{"a{b}"});
    CHECK(sentence.text() == "3 of x is 0.50, \"a{b}\"");
    CHECK(LocalizedText::again(sentence.recipe())->text() == sentence.text());
    CHECK(LocalizedText::again(localized("done").recipe())->text() == "done");
    CHECK(localized("{}|{}", "", "").text() ==
          LocalizedText::again(localized("{}|{}", "", "").recipe())->text());
}

TEST_CASE("said: any other text stays as it is and has no recipe", "[core]") {
    const LocalizedText text = std::string{"{} as found"};
    CHECK(text.text() == "{} as found");
    CHECK(text.recipe().empty());
    CHECK_FALSE(LocalizedText::again(text.recipe()));
}

TEST_CASE("said: a recipe that does not fit gives nothing instead of a wrong sentence", "[core]") {
    CHECK_FALSE(LocalizedText::again("{} and {}\x1fsone"));
    CHECK_FALSE(LocalizedText::again("{:.2f}\x1fsno number"));
    CHECK(localized("{}", "a\x1f\nb").recipe() == "{}\x1fsab");
}

}  // namespace
}  // namespace wengu
