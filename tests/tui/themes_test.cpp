#include "tui/themes.h"

#include "support/temp_dir.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace wengu {
namespace {

/// Settings as a config file of that text gives them.
Settings loaded(const test::TempDir& home, const std::string& text) {
    home.write("config.toml", text);
    Settings settings{screen_checks()};
    settings.load(home / "config.toml");
    return settings;
}

TEST_CASE("settings: a theme of the user's own starts from a base and changes some roles",
          "[tui]") {
    const test::TempDir home;
    const auto settings = loaded(home,
                                 "[ui]\ntheme = \"mine\"\n[theme.mine]\nbase = \"dark\"\n"
                                 "title = \"bold underline\"\ngood = \"#010203\"\n");
    CHECK(settings.complaints().empty());
    const auto code = [](const Theme& theme, Role role) {
        return theme.codes.at(static_cast<std::size_t>(role));
    };
    CHECK(code(theme_of(settings), Role::Title) == "1;4");
    CHECK(code(theme_of(settings), Role::Good) == "38;2;1;2;3");
    CHECK(code(theme_of(settings), Role::Warn) == code(*theme_named("dark"), Role::Warn));
    CHECK_NOTHROW(settings.check(setting_info("ui.theme"), "mine"));
}

TEST_CASE("settings: a slip in a theme is named with its line and the nearest word", "[tui]") {
    const test::TempDir home;
    const auto settings =
        loaded(home,
               "[ui]\ntheme = \"mime\"\n[theme.mine]\nbase = \"drak\"\ntitel = \"bold\"\n"
               "good = \"bold grene\"\nwarn = \"300\"\n[theme]\nx = 1\n");
    const auto at = [&home](const char* rest) { return (home / "config.toml").string() + rest; };
    const std::vector<std::string> wanted{
        at(":4: base is one of auto, light, dark, mono, high-contrast, not \"drak\""),
        at(":6: \"grene\" is no colour or attribute; did you mean green?"),
        at(":5: a theme has no \"titel\"; did you mean title?"),
        at(":7: \"300\" is no colour or attribute; there are bold faint italic underline reverse "
           "none black red green yellow blue magenta cyan white, 0 to 255, #rrggbb"),
        at(":9: give a theme a section of its own: [theme.x]"),
        at(":2: there is no theme \"mime\"; did you mean mine?")};
    for (const auto& complaint : wanted) {
        CAPTURE(complaint);
        CHECK(std::ranges::count(settings.complaints(), complaint) == 1);
    }
    CHECK(settings.complaints().size() == wanted.size());
    CHECK(settings.text("ui.theme") == "auto");
}

TEST_CASE("settings: remapped keys that make no sense are named with their line", "[tui]") {
    const test::TempDir home;
    const auto settings = loaded(home, "[ui]\nkeys = \"undo=e\"\n");
    REQUIRE(settings.complaints().size() == 1);
    CHECK(settings.complaints().front() ==
          (home / "config.toml").string() + ":2: ui.keys: e is both undo and edit");
    CHECK(settings.text("ui.keys").empty());
}

}  // namespace
}  // namespace wengu
