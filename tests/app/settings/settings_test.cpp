#include "app/settings/settings.h"

#include "core/error.h"

#include <catch2/catch.hpp>

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
        CHECK_NOTHROW(check_setting(info, info.initial));
    }
}

}  // namespace
}  // namespace wengu
