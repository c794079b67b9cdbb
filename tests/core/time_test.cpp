#include "core/time.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

TEST_CASE("study_day: the small hours belong to yesterday", "[core]") {
    struct {
        const char* what;
        const char* moment;
        const char* day;
    } const rows[] = {
        {"just before rollover", "2026-03-02T03:59:59Z", "2026-03-01"},
        {"at rollover", "2026-03-02T04:00:00Z", "2026-03-02"},
        {"east of Greenwich", "2026-03-02T04:00:00+08:00", "2026-03-02"},
        {"west of Greenwich", "2026-03-02T02:00:00-05:00", "2026-03-01"},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(to_string(study_day(parse_moment(row.moment).value())) == row.day);
    }
}

TEST_CASE("moment: reads back what it prints, in its own offset", "[core]") {
    for (const char* text : {"2026-03-01T21:10:00+08:00", "1999-12-31T23:59:59-03:30"}) {
        CHECK(to_string(parse_moment(text).value()) == text);
    }
    CHECK(parse_moment("2026-03-01T21:10:00.250Z")->at.time_since_epoch() % 1s == 250ms);
}

TEST_CASE("moment: for people it is the minute on its own clock", "[core]") {
    CHECK(to_minutes(*parse_moment("2026-03-01T21:10:59+08:00")) == "2026-03-01 21:10");
}

TEST_CASE("moment: nonsense is refused", "[core]") {
    for (const char* text : {"", "2026-03-01", "2026-02-30T10:00Z", "2026-03-01T25:00Z",
                             "2026-03-01T10:00", "2026-03-01T10:00Zx", "x"}) {
        INFO(text);
        CHECK_FALSE(parse_moment(text));
    }
    CHECK_FALSE(parse_day("2026-13-01"));
    CHECK(parse_day("2026/3/1") == Day{local_days{2026y / 3 / 1}});
}

}  // namespace
}  // namespace wengu
