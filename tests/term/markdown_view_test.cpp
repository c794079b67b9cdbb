#include "term/markdown_view.h"

#include "support/pictures.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace wengu {
namespace {

std::string drawn(std::string_view markdown, int width = 40) {
    return to_text(markdown_lines(markdown, {.width = width}, {}));
}

TEST_CASE("markdown: headings, paragraphs and the author's blank lines", "[term]") {
    CHECK(drawn("## 结论\n先说结论。\n- 一\n- 二\n\n后说要点。") ==
          "结论\n先说结论。\n- 一\n- 二\n\n后说要点。\n");
    CHECK(drawn("缓存\n一致性\ncache\nline") == "缓存一致性 cache line\n");
    CHECK(drawn("甲  \n乙<br>丙") == "甲\n乙\n丙\n");
}

TEST_CASE("markdown: lists hang their indent, nested or long", "[term]") {
    CHECK(drawn("1. 快速学习\n   - 框架：TensorRT、vLLM，还有并行计算的基础\n2. 入行", 24) ==
          "1. 快速学习\n   - 框架：TensorRT、\n     vLLM，还有并行计算\n     的基础\n2. 入行\n");
    CHECK(drawn("9. 甲\n10. 乙") == " 9. 甲\n10. 乙\n");
    CHECK(drawn("- [ ] 未做\n- [x] 做完") == "[ ] 未做\n[x] 做完\n");
}

TEST_CASE("markdown: a table that fits is drawn in cells", "[term]") {
    CHECK(drawn("| 岗位 | 增长 |\n| --- | ---: |\n| **后端** | 10% |\n| AI ⭐⭐ | 300% |") ==
          "岗位     增长\n"
          "-------  ----\n"
          "后端      10%\n"
          "AI ⭐⭐  300%\n");
}

TEST_CASE("markdown: a wider table wraps in its widest column", "[term]") {
    CHECK(drawn("| 协议 | 说明 |\n|---|---|\n| MESI | 每条缓存行有四种状态，写前要先独占 |\n| "
                "MOESI | 多一个 |",
                30) ==
          "协议   说明\n"
          "-----  -----------------------\n"
          "MESI   每条缓存行有四种状态，\n"
          "       写前要先独占\n"
          "\n"
          "MOESI  多一个\n");
}

TEST_CASE("markdown: a table too wide for columns becomes records", "[term]") {
    CHECK(drawn("| 名称 | 优点是什么呢真的 | 缺点是什么呢真的 |\n|---|---|---|\n"
                "| 失效协议 | 写入之后带宽占用小 | 读到时要再去取一次 |\n| 更新 | 快 | 贵 |",
                30) ==
          "名称: 失效协议\n"
          "优点是什么呢真的: 写入之后带宽\n"
          "  占用小\n"
          "缺点是什么呢真的: 读到时要再去\n"
          "  取一次\n"
          "\n"
          "名称: 更新\n优点是什么呢真的: 快\n缺点是什么呢真的: 贵\n");
}

TEST_CASE("markdown: for ears there are no columns and no rules", "[term]") {
    const MarkdownOptions spoken{.width = 1000, .spoken = true};
    CHECK(to_text(markdown_lines("| 协议 | 代价 |\n|---|---|\n| 失效 | 低 |\n\n---\n\n完", spoken,
                                 {})) == "协议: 失效\n代价: 低\n\n完\n");
}

TEST_CASE("markdown: code keeps its lines, wrapped with a mark or scrolled", "[term]") {
    const std::string code = "```\n根\n├─ 一\n└─ 二\n\nabcdefghijklmnopqrstuvwxyz\n```";
    CHECK(drawn(code, 20) == "  根\n  ├─ 一\n  └─ 二\n\n  abcdefghijklmnopqr\n  > stuvwxyz\n");
    const MarkdownOptions start{.width = 20, .wrap_code = false};
    CHECK(to_text(markdown_lines(code, start, {})) ==
          "  根\n  ├─ 一\n  └─ 二\n\n  abcdefghijklmnopq>\n");
    const MarkdownOptions moved{.width = 20, .wrap_code = false, .code_offset = 10};
    CHECK(to_text(markdown_lines(code, moved, {})).find("klmnopqrstuvwxyz\n") != std::string::npos);
}

TEST_CASE("markdown: quotes, callouts, maths, links and images", "[term]") {
    CHECK(drawn("> 引用一句\n> 再一句") == "> 引用一句再一句\n");
    CHECK(drawn("> [!warning]- 小心\n> 会丢数据\n> - 先备份") ==
          "Warning: 小心\n  会丢数据\n  - 先备份\n");
    CHECK(drawn("> [!tip]\n> 先画图") == "Tip:\n  先画图\n");
    CHECK(drawn("复杂度是 $O(n\\log n)$ 吗") == "复杂度是 $O(n\\log n)$ 吗\n");
    CHECK(drawn("$$\na_1 + b_2\n$$") == "  a_1 + b_2\n");
    CHECK(drawn("见 [[cuda/访存|访存]] 和 [[锁]]，[文档](https://a.example)") ==
          "见 访存 和 锁，文档\n");
    CHECK(drawn("![[图/mesi.png|300]] ![](a/b.png) ![流程](c.png)") ==
          "[image mesi.png] [image b.png] [image\nc.png: 流程]\n");
    CHECK(drawn("==重点== 和 a == b, x[[0]") == "重点 和 a == b, x[[0]\n");
    CHECK(images_of(parse("- ![甲](a.png)\n\n> ![](b.png)")) ==
          std::vector<std::string>{"a.png", "b.png"});
}

TEST_CASE("markdown: tags that lay out text go, what merely looks like one stays", "[term]") {
    CHECK(drawn("用 <b>vector</b> 装 unique_ptr<T> 吧 <!-- 不看 -->") ==
          "用 vector 装 unique_ptr<T> 吧\n");
    CHECK(drawn("<details>\n<summary>展开</summary>\n\n答案\n\n</details>") == "展开\n\n答案\n");
}

TEST_CASE("markdown: an escape sequence in a note is shown, not sent", "[term]") {
    CHECK(drawn("a\x1b[2Jb") == "a\\x1b[2Jb\n");
    CHECK(drawn("```\n\x1b]0;x\x07\n```") == "  \\x1b]0;x\\x07\n");
}

/// The notes this project ships.
std::vector<std::string> shipped_notes() {
    std::vector<std::string> notes;
    for (const auto* folder : {"decks", "docs"}) {
        const std::filesystem::path root = std::filesystem::path{WENGU_SOURCE_DIR} / folder;
        if (!std::filesystem::exists(root)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root}) {
            if (entry.path().extension() != ".md") continue;
            std::ostringstream text;
            text << std::ifstream{entry.path()}.rdbuf();
            notes.push_back(text.str());
        }
    }
    return notes;
}

TEST_CASE("markdown: real notes fit every screen and begin no line with a closing mark", "[term]") {
    const auto notes = shipped_notes();
    REQUIRE_FALSE(notes.empty());
    for (const auto& note : notes) {
        const auto document = parse(note);
        for (const int width : {28, 38, 58, 78, 88}) {
            for (const int ambiguous : {1, 2}) {
                const Widths widths{ambiguous};
                const auto lines = markdown_lines(document, {.width = width}, widths);
                CAPTURE(width, ambiguous);
                CHECK(test::faults(lines, width, widths) == "");
            }
        }
    }
}

TEST_CASE("markdown: no letter of an answer is lost at any width", "[term]") {
    for (const auto& note : shipped_notes()) {
        const auto document = parse(note);
        const auto wide = test::letters(to_text(markdown_lines(document, {.width = 4000}, {})));
        // Tables become records when narrow, with their headings repeated: left out here.
        if (note.find("|--") != std::string::npos || note.find("| -") != std::string::npos)
            continue;
        for (const int width : {24, 40, 80}) {
            const auto lines = markdown_lines(document, {.width = width}, {});
            CHECK(test::letters(to_text(lines)) == wide);
        }
    }
}

}  // namespace
}  // namespace wengu
