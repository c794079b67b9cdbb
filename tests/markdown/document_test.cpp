#include "markdown/document.h"
#include "core/text.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <thread>

namespace wengu {
namespace {

std::string_view name_of(BlockKind kind) {
    static constexpr std::string_view kNames[] = {"heading", "text", "list", "item",
                                                  "quote",   "code", "math", "html",
                                                  "table",   "row",  "cell", "rule"};
    return kNames[static_cast<int>(kind)];
}

/// The tree in one line: kind, lines, children in brackets.
std::string shape(const std::vector<Block>& blocks) {
    std::string out;
    for (const auto& block : blocks) {
        if (!out.empty()) out += ' ';
        out += fmt::format("{}:{}-{}", name_of(block.kind), block.lines.first, block.lines.last);
        if (!block.children.empty() && block.kind != BlockKind::Table) {
            out += '(' + shape(block.children) + ')';
        }
    }
    return out;
}

std::string shape(std::string_view text, int first_line = 1) {
    return shape(parse_blocks(text, first_line).blocks);
}

/// Inline runs as tags, to compare them at a glance.
std::string tags(const Inlines& inlines) {
    std::string out;
    for (const auto& part : inlines) {
        const auto nested = tags(part.children);
        switch (part.kind) {
            case InlineKind::Text: out += part.text; break;
            case InlineKind::Emphasis: out += "<i>" + nested + "</i>"; break;
            case InlineKind::Strong: out += "<b>" + nested + "</b>"; break;
            case InlineKind::Strike: out += "<s>" + nested + "</s>"; break;
            case InlineKind::Code: out += "<c>" + part.text + "</c>"; break;
            case InlineKind::Math: out += "<m>" + part.text + "</m>"; break;
            case InlineKind::Link: out += "<a " + part.target + ">" + nested + "</a>"; break;
            case InlineKind::Image: out += "<img " + part.target + ">"; break;
            case InlineKind::Html: out += part.text; break;
            case InlineKind::SoftBreak: out += "/"; break;
            case InlineKind::HardBreak: out += "//"; break;
        }
    }
    return out;
}

std::string tags(std::string_view line) { return tags(parse_inlines(line)); }

TEST_CASE("document: every block knows its source lines", "[markdown]") {
    CHECK(shape("# A\n\ntext\nmore\n\n- a\n  - b\n- c\n\n---\n") ==
          "heading:1-1 text:3-4 list:6-8(item:6-7(text:6-6 list:7-7(item:7-7(text:7-7))) "
          "item:8-8(text:8-8)) rule:10-10");
    CHECK(shape("Title\n===\n\n\n    code\n\n\n<div>\nx\n</div>\n\nend") ==
          "heading:1-2 code:5-5 html:8-10 text:12-12");
    CHECK(shape("> a\n>\n> b\n\nc") == "quote:1-3(text:1-1 text:3-3) text:5-5");
}

TEST_CASE("document: a table right after a line of text keeps both apart", "[markdown]") {
    CHECK(shape("label:\n| a | b |\n|---|---|\n| 1 | 2 |\n\nend") == "text:1-1 table:2-4 text:6-6");
    CHECK(shape("label:\n| a |\n|---|\n") == "text:1-1 table:2-3");
    CHECK(shape("- x\n  | a |\n  |---|\n  | 1 |\n") == "list:1-4(item:1-4(text:1-1 table:2-4))");
}

TEST_CASE("document: the blocks are the same without what they hold", "[markdown]") {
    for (const auto* text :
         {"# **a** #\n\nb `c`\n===\n\n[d]: /e \"f\"", "- [ ] a [b](c)\n- [x]\n\n  > *d*\n> e",
          "a\n| `b` | c |\n|---|---|\n| *d* |\n| e", "[a]:\n/b\n'c'\n[d]: e f\n\n~~~ g `h`\n- i",
          "a\n* ", "| a |\n|---|", "a\n:-\nb", "a\n-:", "a\n\v-", "a\n-\f", "|$|$\n|-",
          "| `a|b` | c |\n|---|---|\n| d |"}) {
        INFO(text);
        CHECK(shape(text) == shape(parse(text).blocks));
    }
}

TEST_CASE("document: texts parsed at the same time do not disturb each other", "[markdown]") {
    constexpr int kTimes = 500;
    std::string text;
    std::string struck;
    for (int i = 0; i < 50; ++i) {
        text += "~~a~~b";
        struck += "<s>a</s>b";
    }
    const auto parse_often = [&](int& right) {
        for (int i = 0; i < kTimes; ++i) right += tags(text) == struck ? 1 : 0;
    };
    int here = 0;
    int there = 0;
    {
        const std::jthread other{[&] { parse_often(there); }};
        parse_often(here);
    }
    CHECK(here == kTimes);
    CHECK(there == kTimes);
}

TEST_CASE("document: line numbers start where the caller says", "[markdown]") {
    CHECK(shape("# A\n\nb", 11) == "heading:11-11 text:13-13");
    CHECK(shape(parse("# A\n\nb", 11).blocks) == "heading:11-11 text:13-13");
}

TEST_CASE("document: every kind of line end counts as one line", "[markdown]") {
    CHECK(shape("# A\r\n\r\nb\r\n") == "heading:1-1 text:3-3");
    CHECK(shape("# A\r\rb\r") == "heading:1-1 text:3-3");
    CHECK(shape("\xEF\xBB\xBF# A\n") == "heading:1-1");
}

TEST_CASE("document: a link definition belongs to no block", "[markdown]") {
    CHECK(shape("a\n\n[x]: http://x\n\nb") == "text:1-1 text:5-5");
}

TEST_CASE("document: a display formula is one block, whatever stands in it", "[markdown]") {
    CHECK(shape("$$\na\n\n- b\n$$\n\nc") == "math:1-5 text:7-7");
    CHECK(shape("- x\n  $$\n  a\n  $$\n") == "list:1-4(item:1-4(text:1-1 math:2-4))");
    CHECK(shape("```\n$$\n```\n\n$$ open") == "code:1-3 text:5-5");
}

TEST_CASE("document: tables and lists keep their particulars", "[markdown]") {
    const auto blocks =
        parse("| a | `x|y` |\n|:--|--:|\n| 1 | $p|q$ |\n\n3. [x] done\n4. [ ] open\n").blocks;
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].alignments == std::vector{Alignment::Left, Alignment::Right});
    REQUIRE(blocks[0].children.size() == 2);
    CHECK(tags(blocks[0].children[0].children[1].inlines) == "<c>x|y</c>");
    CHECK(tags(blocks[0].children[1].children[1].inlines) == "<m>p|q</m>");
    CHECK(blocks[0].children[1].lines == LineRange{3, 3});
    CHECK(blocks[1].ordered);
    CHECK(blocks[1].number == 3);
    CHECK(blocks[1].children[0].checked);
    CHECK(blocks[1].children[1].task);
    CHECK_FALSE(blocks[1].children[1].checked);
}

TEST_CASE("document: emphasis works next to Chinese punctuation", "[markdown]") {
    CHECK(tags("**真，**她说") == "<b>真，</b>她说");
    CHECK(tags("她说**“真”**吗") == "她说<b>“真”</b>吗");
    CHECK(tags("**甲**：**乙**") == "<b>甲</b>：<b>乙</b>");
    CHECK(tags("*（甲）*乙和~~（丙）~~丁") == "<i>（甲）</i>乙和<s>（丙）</s>丁");
    CHECK(tags("`**真，**她` 3~5年，或7~10年") == "<c>**真，**她</c> 3~5年，或7~10年");
    CHECK(tags("a*b*c 2 * 3 * 4") == "a<i>b</i>c 2 * 3 * 4");
}

TEST_CASE("document: formulas are kept whole, money is text", "[markdown]") {
    CHECK(tags("设 $a_1 * b_1 * c$ 与 $$x\\{y\\}$$") ==
          "设 <m>a_1 * b_1 * c</m> 与 <m>x\\{y\\}</m>");
    CHECK(tags("价格 $5 和 $10，或 $5$10") == "价格 $5 和 $10，或 $5$10");
    CHECK(tags("\\(x_1\\) and `$y$`") == "<m>x_1</m> and <c>$y$</c>");
}

TEST_CASE("document: plain text is what a reader sees", "[markdown]") {
    CHECK(plain_text(parse_inlines("# **a** `b` [c](d) <br>~~e~~ ![f](g) $h$")) ==
          "# a b c e f $h$");
}

TEST_CASE("document: hostile nesting ends, and in time", "[markdown]") {
    const auto repeat = [](std::string_view part, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) text += part;
        return text;
    };
    for (const auto* part : {"[[[", "***", "> > >", "- - -", "| a ", "<div>", "![](", "$$\n"}) {
        const auto text = repeat(part, 1'000'000 / static_cast<int>(std::string_view{part}.size()));
        CHECK(parse(text).blocks.size() < 1'000'000);
    }
    const auto wide = repeat("|a", 2000) + "\n" + repeat("|-", 2000) + "\n" + repeat("|b\n", 2000);
    CHECK(parse(wide).blocks.size() == 1);
}

}  // namespace
}  // namespace wengu
