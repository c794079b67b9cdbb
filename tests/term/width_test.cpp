#include "term/width.h"
#include "term/style.h"

#include <catch2/catch.hpp>

#include <vector>

namespace wengu {
namespace {

std::vector<std::string> clusters(std::string_view text) {
    std::vector<std::string> result;
    while (!text.empty()) result.emplace_back(take_cluster(text));
    return result;
}

TEST_CASE("width: a cluster is what a reader calls a character", "[term]") {
    using List = std::vector<std::string>;
    CHECK(clusters("a温é") == List{"a", "温", "é"});
    CHECK(clusters("👨‍👩‍👧🇨🇳🇯🇵👍🏽") ==
          List{"👨‍👩‍👧", "🇨🇳", "🇯🇵", "👍🏽"});
    CHECK(clusters("e\u0301\u0323x") == List{"e\u0301\u0323", "x"});
    CHECK(clusters("\xFF汉") == List{"\xFF", "汉"});
    CHECK(last_cluster("ab👨‍👩‍👧") == "👨‍👩‍👧");
}

TEST_CASE("width: cells are counted by cluster", "[term]") {
    struct Row {
        const char* text;
        int narrow;  ///< Cells when ambiguous characters take one.
        int wide;    ///< Cells when they take two.
    };
    const Row row = GENERATE(values<Row>({
        {"", 0, 0},
        {"abc", 3, 3},
        {"温故", 4, 4},
        {"，。「」", 8, 8},
        {"“引号”", 6, 8},
        {"→①─", 3, 6},
        {"✓✗ ░", 4, 4},
        {"⭐⭐", 4, 4},
        {"👨‍👩‍👧", 2, 2},
        {"🇨🇳", 2, 2},
        {"👍🏽", 2, 2},
        {"⚠\uFE0F", 1, 1},
        {"e\u0301", 1, 1},
        {"ｶﾞ", 2, 2},
        {"한글", 4, 4},
    }));
    CAPTURE(row.text);
    CHECK(Widths{1}.of(row.text) == row.narrow);
    CHECK(Widths{2}.of(row.text) == row.wide);
}

TEST_CASE("width: cutting and filling never split a character", "[term]") {
    const Widths widths;
    CHECK(prefix_within("温故知新", 5, widths) == "温故");
    CHECK(prefix_within("👨‍👩‍👧ab", 1, widths).empty());
    CHECK(shortened("温故而知新", 7, widths) == "温故..");
    CHECK(shortened("温故而知新", 10, widths) == "温故而知新");
    CHECK(padded("温故", 6, widths) == "温故  ");
    CHECK(padded_left("34", 4, widths) == "  34");
}

TEST_CASE("width: what could drive a terminal is shown instead of sent", "[term]") {
    CHECK(sanitised("a\x1b[31mred\x07") == "a\\x1b[31mred\\x07");
    CHECK(sanitised("x\u202Ey\u2066") == "x\\u202ey\\u2066");
    CHECK(sanitised("\u009B2J") == "\\x9b2J");
    CHECK(sanitised("a\tb") == "a    b");
    CHECK(sanitised("\xFF") == "\uFFFD");
    CHECK(sanitised("温故 👍🏽") == "温故 👍🏽");
    CHECK(Line{"\x1b[2J"}.text() == "\\x1b[2J");
}

TEST_CASE("style: a line remembers what its parts mean", "[term]") {
    Line line{"12/42", Role::Title};
    line.add("  ").add("晚了", Role::Warn).add(" 3 天", Role::Warn);
    CHECK(line.text() == "12/42  晚了 3 天");
    CHECK(line.spans().size() == 3);
    CHECK(line.width({}) == 16);
    CHECK(clipped(line, 8, {}).text() == "12/42  ");
    CHECK(justified(Line{"左"}, Line{"右"}, 10, {}).text() == "左      右");
    CHECK(justified(Line{"左左左左"}, Line{"右"}, 10, {}).text() == "左左左左");
}

TEST_CASE("style: every role has a name that finds it again", "[term]") {
    for (int i = 0; i < kRoles; ++i) {
        const auto role = static_cast<Role>(i);
        CHECK(role_named(name_of(role)) == role);
    }
    CHECK_FALSE(role_named("pink").has_value());
}

}  // namespace
}  // namespace wengu
