// Manners of notes that were pasted from elsewhere or written in haste: answers that are not
// indented, questions without a mark beside others, titles in brackets, interview records.

#include "cards/found.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using test::check;

TEST_CASE("list-question: topics with nested answers ask by their words where most do", "[cards]") {
    check({
        {"# 前端\n\n- 盒模型有哪几种\n  - 两种\n- 合成层是什么，怎么触发？先说条件\n  - 独立的层\n"
         "- 重排和重绘的区别\n  - 前者带来后者\n",
         {"3 list-question: 盒模型有哪几种 [4-4]",
          "5 list-question: 合成层是什么，怎么触发？先说条件 [6-6]",
          "7 list-question: 重排和重绘的区别 [8-8]"}},
        // one of three is an outline
        {"# 前端\n\n- 盒模型\n  - 两种\n- 合成层\n  - 独立的层\n- 重排和重绘的区别\n  - "
         "前者带来后者\n",
         {"1 topic: 前端 [3-8]"}},
    });
}

TEST_CASE("list-question: what follows a numbered question at the margin answers it", "[cards]") {
    check({
        {"# 题\n\n1. 什么是快照？\n\n- 某一刻的状态\n\n2. 什么是水位线？\n\n- 已确认的位点\n\n"
         "3. 怎么截断日志？\n两种办法：\n- 检查点\n- 压缩\n",
         {"3 list-question: 什么是快照？ [5-5]", "7 list-question: 什么是水位线？ [9-9]",
          "11 list-question: 怎么截断日志？ [12-14]"}},
    });
}

TEST_CASE("list-question: a colon behind words that ask begins the answer", "[cards]") {
    check({
        {"## 缓存\n\n- 什么是缓存穿透：查不存在的数据\n- **什么是缓存雪崩**：大量键同时过期\n",
         {"3 list-question: 什么是缓存穿透 [3-3]", "4 list-question: 什么是缓存雪崩 [4-4]"}},
        {"# 树\n\n**随机森林和提升树的区别**：前者并行。\n\n**提升树为什么用二阶导**：信息更多。\n",
         {"3 bold-question: 随机森林和提升树的区别 [3-3]",
          "5 bold-question: 提升树为什么用二阶导 [5-5]"}},
    });
    CHECK(
        split(read("## 缓存\n\n**什么是缓存穿透？**：查不存在的。\n", "n.md")).drafts.at(0).back ==
        "查不存在的。");
}

TEST_CASE("list-question: a line that asks is answered by the lines right below it", "[cards]") {
    check({
        {"# 数据库\n\n索引是什么？\n一种结构。\n\n为什么要用联合索引？\n少回表。\n",
         {"3 list-question: 索引是什么？ [4-4]", "6 list-question: 为什么要用联合索引？ [7-7]"}},
        {"# Speaking\n\nDo you work or study?\n- I study.\n\nWhere do you live now?\n- In town.\n",
         {"3 list-question: Do you work or study? [4-4]",
          "6 list-question: Where do you live now? [7-7]"}},
        {"# "
         "数据库\n\n一段说明，与问题无关。\n\n为什么要用联合索引？\n答：少回表。\n\n又一段说明。\n",
         {"5 qa-mark: 为什么要用联合索引？ [6-8]"}},
        // prose that asks now and then
        {"# "
         "随笔\n\n先讲背景，再讲经过。\n\n后来为什么变慢了？\n因为数据多了十倍。\n\n于是加了索引，"
         "快了很多。\n",
         {"1 topic: 随笔 [3-8]"}},
    });
}

TEST_CASE("list-question: numbers in circles and key caps open questions too", "[cards]") {
    check({
        {"## 日志\n\n①什么是检查点？\n已落盘的位置。\n\n②什么是水位线？\n已确认的位点。\n",
         {"3 list-question: 什么是检查点？ [4-4]", "6 list-question: 什么是水位线？ [7-7]"}},
    });
}

TEST_CASE("bold-question: lines set like the bold questions around them are questions", "[cards]") {
    check({
        {"# Redis\n\n**Redis 为什么快？**\n\n内存。\n\n**持久化方式**\n\n快照和日志。\n\n"
         "**缓存雪崩怎么办？**\n\n错开过期。\n",
         {"3 bold-question: Redis 为什么快？ [5-5]", "7 bold-question: 持久化方式 [9-9]",
          "11 bold-question: 缓存雪崩怎么办？ [13-13]"}},
        {"# Behaviour\n\n**Describe a conflict with a colleague**\n\nWe argued.\n\n"
         "**Tell me about a time you failed.**\n\nOnce.\n",
         {"3 bold-question: Describe a conflict with a colleague [5-5]",
          "7 bold-question: Tell me about a time you failed. [9-9]"}},
        // labels of an answer, and one question alone
        {"# Redis\n\n**Redis "
         "为什么快？**\n\n内存。\n\n**注意**\n\n别用大键。\n\n**键过期怎么办？**\n\n"
         "惰性删除。\n",
         {"3 bold-question: Redis 为什么快？ [5-9]", "11 bold-question: 键过期怎么办？ [13-13]"}},
    });
}

TEST_CASE("bold-question: a title in 【】 stands like a bold line", "[cards]") {
    check({
        {"# "
         "行为\n\n【你的优点是什么】\n\n能扛事。\n\n【职业规划】\n\n先做深。\n\n【为什么来我们公司"
         "？】"
         "（必问）\n\n方向合适。\n",
         {"3 bold-question: 你的优点是什么 [5-5]", "7 bold-question: 职业规划 [9-9]",
          "11 bold-question: 为什么来我们公司？ [13-13]"}},
    });
}

TEST_CASE("open-question: what was asked in a round needs no mark", "[cards]") {
    check({
        {"# 面试\n\n## 一面（60min）\n\n1. 自我介绍\n2. 为什么用消息队列？\n3. 有序集合的底层\n"
         "4. 索引失效的场景\n5. 反问\n",
         {"6 open-question: 为什么用消息队列？ [-]", "7 open-question: 有序集合的底层 [-]",
          "8 open-question: 索引失效的场景 [-]"}},
        {"# 面试\n\n## 流程\n\n1. 自我介绍\n2. 为什么用消息队列？\n3. 有序集合的底层\n4. "
         "索引失效的场景\n",
         {"3 topic: 面试 › 流程 [5-8]"}},
    });
}

TEST_CASE("question-heading: headings pasted without a blank", "[cards]") {
    check({
        {"##1.synchronized 和 Lock 的区别\n关键字和接口。\n\n##volatile的作用\n可见性和有序性。\n\n"
         "###What is a fence?\nA barrier.\n",
         {"1 implied-question: synchronized 和 Lock 的区别 [2-2]",
          "4 implied-question: volatile的作用 [5-5]",
          "7 question-heading: What is a fence? [8-8]"}},
        {"##include is no heading\n", {}},
    });
}

TEST_CASE("question-heading: chapters of an article that ask by their words divide it", "[cards]") {
    check({
        {"# 说说渲染流程？\n\n先解析，再布局。\n\n## 为什么脚本会阻塞解析\n\n它可能改文档。\n\n"
         "## defer 和 async 的区别\n\n前者按顺序。\n",
         {"1 question-heading: 说说渲染流程？ [3-3]",
          "5 implied-question: 为什么脚本会阻塞解析 [7-7]",
          "9 implied-question: defer 和 async 的区别 [11-11]"}},
    });
}

TEST_CASE("context: a question that names nothing is asked with its heading", "[cards]") {
    check({
        {"# 网络\n\n## 三次握手\n\n### 为什么不是两次？\n\n防止旧请求。\n\n### "
         "与四次挥手的区别？\n\n少一次。\n\n"
         "### 底层原理是什么？\n\n序号。\n\n### 如何选择初始序号？\n\n随机。\n",
         {"5 question-heading: 三次握手 › 为什么不是两次？ [7-7]",
          "9 question-heading: 三次握手 › 与四次挥手的区别？ [11-11]",
          "13 question-heading: 三次握手 › 底层原理是什么？ [15-15]",
          "17 question-heading: 如何选择初始序号？ [19-19]"}},
    });
}

TEST_CASE("topic: what stands before the first question of a section is asked too", "[cards]") {
    check({
        {"# 系统\n\n## "
         "死锁\n\n四个必要条件：互斥、请求与保持、不可剥夺、循环等待。\n\n**怎么避免死锁？**\n\n"
         "固定顺序加锁。\n",
         {"3 topic: 系统 › 死锁 [5-5]", "7 bold-question: 怎么避免死锁？ [9-9]"}},
        {"# 系统\n\n## 死锁\n\n下面是常问的：\n\n**怎么避免死锁？**\n\n固定顺序加锁。\n",
         {"7 bold-question: 怎么避免死锁？ [9-9]"}},
        // sections that give no cards are no chapters
        {"# 间隔优于集中\n\n提取难度越高，记忆强化越大。分散到多天，保持率更高。\n\n## 参考\n\n- "
         "某文\n",
         {"1 topic: 间隔优于集中 [3-3]"}},
    });
}

TEST_CASE("pages that only other programs fill, and links to notes, give no cards", "[cards]") {
    check({
        {"# {{title}}\n\n## 面试官问了什么？\n\n- \n", {}},
        {"# 索引\n\n## 索引页\n\n- [[B+ 树为什么矮]]\n- [[最左前缀是什么？]]\n\n## 最近修改\n\n"
         "```dataview\nTABLE file.mtime FROM \"后端\"\n```\n",
         {}},
    });
    const auto day = split(
        read("## 今天学到了什么？\n\n二分。\n\n## 什么是二分？\n\n折半。\n", "n.md"), "2024-03-12");
    REQUIRE(day.drafts.size() == 1);
    CHECK(day.drafts[0].front == "什么是二分？");
}

}  // namespace
}  // namespace wengu
