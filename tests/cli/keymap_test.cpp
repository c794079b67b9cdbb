#include "tui/keymap.h"
#include "cli/shell/manual.h"
#include "core/error.h"
#include "tui/screens/help_screen.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

std::optional<Intent> review(const Keymap& keymap, std::string_view key) {
    return keymap.intent(Scope::Review, *key_named(key));
}

TEST_CASE("keys: the usual ones, also through an input method", "[screens]") {
    const Keymap keymap;
    CHECK(review(keymap, "space") == Intent::Reveal);
    CHECK(review(keymap, "enter") == Intent::Reveal);
    CHECK(review(keymap, "3") == Intent::Good);
    CHECK(review(keymap, "３") == Intent::Good);
    CHECK(review(keymap, "\u3000") == Intent::Reveal);
    CHECK(review(keymap, "？") == Intent::Help);
    CHECK(review(keymap, "ctrl-c") == Intent::Quit);
    CHECK(review(keymap, "s") == Intent::Suspend);
    CHECK(keymap.intent(Scope::Today, *key_named("s")) == Intent::ShowStats);
    CHECK_FALSE(review(keymap, "好").has_value());
    CHECK_FALSE(review(keymap, "x").has_value());
    CHECK_FALSE(keymap.intent(Scope::Page, *key_named("3")).has_value());
}

TEST_CASE("keys: the user's changes replace the usual keys", "[screens]") {
    const Keymap keymap{"good=3,l undo=ctrl-u"};
    CHECK(review(keymap, "l") == Intent::Good);
    CHECK(review(keymap, "3") == Intent::Good);
    CHECK(review(keymap, "ctrl-u") == Intent::Undo);
    CHECK_FALSE(review(keymap, "u").has_value());
    CHECK(keymap.key_for(Intent::Undo) == "ctrl-u");
    const Keymap left{"left-hand"};
    CHECK(review(left, "d") == Intent::Good);
    CHECK(review(left, "4") == Intent::Easy);
    CHECK(review(left, "S") == Intent::Suspend);
}

TEST_CASE("keys: a change that makes no sense is refused in words", "[screens]") {
    CHECK_THROWS_WITH(Keymap{"undoo=u"}, "ui.keys: nothing is called undoo; did you mean undo?");
    CHECK_THROWS_WITH(Keymap{"undo=hyper-u"}, "ui.keys: there is no key hyper-u");
    CHECK_THROWS_WITH(Keymap{"undo"}, "ui.keys: write undo=KEY");
    CHECK_THROWS_WITH(Keymap{"undo=e"}, "ui.keys: e is both undo and edit");
    CHECK_THROWS_AS(Keymap{"undo=e"}, UsageError);
}

TEST_CASE("keys: Han characters betray an input method, other keys do not", "[screens]") {
    CHECK(is_from_input_method(*key_named("你")));
    CHECK_FALSE(is_from_input_method(*key_named("x")));
    CHECK_FALSE(is_from_input_method(*key_named("３")));
    CHECK_FALSE(is_from_input_method(*key_named("enter")));
}

TEST_CASE("help: every key of a screen is there, and only those that match a search", "[screens]") {
    const ScreenOptions options{.size = {80, 24}};
    const auto all = to_text(help_lines(Scope::Review, options));
    CHECK(all.find("  1           forgot it\n") != std::string::npos);
    CHECK(all.find("statistics") == std::string::npos);
    CHECK(to_text(help_lines(Scope::Review, options, "GRADE")) ==
          "Grades\n  u           take the last grade back\n");
    const auto changed = ScreenOptions{.size = {80, 24}, .keymap = Keymap{"undo=ctrl-u"}};
    CHECK(to_text(help_lines(Scope::Review, changed)).find("Ctrl-u") != std::string::npos);
}

TEST_CASE("help: searched with the slash, and left by any other key", "[screens]") {
    const ScreenOptions options{.size = {60, 20}};
    LineEditor search{LineEditor::Kind::OneLine, "undo"};
    const auto typing = help_picture(Scope::Review, 0, options, "grade", &search);
    CHECK(to_text(typing.lines).find("take the last grade back") != std::string::npos);
    CHECK(to_text(typing.lines).ends_with("/ undo\n"));
    CHECK(typing.cursor == Position{19, 6});
    const auto found = to_text(help_picture(Scope::Review, 0, options, "zebra").lines);
    CHECK(found.find("no key is about zebra") != std::string::npos);
}

TEST_CASE("help: the manual has the same keys in the same words", "[screens]") {
    const auto manual = manual_page({.name = "wengu", .summary = "x"}, "1");
    for (const auto& binding : bindings()) {
        CAPTURE(binding.name);
        std::string words = binding.help;
        CHECK(manual.find(words + "\n") != std::string::npos);
    }
    CHECK(manual.find("\\fBspace Enter\\fR\nshow the answer; then good\n") != std::string::npos);
}

}  // namespace
}  // namespace wengu
