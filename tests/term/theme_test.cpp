#include "term/theme.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("theme: who decides about colour, in order", "[term]") {
    struct Row {
        const char* name;
        StylingInputs inputs;
        Styling expected;
    };
    using Wish = ColourWish;
    const StylingInputs tty{.is_terminal = true, .term = "xterm"};
    const auto with = [&tty](auto change) {
        StylingInputs inputs = tty;
        change(inputs);
        return inputs;
    };
    const std::vector<Row> rows{
        {"a terminal", tty, Styling::Colours},
        {"a pipe", {}, Styling::None},
        {"a dumb terminal", with([](auto& i) { i.term = "dumb"; }), Styling::None},
        {"NO_COLOR", with([](auto& i) { i.no_color = "1"; }), Styling::Attributes},
        {"NO_COLOR in a pipe", {.no_color = "1"}, Styling::None},
        {"NO_COLOR before force", {.no_color = "1", .force_color = "1"}, Styling::None},
        {"force in a pipe", {.force_color = "1"}, Styling::Colours},
        {"force that says 0", {.force_color = "0"}, Styling::None},
        {"setting", with([](auto& i) { i.setting = Wish::Never; }), Styling::None},
        {"flag before NO_COLOR", {.flag = Wish::Always, .no_color = "1"}, Styling::Colours},
        {"flag never", with([](auto& i) { i.flag = Wish::Never, i.force_color = "1"; }),
         Styling::None},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        CHECK(choose_styling(row.inputs) == row.expected);
    }
}

TEST_CASE("theme: roles become attributes, and none without styling", "[term]") {
    Line line{"忘了", Role::Bad};
    line.add(" x").add("y", Style{.role = Role::Good, .strong = true});
    const auto automatic = *theme_named("auto");
    CHECK(encoded(line, automatic) == "\x1b[31m忘了\x1b[0m x\x1b[32;1my\x1b[0m");
    CHECK(encoded(line, theme_for(Styling::None, automatic)) == "忘了 xy");
    CHECK(encoded(line, theme_for(Styling::Attributes, automatic)) ==
          "\x1b[1;4m忘了\x1b[0m x\x1b[1my\x1b[0m");
}

TEST_CASE("theme: without colour no theme code is a colour", "[term]") {
    const auto mono = theme_for(Styling::Attributes, *theme_named("dark"));
    for (const auto& code : mono.codes) {
        CAPTURE(code);
        CHECK(code.find("3") == std::string::npos);
        CHECK(code.find("9") == std::string::npos);
    }
}

TEST_CASE("theme: the cursor is put back after what terminals measure differently", "[term]") {
    const Theme plain = theme_for(Styling::None, {});
    CHECK(encoded_in_place(Line{"温👍🏽x"}, plain, {}) == "温👍🏽\x1b[5Gx");
    CHECK(encoded_in_place(Line{"⚠\uFE0F!"}, plain, {}) == "⚠\uFE0F\x1b[2G!");
    CHECK(encoded_in_place(Line{"温故⭐"}, plain, {}) == "温故⭐");
}

TEST_CASE("theme: a user's style is read word by word", "[term]") {
    CHECK(parse_style("bold red") == "1;31");
    CHECK(parse_style("underline  bright-blue") == "4;94");
    CHECK(parse_style("#8a2be2") == "38;2;138;43;226");
    CHECK(parse_style("202") == "38;5;202");
    CHECK(parse_style("none") == "");
    CHECK_FALSE(parse_style("loud").has_value());
    CHECK_FALSE(parse_style("256").has_value());
    CHECK(theme_names().size() == 5);
    CHECK_FALSE(theme_named("neon").has_value());
}

}  // namespace
}  // namespace wengu
