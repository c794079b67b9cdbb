#include "notes/encoding.h"

#include <catch2/catch.hpp>

#include <iconv.h>

namespace wengu {
namespace {

const std::string kChinese =
    "# 数据库的隔离级别\n\n读未提交、读已提交、可重复读和串行化，四种级别分别防止什么问题？\n"
    "答：脏读、不可重复读与幻读，代价是并发程度逐级下降。\n";
const std::string kTraditional =
    "# 資料庫的隔離級別\n\n讀未提交、讀已提交、可重複讀和序列化，四種級別分別防止什麼問題？\n"
    "答：髒讀、不可重複讀與幻讀，代價是並行程度逐級下降。\n";

std::string encode(std::string text, const char* name) {
    auto* const handle = iconv_open(name, "UTF-8");
    std::string result(text.size() * 4, '\0');
    char* from = text.data();
    char* to = result.data();
    std::size_t left = text.size();
    std::size_t room = result.size();
    REQUIRE(iconv(handle, &from, &left, &to, &room) == 0);
    iconv_close(handle);
    result.resize(result.size() - room);
    return result;
}

TEST_CASE("encoding: clean UTF-8 is ready to be read", "[notes]") {
    for (const std::string& text : {std::string{}, std::string{"abc\r\n"}, kChinese,
                                    "\xEF\xBB\xBF" + kChinese, std::string{"\xEF\xBF\xBD"}}) {
        CHECK(guess_encoding(text) == Encoding{"UTF-8", true, 0, 0});
    }
}

TEST_CASE("encoding: other encodings are recognised by their bytes", "[notes]") {
    const std::string program{
        "\x7F"
        "ELF\x02\x01\x01\0\0\0\0\0\0\xB0\xFF\x01\x02\x03\0\0\0\x90\x91",
        23};
    struct {
        const char* name;
        std::string bytes;
    } const rows[] = {
        {"GB18030", encode(kChinese, "GB18030")},
        {"BIG5", encode(kTraditional, "BIG5")},
        {"UTF-16LE", "\xFF\xFE" + encode(kChinese, "UTF-16LE")},
        {"UTF-16BE", "\xFE\xFF" + encode(kChinese, "UTF-16BE")},
        {"UTF-16LE", encode(kChinese, "UTF-16LE")},
        {"UTF-16BE", encode(kChinese, "UTF-16BE")},
        {"UTF-16LE", encode("plain English text\nand more\n", "UTF-16LE")},
        {"WINDOWS-1252", encode("Le café coûte cher à Genève\n", "WINDOWS-1252")},
        {"UTF-8", kChinese.substr(0, kChinese.size() - 3)},
        {"UTF-8", "题\xFF目一二三四五六七八九十\n"},
        {"", program},
    };
    for (const auto& row : rows) {
        INFO(row.name);
        const auto guess = guess_encoding(row.bytes);
        CHECK_FALSE(guess.valid);
        CHECK(guess.name == row.name);
    }
}

TEST_CASE("encoding: the first wrong byte is named with its line", "[notes]") {
    const auto guess = guess_encoding("one\r\ntwo\nab\xFF题目题目题目\n");
    CHECK(guess.offset == 11);
    CHECK(guess.line == 3);
    CHECK(guess_encoding("one\n\xFF题目题目题目\n").line == 2);
}

TEST_CASE("encoding: text comes back as UTF-8, or not at all", "[notes]") {
    for (const char* name : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
        CHECK(to_utf8(encode(kChinese, name), name) == kChinese);
    }
    CHECK(to_utf8("\xFF\xFE" + encode(kChinese, "UTF-16LE"), "UTF-16LE") == kChinese);
    CHECK(to_utf8(encode(kTraditional, "BIG5"), "BIG5") == kTraditional);
    CHECK_FALSE(to_utf8("\xFF\xFF", "GB18030"));
    CHECK_FALSE(to_utf8("abc", "KLINGON-8"));
}

TEST_CASE("encoding: the user is told what to do", "[notes]") {
    CHECK(to_string(encoding_problem("a.md", {"GB18030", false, 2, 1})) ==
          "a.md:1: this is not UTF-8; it looks like GB18030\n"
          "    import it with --encoding GB18030, or save it as UTF-8\n");
    CHECK(to_string(encoding_problem("a.md", {"UTF-8", false, 7, 2})) ==
          "a.md:2: byte 7 is not valid UTF-8\n"
          "    the file may be damaged or cut off; save it as UTF-8 again\n");
    CHECK(to_string(encoding_problem("a.md", {"", false, 0, 0})) ==
          "a.md: this is not a text file\n");
}

}  // namespace
}  // namespace wengu
