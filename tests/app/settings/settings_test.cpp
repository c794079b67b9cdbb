#include "app/settings/settings.h"

#include "core/error.h"
#include "support/temp_dir.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace wengu {
namespace {

TEST_CASE("settings: changing one value leaves every other byte of the file", "[app]") {
    const std::string file =
        "# mine\nscheduler = \"sm2\"  # classic\n\n[study]\n# new cards a day\n# new_per_day = 20\n"
        "[fsrs]\nretention = 0.9\n";
    CHECK(with_setting(file, setting_info("study.new_per_day"), "30") ==
          "# mine\nscheduler = \"sm2\"  # classic\n\n[study]\n# new cards a day\nnew_per_day = 30\n"
          "[fsrs]\nretention = 0.9\n");
    CHECK(with_setting("scheduler = \"sm2\"  # classic\n", setting_info("scheduler"), "fsrs") ==
          "scheduler = \"fsrs\"  # classic\n");
    CHECK(with_setting("", setting_info("ui.theme"), "dark") == "[ui]\ntheme = \"dark\"\n");
    CHECK(with_setting("[ui]\n", setting_info("scheduler"), "fsrs") ==
          "scheduler = \"fsrs\"\n[ui]\n");
}

TEST_CASE("settings: every default passes its own check", "[app]") {
    for (const auto& info : setting_table()) {
        INFO(info.key);
        CHECK_NOTHROW(Settings{}.check(info, info.initial));
    }
}

/// Settings as a config file of that text gives them.
Settings loaded(const test::TempDir& home, const std::string& text) {
    home.write("config.toml", text);
    Settings settings;
    settings.load(home / "config.toml");
    return settings;
}

TEST_CASE("settings: a theme of the user's own starts from a base and changes some roles",
          "[app]") {
    const test::TempDir home;
    const auto settings = loaded(home,
                                 "[ui]\ntheme = \"mine\"\n[theme.mine]\nbase = \"dark\"\n"
                                 "title = \"bold underline\"\ngood = \"#010203\"\n");
    CHECK(settings.complaints().empty());
    const auto code = [](const Theme& theme, Role role) {
        return theme.codes.at(static_cast<std::size_t>(role));
    };
    CHECK(code(settings.theme(), Role::Title) == "1;4");
    CHECK(code(settings.theme(), Role::Good) == "38;2;1;2;3");
    CHECK(code(settings.theme(), Role::Warn) == code(*theme_named("dark"), Role::Warn));
    CHECK_NOTHROW(settings.check(setting_info("ui.theme"), "mine"));
}

TEST_CASE("settings: a slip in a theme is named with its line and the nearest word", "[app]") {
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

TEST_CASE("settings: a variable wins over the file, and a wrong one is named", "[app]") {
    const test::TempDir home;
    auto settings = loaded(home, "[study]\nnew_per_day = 7\nreviews_per_day = 70\n");
    CHECK(settings.origin("study.new_per_day") == (home / "config.toml").string() + ":2");
    settings.take_environment([](const char* name) -> std::optional<std::string> {
        if (std::string_view{name} == "WENGU_STUDY_NEW_PER_DAY") return "3";
        if (std::string_view{name} == "WENGU_STUDY_REVIEWS_PER_DAY") return "many";
        return std::nullopt;
    });
    CHECK(settings.integer("study.new_per_day") == 3);
    CHECK(settings.origin("study.new_per_day") == "WENGU_STUDY_NEW_PER_DAY");
    CHECK(settings.integer("study.reviews_per_day") == 70);
    REQUIRE(settings.complaints().size() == 1);
    CHECK(settings.complaints().front() ==
          "WENGU_STUDY_REVIEWS_PER_DAY: study.reviews_per_day is a number from 0 to 99999, not "
          "\"many\"");
}

TEST_CASE("settings: remapped keys that make no sense are named with their line", "[app]") {
    const test::TempDir home;
    const auto settings = loaded(home, "[ui]\nkeys = \"undo=e\"\n");
    REQUIRE(settings.complaints().size() == 1);
    CHECK(settings.complaints().front() ==
          (home / "config.toml").string() + ":2: ui.keys: e is both undo and edit");
    CHECK(settings.text("ui.keys").empty());
}

}  // namespace
}  // namespace wengu
