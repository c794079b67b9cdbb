#include "cards/found.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using test::Example;
using test::found;
using Cards = std::vector<std::string>;

TEST_CASE("qa-mark: a question mark word and the answer after it are a card", "[cards]") {
    const std::vector<Example> examples{
        {"Q: What is a latch?\nA: A short lock.\n", {"1 qa-mark: What is a latch? [2-2]"}},
        {"问：什么是水位线？\n答：已确认的最小位点。\n之后才可删除。\n\n问：为何？\n答：安全。\n",
         {"1 qa-mark: 什么是水位线？ [2-3]", "5 qa-mark: 为何？ [6-6]"}},
        {"**Q2: 谁写日志？**\nA: 主节点。\n", {"1 qa-mark: 谁写日志？ [2-2]"}},
        {"1. **Q: Why?**\n   - A: Because.\n2. **Q: How?**\n\n   A: So.\n",
         {"1 qa-mark: Why? [2-2]", "3 qa-mark: How? [5-5]"}},
        {"Q: State it\nA:\n\n$$\na\n\nb\n$$\n\nQ: Next?\nA: b\n",
         {"1 qa-mark: State it [2-8]", "10 qa-mark: Next? [11-11]"}},
        {"- Q: 查询矩阵\n- K: 键矩阵\n", {}},
        {"```\nQ: in code?\nA: no\n```\n", {}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("cloze: every hole is a card of its own, known by what it hides", "[cards]") {
    const auto drafts = split(read("C: [SYN] comes before [ACK].\n", "n.md")).drafts;
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].front == "[...] comes before ACK.");
    CHECK(drafts[1].front == "SYN comes before [...].");
    CHECK(drafts[0].hole == "syn");
    CHECK(drafts[1].hole == "ack");
    CHECK(drafts[1].back == "SYN comes before ACK.");
    CHECK(drafts[0].kind == CardKind::Cloze);
}

TEST_CASE("cloze: a code mark that is never closed hides no holes", "[cards]") {
    const auto drafts = split(read("C: `[SYN] comes before [ACK].\n", "n.md")).drafts;
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].front == "`[...] comes before ACK.");
    CHECK(drafts[1].front == "`SYN comes before [...].");
}

TEST_CASE("cloze: a hole keeps its name when another one is added", "[cards]") {
    const auto before = split(read("The {{c1::mutex}} guards it.\n", "n.md")).drafts;
    const auto after =
        split(read("The {{c1::mutex}} guards the {{c2::queue::what}}.\n", "n.md")).drafts;
    REQUIRE(before.size() == 1);
    REQUIRE(after.size() == 2);
    CHECK(before[0].hole == after[0].hole);
    CHECK(after[1].front == "The mutex guards the [what].");
}

TEST_CASE("cloze: tags that say it is a card are no part of it", "[cards]") {
    const auto front = [](const char* text) {
        return split(read(text, "n.md")).drafts.at(0).front;
    };
    CHECK(front("The {{c1::mutex}} guards. #flashcards/deck\n") == "The [...] guards.");
    CHECK(front("The {{c1::mutex}} guards. #os #card\n") == "The [...] guards.");
    CHECK(front("The {{c1::mutex}} guards. #os\n") == "The [...] guards. #os");
}

TEST_CASE("inline: two colons divide a card only where no code can be meant", "[cards]") {
    const std::vector<Example> examples{
        {"What closes a file?::The destructor.\n", {"1 inline: What closes a file? [1-1]"}},
        {"`a::b` is C++.\nUse std::move here.\nfoo :: Int\n::: tip\n", {}},
        {"---\ntags: [flashcards]\n---\n端口::80\n幂等:::idempotent\nstd::vector\n",
         {"4 inline: 端口 [4-4]", "5 inline: 幂等 [5-5]", "5 inline: idempotent [5-5]"}},
        {"Who wrote it? : Grace \xF0\x9F\xA7\xA0 #history\nNote : prose\n",
         {"1 inline: Who wrote it? [1-1]"}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("separator, tagged, callout, fold and table: marks that authors write on purpose",
          "[cards]") {
    const std::vector<Example> examples{
        {"二分查找的前提\n?\n有序，\n随机访问。\n", {"1 separator: 二分查找的前提 [3-4]"}},
        {"left\n??\nright\n", {"1 separator: left [3-3]", "1 separator: right [1-1]"}},
        {"What is a B-tree? #flashcard #db\nA balanced tree.\n---\nrest\n",
         {"1 tagged: What is a B-tree? [2-2]"}},
        {"- 什么是水位线 #card\n  - 已确认的最小位点\n- 谁来推进它 #card\n  - 主节点\n- 还没想好\n",
         {"1 tagged: 什么是水位线 [2-2]", "3 tagged: 谁来推进它 [4-4]"}},
        {"> [!question]- Why now?\n> Because.\n>\n> And so.\n", {"1 callout: Why now? [2-4]"}},
        {"> [!note] What is it?\n> Prose.\n", {"1 callout: What is it? [2-2]"}},
        {"> [!note] Prose\n> What is it?\n", {}},
        {"<details>\n<summary>What is <code>x</code>?</summary>\n\nA name.\n\n</details>\n",
         {"2 fold: What is x? [4-4]"}},
        {"<details><summary>2. Explain MVCC</summary>\nReaders see a snapshot.\n</details>\n",
         {"1 fold: Explain MVCC [2-2]"}},
        {"<details><summary>Full log</summary>\n\nLine one of it.\n\n</details>\n", {}},
        {"<details><summary>查看答案</summary>\n\nnothing asked\n\n</details>\n", {}},
        {"| 问题 | 答案 |\n|---|---|\n| 脏读？ | 未提交 |\n| `a | b`？ | 管道 |\n",
         {"3 question-table: 脏读？ [3-3]", "4 question-table: `a | b`？ [4-4]"}},
        {"| 问题 | 解决方案 |\n|---|---|\n| 慢 | 加索引 |\n", {}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("choice: code and options are asked, the answer behind the fold answers", "[cards]") {
    CHECK(found("### 1. 输出？\n\n```cpp\nx\n```\n\n- A: `1`\n- B: `2`\n- C: "
                "无\n\n<details><summary><b>答案</b></summary>\n<p>\n\n"
                "#### 答案：B\n\n因为。\n\n</p>\n</details>\n") ==
          Cards{"1 choice: 输出？\n\n```cpp\nx\n```\n\n- A: `1`\n- B: `2`\n- C: 无 [14-16]"});
    CHECK(found("What is 1+1?\n\nA. 1\nB. 2\nC. 3\n\nAnswer: B\n") ==
          Cards{"1 choice: What is 1+1?\n\nA. 1\nB. 2\nC. 3 [7-7]"});
}

TEST_CASE("dialogue: the interviewer asks and the candidate answers", "[cards]") {
    CHECK(found("面试官：为什么用缓存？\n\n我：为了减轻数据库的压力。\n\n面试官：缓存挂了怎么办？\n"
                "\n我：限流并降级。\n") ==
          Cards{"1 dialogue: 为什么用缓存？ [3-3]", "5 dialogue: 缓存挂了怎么办？ [7-7]"});
}

}  // namespace
}  // namespace wengu
