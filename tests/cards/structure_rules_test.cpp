#include "cards/found.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using test::Example;
using test::found;
using Cards = std::vector<std::string>;

TEST_CASE("standard-answer: the title is asked, only the section to recite answers", "[cards]") {
    CHECK(found("# 限流算法\n\n## 面试标准答案（可背诵）\n\n**核心：** 控制速率，保护下游。\n\n## "
                "详细讲解\n\n### 令牌桶\n\n桶里有令牌才放行，令牌按固定速率产生。\n") ==
          Cards{"1 standard-answer: 限流算法？ [5-5]", "9 topic: 限流算法 › 令牌桶 [11-11]"});
}

TEST_CASE("question-heading: a heading that asks is answered up to the next of its rank",
          "[cards]") {
    const std::vector<Example> examples{
        {"## 1. 什么是锁？\n\n互斥。\n\n### 细节\n\n略去。\n\n## 2、什么是栅栏？\n\n顺序。\n",
         {"1 question-heading: 什么是锁？ [3-7]", "9 question-heading: 什么是栅栏？ [11-11]"}},
        {"### Q3：长期看，选哪个。\n\n**A：先选甲。**\n",
         {"1 question-heading: 长期看，选哪个。 [3-3]"}},
        {"### 问题1：强制同步导致闲置\n\n一行。\n", {}},
        {"### ⭐️ TCP 是什么？（重要）\n\n协议。\n",
         {"1 question-heading: TCP 是什么？（重要） [3-3]"}},
        {"### 空的？\n\n### 也问？\n\n答。\n", {"3 question-heading: 也问？ [5-5]"}},
        {"## 常见问题\n\n### 甲是什么？\n\n子。\n\n### 乙是什么？\n\n丑。\n",
         {"3 question-heading: 甲是什么？ [5-5]", "7 question-heading: 乙是什么？ [9-9]"}},
        {"1. ### What is X?\n\n   A thing.\n\n2. ### What is Y?\n\n   Another.\n",
         {"1 question-heading: What is X? [3-3]", "5 question-heading: What is Y? [7-7]"}},
        {"## What is it?\n\nThis. **[⬆ Back](#x)** is text.\n\n**[⬆ Back to Top](#x)**\n\n---\n",
         {"1 question-heading: What is it? [3-3]"}},
        {"## 为什么快？\n\n顺序写。\n\n%% 只给自己看 %%\n",
         {"1 question-heading: 为什么快？ [3-3]"}},
        {"##没有空格？\n\n正文。\n", {"1 question-heading: 没有空格？ [3-3]"}},
        {"### GET 和 POST 的区别\n\n语义不同。\n",
         {"1 implied-question: GET 和 POST 的区别 [3-3]"}},
        {"### Explain the event loop\n\nIt turns.\n",
         {"1 implied-question: Explain the event loop [3-3]"}},
        {"What is the difference between a latch and a lock?\n---\nHow long it is held.\n",
         {"1 question-heading: What is the difference between a latch and a lock? [3-3]"}},
        {"### Why?\n\nBecause it may. But does it always, when so many say so?\n---\n\nMore.\n",
         {"1 question-heading: Why? [3-6]"}},
        {"## 什么是日志？\n\n只追加的文件。\n\n**为什么顺序写快？**\n\n省去寻道。\n\n"
         "**怎样截断日志？**\n\n到检查点为止。\n",
         {"1 question-heading: 什么是日志？ [3-3]", "5 bold-question: 为什么顺序写快？ [7-7]",
          "9 bold-question: 怎样截断日志？ [11-11]"}},
        // one alone may be the author's turn of speech
        {"## 什么是日志？\n\n只追加的文件。\n\n**为什么顺序写快？**\n\n省去寻道。\n",
         {"1 question-heading: 什么是日志？ [3-7]"}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("bold-question: underscores and highlights around a whole question are as good",
          "[cards]") {
    const std::vector<Example> examples{
        {"# 并发\n\n==什么是幂等？==\n\n结果一样。\n\n__Who holds a lock?__\nOne thread.\n",
         {"3 bold-question: 什么是幂等？ [5-5]", "7 bold-question: Who holds a lock? [8-8]"}},
        {"# 类\n\n__init__ 何时被调用？\n\n构造时。\n", {}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("bold-question: the lines between two bold questions answer the first", "[cards]") {
    const std::vector<Example> examples{
        {"## Part\n\n**What is a page? 👶**\n\nA block.\n\n<br/>\n\n**Locks and latches 👶**\n\nThey "
         "differ.\n",
         {"3 bold-question: What is a page? [5-5]", "9 bold-question: Locks and latches [11-11]"}},
        {"## 节\n\n**问题：怎么回滚？**\n\n**方案A：日志**\n- 慢\n\n**方案B：快照**\n- 大\n",
         {"3 bold-question: 节 › 怎么回滚？ [5-9]"}},
        {"**问题：**\n- 无法拷贝\n", {}},
        {"## Bits\n\n**What is a bit?** The smallest unit.\n",
         {"3 bold-question: What is a bit? [3-3]"}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("list-question: what is nested answers, unless it asks too", "[cards]") {
    const std::vector<Example> examples{
        {"## 决策\n\n- 问题1：需求下降了吗？\n  - 如果是 → 转型\n  - 如果否 → 继续\n",
         {"3 list-question: 需求下降了吗？ [4-5]"}},
        {"- How do you test?\n  - Which tools do you use?\n- Why do you test?\n",
         {"1 list-question: How do you test? [-]", "3 open-question: Why do you test? [-]"}},
        {"1、什么是进程？\n\n资源单位。\n\n2、什么是线程？\n\n调度单位。\n",
         {"1 list-question: 什么是进程？ [3-3]", "5 list-question: 什么是线程？ [7-7]"}},
        {"1. What is a B-tree?\n\nA tree.\n\n2. What is a heap?\n\nA pile.\n",
         {"1 list-question: What is a B-tree? [3-3]", "5 list-question: What is a heap? [7-7]"}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("open-question: below a mere title in a list of questions an item stands for itself",
          "[cards]") {
    const std::string bank =
        "## 题库\n\n- 为什么要召回？\n- 怎么评估召回？\n- 什么是粗排？\n- 什么是精排？\n- "
        "什么是重排？\n"
        "- 怎么做冷启动？\n- 怎么做去重？\n";
    CHECK(found(bank + "- 怎样扩写问题？\n  - 策略一\n    - 1. 什么是假想文档？\n").back() ==
          "12 open-question: 什么是假想文档？ [-]");
    CHECK(found(bank + "- 怎样扩写问题？\n  - 你用过哪一种？\n").back() ==
          "10 list-question: 怎样扩写问题？ [-]");
    // set in too deep for Markdown, below a line without a marker
    CHECK(found("扩写篇\n    - 什么是扩写？\n    - 为什么扩写？\n    - 何时扩写？\n").size() == 3);
}

TEST_CASE("claim: enumerated claims are asked with what they belong to", "[cards]") {
    CHECK(found("## 单体之争\n\n### 观点1：“单体过时”\n\n**不正确 ❌**\n\n- 小团队更快\n- "
                "部署简单\n\n### 观点2：“微服务总是更好”\n\n**部分正确 "
                "⚠️**\n\n- "
                "取决于规模\n") == Cards{"3 claim: 单体之争 › 观点1：“单体过时” [5-8]",
                                         "10 claim: 单体之争 › 观点2：“微服务总是更好” [12-14]"});
}

TEST_CASE("topic: a leaf heading with enough below it is asked as it is", "[cards]") {
    const std::vector<Example> examples{
        {"# 书\n\n## 第一章\n\n### "
         "写前日志\n\n先写日志，再改页面；崩溃之后按日志重做已提交的事务。\n",
         {"5 topic: 第一章 › 写前日志 [7-7]"}},
        {"# 书\n\n## 参考资料\n\n- [甲](http://a)\n- [乙](http://b)\n", {}},
        {"# 书\n\n## 本周\n\n- [ ] 读论文\n- [x] 写代码\n- 休息\n", {}},
        {"# 书\n\n## 2024-03-05\n\n修复了两个错误，改进了性能，增加了若干测试用例。\n", {}},
        {"# 书\n\n## 短\n\n一句。\n", {}},
    };
    for (const auto& example : examples) CHECK(found(example.text) == example.cards);
}

TEST_CASE("open-question: question lists are kept without answers", "[cards]") {
    CHECK(
        found(
            "## 面试题\n\n- 1 什么是分片？\n- 2 分片和分区的区别\n- [点击查看答案](http://x)\n") ==
        Cards{"3 open-question: 什么是分片？ [-]", "4 open-question: 分片和分区的区别 [-]"});
    CHECK(
        found(
            "## "
            "缓存一致性\n\n先更新数据库，再删除缓存，并用消息重试失败的删除。\n这样的窗口很短。\n读"
            "多写少时够用。\n再严格就要加锁。\n代价是吞吐。\n\n思考：\n\n- 为什么不先删缓存？\n") ==
        Cards{"1 topic: 缓存一致性 [3-11]"});
}

TEST_CASE("paired-list: questions here and answers there are brought together", "[cards]") {
    CHECK(found("# 数据库\n\n## 面试题\n\n1. 什么是索引？\n2. 为什么用 B+ 树？\n\n## 答案\n\n1. "
                "有序的查找结构。\n2. 层数少，范围查询快。\n") ==
          Cards{"5 paired-list: 什么是索引？ [10-10]", "6 paired-list: 为什么用 B+ 树？ [11-11]"});
}

TEST_CASE("definition: the lines of a glossary are terms", "[cards]") {
    CHECK(found("## Glossary\n\n- WAL - Write-ahead log\n- **LSN**: log sequence number\n") ==
          Cards{"3 definition: WAL [3-3]", "4 definition: LSN [4-4]"});
}

}  // namespace
}  // namespace wengu
