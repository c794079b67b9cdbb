#include "notes/write_back.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

ReviewState state() { return {0.42, parse_day("2026-03-09"), parse_day("2026-03-01"), 7}; }

TEST_CASE("write_back: only the four values change", "[notes]") {
    const std::string before =
        "---\n"
        "created: '2025-10-29'\n"
        "last_reviewed: '2025-10-29'   # by hand\n"
        "next_review: \"2025-10-29\"\n"
        "review_count: 0\n"
        "mastery_level: 0.0\n"
        "tags:\n- a\n"
        "---\n"
        "mastery_level: 0.0 stays in the body\n";
    const std::string after =
        "---\n"
        "created: '2025-10-29'\n"
        "last_reviewed: '2026-03-01'   # by hand\n"
        "next_review: \"2026-03-09\"\n"
        "review_count: 7\n"
        "mastery_level: 0.42\n"
        "tags:\n- a\n"
        "---\n"
        "mastery_level: 0.0 stays in the body\n";
    const auto result = write_back(before, state());
    CHECK_FALSE(result.refused);
    CHECK(result.changed);
    CHECK(result.bytes == after);
    CHECK_FALSE(write_back(after, state()).changed);
}

TEST_CASE("write_back: the new value follows the old one's form", "[notes]") {
    struct {
        const char* before;
        const char* after;
    } const rows[] = {
        {"mastery_level: 0", "mastery_level: 0.42"},
        {"mastery_level : 0.3", "mastery_level : 0.42"},
        {"'mastery_level': '0.3'", "'mastery_level': '0.42'"},
        {"\"mastery_level\":  0.3 ", "\"mastery_level\":  0.42 "},
        {"mastery_level: 35%", "mastery_level: 42%"},
        {"mastery_level: '35 %'", "mastery_level: '42 %'"},
        {"mastery_level: 0.420", "mastery_level: 0.420"},
        {"mastery_level:", "mastery_level: 0.42"},
        {"mastery_level: ", "mastery_level: 0.42"},
        {"mastery_level:\t", "mastery_level:\t0.42"},
        {"mastery_level: # later", "mastery_level: 0.42 # later"},
        {"mastery_level:   # later", "mastery_level: 0.42   # later"},
        {"mastery_level: null # later", "mastery_level: 0.42 # later"},
        {"mastery_level: ~", "mastery_level: 0.42"},
        {"mastery_level: ''", "mastery_level: '0.42'"},
        {"next_review: 2025/1/9", "next_review: 2026/03/09"},
        {"next_review: '2025.01.09'", "next_review: '2026.03.09'"},
        {"next_review: \"[[2025-01-09]]\"", "next_review: \"[[2026-03-09]]\""},
        {"next_review: 2025-01-09T10:00:00", "next_review: 2026-03-09"},
        {"next_review: 2026/3/9", "next_review: 2026/3/9"},
        {"last_reviewed: null", "last_reviewed: 2026-03-01"},
        {"a:\n  mastery_level: 0.1", "a:\n  mastery_level: 0.1"},
        {"a: |\n  mastery_level: 0.1\n  x: 2", "a: |\n  mastery_level: 0.1\n  x: 2"},
        {"# mastery_level: 0.1\nreview_count: 2", "# mastery_level: 0.1\nreview_count: 7"},
    };
    for (const auto& row : rows) {
        INFO(row.before);
        const auto before = "---\n" + std::string{row.before} + "\n---\nbody";
        const auto after = "---\n" + std::string{row.after} + "\n---\nbody";
        const auto result = write_back(before, state());
        CHECK_FALSE(result.refused);
        CHECK(result.bytes == after);
        CHECK(result.changed == (after != before));
    }
}

TEST_CASE("write_back: what cannot be edited with certainty is refused", "[notes]") {
    for (const char* lines : {"mastery_level: 0.1\nmastery_level: 0.2\n",
                              "mastery_level: >\n  0.1\n",
                              "mastery_level: |\n  0.1\n",
                              "mastery_level: 0.1\n  0.2\n",
                              "mastery_level:\n  0.1\n",
                              "mastery_level:\n- 0.1\n",
                              "mastery_level: &m 0.1\n",
                              "mastery_level: *m\n",
                              "mastery_level: !!float 0.1\n",
                              "mastery_level: [0.1]\n",
                              "{mastery_level: 0.1}\n",
                              "a: 1\n? mastery_level\n: 0.1\n",
                              "mastery_level: low\n",
                              "mastery_level: 35\n",
                              "mastery_level: 'a\n  b'\n",
                              "mastery_level: 0.1\nbad: [\n",
                              "review_count: many\n",
                              "review_count: 3#4\n",
                              "next_review: tomorrow\n",
                              "mastery_level: 0.1 0.2\n",
                              "mastery_level: \"0.1\" x\n",
                              "mastery_level: \"0\\x2e1\"\n",
                              "mastery_level: 0.1\ntitle: a: b\n",
                              "mastery_level: 0.1\n\ttitle: a\n"}) {
        INFO(lines);
        const auto bytes = "---\n" + std::string{lines} + "---\nbody\n";
        const auto result = write_back(bytes, state());
        CHECK(result.refused);
        CHECK_FALSE(result.changed);
        CHECK(result.bytes == bytes);
    }
    CHECK(write_back("+++\nmastery_level = 0.1\n+++\n", state()).refused);
    CHECK(write_back("---\nmastery_level: 0.1\n\nbody\n", state()).refused);
}

TEST_CASE("write_back: the reason names the place", "[notes]") {
    const auto result = write_back("---\ntitle: a\nmastery_level: low\n---\n", state());
    REQUIRE(result.refused);
    CHECK(to_string(*result.refused) ==
          ":3:16: mastery_level \"low\" is not understood and stays as it is\n"
          "    empty it, and it will be filled in\n");
}

TEST_CASE("write_back: a note without the keys is left alone without a word", "[notes]") {
    for (const char* bytes :
         {"", "# A\n", "---\ntitle: a\n---\n", "---\ntitle: [\n---\n", "+++\ntitle = 1\n+++\n"}) {
        const auto result = write_back(bytes, state());
        CHECK_FALSE(result.refused);
        CHECK_FALSE(result.changed);
    }
}

TEST_CASE("write_back: a former value is put back as it was spelled", "[notes]") {
    for (const char* line :
         {"mastery_level: 0.0", "mastery_level: 35 %  # mine", "mastery_level:", "mastery_level: ",
          "mastery_level:  ", "mastery_level:\t", "mastery_level: # later", "mastery_level:  # x",
          "mastery_level: null # later", "mastery_level: ~", "mastery_level: ''",
          "next_review: \"[[2025-01-09]]\"", "'next_review' : '2025.1.9' ",
          "next_review:", "last_reviewed: 2025/1/9", "last_reviewed:\r", "review_count: 003"}) {
        INFO(line);
        const auto before = std::string{"---\n"} + line + "\n---\nbody";
        const auto written = write_back(before, state());
        REQUIRE(written.changed);
        const auto back = write_back(written.bytes, {}, state_values(before));
        CHECK_FALSE(back.refused);
        CHECK(back.bytes == before);
        CHECK_FALSE(write_back(before, {}, state_values(before)).changed);
    }
}

TEST_CASE("write_back: a former value takes the form that its line has now", "[notes]") {
    const std::vector<FormerValue> former{{"next_review", std::nullopt}, {"review_count", "3"}};
    CHECK(write_back("---\nnext_review: '2026-03-09'\nreview_count:\n---\n", {}, former).bytes ==
          "---\nnext_review: ''\nreview_count: 3\n---\n");
    const auto refused = write_back("---\nreview_count: many\n---\n", {}, former);
    CHECK(refused.refused);
}

TEST_CASE("write_back: days that are not known leave the note's own", "[notes]") {
    const auto result =
        write_back("---\nnext_review: 2025-01-09\nreview_count: 1\n---\n", {0.1, {}, {}, 2});
    CHECK(result.bytes == "---\nnext_review: 2025-01-09\nreview_count: 2\n---\n");
}

}  // namespace
}  // namespace wengu
