#include "core/text.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("text: the first byte that is not UTF-8 is named", "[core]") {
    CHECK_FALSE(invalid_utf8("温故 knows"));
    CHECK(invalid_utf8("ab\xCE\xC2") == 2);
    CHECK(invalid_utf8("\xED\xA0\x80") == 0);  // a surrogate half
}

TEST_CASE("text: trimming knows the blanks of Chinese text", "[core]") {
    CHECK(trim("\u3000 \uFEFF题目\u00A0\t\n") == "题目");
    CHECK(trim(" \u3000").empty());
}

TEST_CASE("text: every kind of line end ends a line, and a final one opens none", "[core]") {
    CHECK(split_lines("a\r\nb\rc\n") == SourceLines{"a", "b", "c"});
    CHECK(split_lines("a\n\nb") == SourceLines{"a", "", "b"});
    CHECK(split_lines("").empty());
}

TEST_CASE("text: what a reader calls the same is equal once normalised", "[core]") {
    CHECK(normalise(" Ｇｐｕ\u3000是 什么？ ") == normalise("gpu 是 什么?"));
    CHECK(normalise("é") == normalise("e\u0301"));
}

TEST_CASE("text: code points go to UTF-8 and back", "[core]") {
    const std::string text = "a温👨‍👩‍👧é";
    CHECK(to_utf8(to_code_points(text)) == text);
    CHECK(count_code_points("温故") == 2);
}

TEST_CASE("text: normalising knows common text by heart and gives the same as the tables",
          "[core]") {
    // A character outside the common ones sends the whole text through the tables.
    for (const std::string_view text :
         {"GPU 是 什么？", "Ａｂｃ（１）：“引”、【x】", "a  B\tc", "～！＠", "〇二〇〕",
          "⭐\uFE0F ├─ 👨\u200D👩 ✅", "一\u3000二 → 三"}) {
        CHECK(normalise(text) + " é" == normalise(std::string{text} + " é"));
    }
}

}  // namespace
}  // namespace wengu
