#include "term/wrap.h"

#include "core/text.h"

#include <catch2/catch.hpp>

#include <random>

namespace wengu {
namespace {

std::vector<std::string> wrap(std::string_view text, int width, int overhang = 0) {
    std::vector<std::string> lines;
    for (const auto& line : wrapped(Line{text}, {.width = width, .overhang = overhang}, {})) {
        lines.push_back(line.text());
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("wrap: lines break between Han characters and at blanks", "[term]") {
    CHECK(wrap("温故而知新可以为师矣", 8) == Lines{"温故而知", "新可以为", "师矣"});
    CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrap("用CUDA写kernel函数", 8) == Lines{"用CUDA写", "kernel函", "数"});
    CHECK(wrap("", 8) == Lines{""});
}

TEST_CASE("wrap: no line begins with a closing mark or ends with an opening one", "[term]") {
    CHECK(wrap("温故而知，新可以", 8) == Lines{"温故而", "知，新可", "以"});
    CHECK(wrap("他说：（温故）吧", 8) == Lines{"他说：", "（温故）", "吧"});
    CHECK(wrap("约占全部的10%吧", 12) == Lines{"约占全部的", "10%吧"});
    CHECK(wrap("学而时习之——不亦说乎", 12) == Lines{"学而时习之——", "不亦说乎"});
}

TEST_CASE("wrap: a closing mark may hang out by one cell", "[term]") {
    CHECK(wrap("abc温故，知", 8, 1) == Lines{"abc温故，", "知"});
    CHECK(wrap("abc温故，知", 8) == Lines{"abc温", "故，知"});
    CHECK(wrap("温故而知，新", 8, 1) == Lines{"温故而", "知，新"});  // two cells are too many
}

TEST_CASE("wrap: numbers keep their units, words their marks", "[term]") {
    CHECK(wrap("每隔三五年3-5年转型", 12) == Lines{"每隔三五年", "3-5年转型"});
    CHECK(wrap("目标是第3年开始", 8) == Lines{"目标是", "第3年开", "始"});
    CHECK(wrap("框架有用vLLM、SGLang", 12) == Lines{"框架有用", "vLLM、SGLang"});
}

TEST_CASE("wrap: a word longer than a line is cut, and nothing is lost", "[term]") {
    CHECK(wrap("see https://example.org/a", 8) == Lines{"see", "https://", "example.", "org/a"});
    CHECK(wrap("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 4) ==
          Lines{"👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"});
}

TEST_CASE("wrap: an indent deeper than the line is given up, not shown as an empty line",
          "[term]") {
    CHECK(wrap("          │ x", 8) == Lines{"│ x"});
    CHECK(wrap("   温故知新", 8) == Lines{"   温故", "知新"});
}

TEST_CASE("wrap: prefixes make a hanging indent and count as width", "[term]") {
    const auto lines = wrapped(Line{"温故而知新，可以为师矣"},
                               {.width = 12, .first = Line{" 1 "}, .rest = Line{"   "}}, {});
    CHECK(to_text(lines) == " 1 温故而知\n   新，可以\n   为师矣\n");
}

TEST_CASE("wrap: styles survive a break in their middle", "[term]") {
    const auto lines = wrapped(Line{"温故知新", Style{.strong = true}}, {.width = 4}, {});
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].spans() == std::vector<Span>{{"知新", {.strong = true}}});
}

std::string without_blanks(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c != ' ') result += c;
    }
    return result;
}

TEST_CASE("wrap: any text keeps its characters, fits, and begins no line with a closing mark",
          "[term]") {
    const std::vector<std::string> stock{"温", "故", "，",   "。",       "（",     "）", "“",
                                         "”",  "a",  "word", " ",        "3",      "-",  "年",
                                         "%",  "——", "⭐",    "👍🏽", "e\u0301"};
    std::minstd_rand random{20261122};  // fixed seed: every run is the same
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) text += stock[random() % stock.size()];
        const int width = 12 + static_cast<int>(random() % 30);
        const auto lines = wrapped(Line{text}, {.width = width, .overhang = 1}, {});
        std::string joined;
        for (const auto& line : lines) {
            CHECK(line.width({}) <= width + 1);
            joined += line.text();
        }
        CAPTURE(text, width);
        CHECK(without_blanks(joined) == without_blanks(text));
    }
}

TEST_CASE("wrap: Chinese prose of any width begins no line with a closing mark", "[term]") {
    const std::string prose =
        "缓存一致性（cache "
        "coherence）讨论的是“多个副本”之间的关系：写入之后，其他副本何时、以何种顺序"
        "看到新值。常见做法有三种：失效、更新、租约；各有代价（延迟、带宽、复杂度）。"
        "约85%的问题来自失效顺序，而不是协议本身！你说呢？";
    for (int width = 8; width < 90; ++width) {
        for (const auto& line : wrapped(Line{prose}, {.width = width}, {})) {
            std::string text = line.text();
            CAPTURE(width, text);
            CHECK(line.width({}) <= width);
            std::string_view rest = text;
            CHECK_FALSE(is_closing_mark(take_code_point(rest)));
            std::string_view last = last_cluster(text);
            CHECK_FALSE(is_opening_mark(take_code_point(last)));
        }
    }
}

}  // namespace
}  // namespace wengu
