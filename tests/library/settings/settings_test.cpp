#include "library/settings/settings.h"

#include "core/error.h"
#include "support/temp_dir.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace wengu {
namespace {

TEST_CASE("settings: changing one value leaves every other byte of the file", "[library]") {
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

TEST_CASE("settings: every default passes its own check", "[library]") {
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

TEST_CASE("settings: a variable wins over the file, and a wrong one is named", "[library]") {
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

}  // namespace
}  // namespace wengu
