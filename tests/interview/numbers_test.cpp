#include "interview/numbers.h"

#include "interview/words.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

std::string numbers_in(std::string_view text) {
    std::string found;
    for (const auto& word : words_of(text)) {
        if (word.kind == Word::Kind::Number) found += word.text + " ";
    }
    return found;
}

TEST_CASE("numbers: one form for every way of writing them", "[interview]") {
    struct {
        const char* text;
        const char* tokens;
    } const rows[] = {
        {"三到五年", "3y 5y "},
        {"三五年", "3y 5y "},
        {"3-5年", "3y 5y "},
        {"３～５ 年", "3y 5y "},
        {"three to five years", "3y 5y "},
        {"year three", "3y "},
        {"第三年到第五年", "3y 5y "},
        {"半年", "6m "},
        {"six months", "6m "},
        {"6个月", "6m "},
        {"八成", "80% "},
        {"百分之八十", "80% "},
        {"80 percent", "80% "},
        {"两到四倍", "2x 4x "},
        {"2-4x", "2x 4x "},
        {"翻倍", "2x "},
        {"六四开", "60% 40% "},
        {"三十五岁", "35age "},
        {"1,000 ms", "1s "},
        {"2.5秒", "2.5s "},
        {"三万", "30000 "},
        {"2025-2030", "2025 2030 "},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(numbers_in(row.text) == row.tokens);
    }
}

TEST_CASE("numbers: words that only look like numbers stay words", "[interview]") {
    for (const char* text :
         {"一般", "统一", "万一", "十分成熟", "two-way", "one of them", "third"}) {
        INFO(text);
        CHECK(numbers_in(text).empty());
    }
}

TEST_CASE("words: width, case, script and endings do not matter", "[interview]") {
    CHECK(words_of("訓練ＧＰＵ") == words_of("训练 gpu"));
    CHECK(words_of("scaling caches isn't mapping") == words_of("scale cached isnt maps"));
}

}  // namespace
}  // namespace wengu
