// Rules for manners of asking that need no mark: sections that open with their question,
// quoted questions, exercises, lists of questions; and pages that ask nothing.

#include "cards/found.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using test::check;
using test::found;
using Cards = std::vector<std::string>;

TEST_CASE("led-question: a section that opens with its question is asked that", "[cards]") {
    check({
        {"# 锁\n\n## 问法 1\n问题：自旋锁什么时候合适？\n- 临界区很短\n- 核数够多\n",
         {"4 led-question: 自旋锁什么时候合适？ [5-6]"}},
        {"# 锁\n\n## 练习 2\n\n**题目**：写出读写锁的三种策略。\n\n<details>\n"
         "<summary>点击查看答案</summary>\n\n读优先、写优先、公平。\n\n</details>\n",
         {"5 led-question: 写出读写锁的三种策略。 [10-10]"}},
        {"# 场景\n\n## 排队\n\n商场排号系统断网半小时，号码怎么保证不重复？\n",
         {"5 led-question: 排队 › 商场排号系统断网半小时，号码怎么保证不重复？ [-]"}},
        // a problem that is stated, and a section with several marked lines
        {"# 锁\n\n## 事故\n\n问题：写线程饿死\n\n读线程太多，写线程一直拿不到锁，请求超时。\n",
         {"3 topic: 锁 › 事故 [5-7]"}},
    });
}

TEST_CASE("quoted-question: a short quote that asks is answered below it", "[cards]") {
    check({
        {"# 记\n\n> 问题：什么是活锁？\n\n双方都在让路，谁也过不去。\n",
         {"3 quoted-question: 什么是活锁？ [5-5]"}},
        {"# 记\n\n> 什么是活锁？\n\n双方都在让路。\n\n> 怎么打破活锁？\n\n退让的时间取随机数。\n",
         {"3 quoted-question: 什么是活锁？ [5-5]", "7 quoted-question: 怎么打破活锁？ [9-9]"}},
        // one quote without a mark is an aside
        {"# 书\n\n## 活锁\n\n> 听起来像不像过马路？\n\n双方都在让路，谁也过不去，直到有人先停。\n",
         {"3 topic: 书 › 活锁 [5-7]"}},
    });
}

TEST_CASE("exercise: numbered tasks are answered by the code below them", "[cards]") {
    check({
        {"## SQL\n\nTwo tables:\n\n**1)** Count all rows.\n\n```sql\nSELECT 1;\n```\n\n<br/>\n\n"
         "**2) Newest.** Find the newest row.\n\n```sql\nSELECT 2;\n```\n\n<br/>\n\n"
         "**3) Oldest.** Find the oldest row.\n\nAnswer here\n",
         {"5 exercise: Count all rows. [7-9]", "13 exercise: Newest. Find the newest row. [15-17]",
          "21 exercise: Oldest. Find the oldest row. [23-23]"}},
        // statements with numbers are parts of one answer
        {"## 好处\n\n**1. 快** 顺序写比随机写快得多。\n\n**2. 稳** 崩溃之后可以重做。\n\n"
         "**3. 省** 一次刷盘带走许多事务。\n",
         {"1 topic: 好处 [3-7]"}},
    });
}

TEST_CASE("anki-block: lines between START and END are a card", "[cards]") {
    check({
        {"START\nBasic\nWhat is a latch?\nBack: A short lock.\n<!--ID: 16-->\nEND\n",
         {"3 anki-block: What is a latch? [4-4]"}},
        {"START\nBasic\nFront: 什么是闩？\nBack: 引擎内部的\n短锁。\nEND\n",
         {"3 anki-block: 什么是闩？ [4-5]"}},
        {"STARTI [Basic] Which port has SSH? Back: 22 ENDI\n",
         {"1 anki-block: Which port has SSH? [1-1]"}},
        {"<div>\nSTART\nBasic\nWhat is a lease?\nBack: A lock with an end.\nEND\n</div>",
         {"4 anki-block: What is a lease? [5-5]"}},
        {"## START\n\nBack: to the roots.\n\nEND\n", {"1 topic: START [3-5]"}},
    });
}

TEST_CASE("qa-mark: marked questions of which none is answered are a list", "[cards]") {
    check({
        {"Question: What is printed?\n```c\nputs(\"a\");\n```\n\nQuestion: Why twice?\n\n"
         "Question: How often?\n",
         {"1 qa-mark: What is printed?\n```c\nputs(\"a\");\n``` [-]", "6 qa-mark: Why twice? [-]",
          "8 qa-mark: How often? [-]"}},
        {"Q: Query matrix\n\nK: Key matrix\n\nV: Value matrix\n", {}},
        {"**追问**：什么时候用软删除？\n\n**回答**：要留痕的时候。\n",
         {"1 qa-mark: 什么时候用软删除？ [3-3]"}},
        {"**Q1：** 什么是脏页？\n**A1：** 改过而未落盘的页。\n", {"1 qa-mark: 什么是脏页？ [2-2]"}},
    });
}

TEST_CASE("choice: options may be numbered, and nested in the question", "[cards]") {
    check({
        {"1. ### What is printed?\n\n```js\nf();\n```\n\n- 1: a\n- 2: "
         "b\n\n<details><summary><b>Answer"
         "</b></summary>\n<p>\n\n##### Answer: 2\n\nHoisted.\n\n</p>\n</details>\n",
         {"1 choice: What is printed?\n\n```js\nf();\n```\n\n- 1: a\n- 2: b [13-15]"}},
        // the answers of all stand behind one fold: none of them is given to the first
        {"1. 锁是什么？\n   - A) 互斥\n   - B) 顺序\n\n2. 栅栏是什么？\n   - A) 互斥\n   - B) "
         "顺序\n\n"
         "<details><summary>答案</summary>\n\n1. A\n2. B\n</details>\n",
         {"1 choice: 锁是什么？\n- A) 互斥\n- B) 顺序 [-]",
          "5 choice: 栅栏是什么？\n- A) 互斥\n- B) 顺序 [-]"}},
    });
}

TEST_CASE("list-question: an item may be answered on its next line, a list by blocks between",
          "[cards]") {
    check({
        {"1. What is a page?\nA block of the file.\n\n2. What is a slot?\nA place in a page.\n",
         {"1 list-question: What is a page? [2-2]", "4 list-question: What is a slot? [5-5]"}},
        {"1. What is a page,\n   and what is a slot?\n2. Why pages?\n",
         {"1 open-question: What is a page, and what is a slot? [-]",
          "3 open-question: Why pages? [-]"}},
        {"1. 为什么要分页？\n\n```text\n省内存\n```\n\n2. 页表的层数\n\n```text\n四层\n```\n\n3. "
         "缺页怎么办？\n\n"
         "```text\n换入\n```\n",
         {"1 list-question: 为什么要分页？ [3-5]", "7 list-question: 页表的层数 [9-11]",
          "13 list-question: 缺页怎么办？ [15-17]"}},
        {"什么是缺页？\n\n要的页不在内存。\n\n怎么处理？\n\n从磁盘换入。\n",
         {"1 list-question: 什么是缺页？ [3-3]", "5 list-question: 怎么处理？ [7-7]"}},
    });
}

TEST_CASE("open-question: among nothing but questions a command is one too", "[cards]") {
    check({
        {"## Team interview questions\n\n- Why us?\n- What drives you?\n- What annoys you?\n"
         "- Where next, and why?\n- Show one of your designs to the panel.\n",
         {"3 open-question: Why us? [-]", "4 open-question: What drives you? [-]",
          "5 open-question: What annoys you? [-]", "6 open-question: Where next, and why? [-]",
          "7 open-question: Show one of your designs to the panel. [-]"}},
        {"# 某厂一面面经\n\n1. 自我介绍\n2. 为什么用消息队列？\n3. 消费失败的重试的过程\n",
         {"4 open-question: 为什么用消息队列？ [-]", "5 open-question: 消费失败的重试的过程 [-]"}},
    });
}

TEST_CASE("question-table: a column of questions and one of answers", "[cards]") {
    check({
        {"| 层级 | 追问 | 关键答案 |\n|---|---|---|\n| 一 | 为什么慢？ | 锁等待 |\n",
         {"3 question-table: 为什么慢？ [3-3]"}},
        {"| 问题 | 解决方案 |\n|---|---|\n| 缓存穿透 | 布隆过滤器 |\n", {}},
    });
}

TEST_CASE("definition: a glossary may be lines or a table", "[cards]") {
    check({
        {"## 名词解释\n\nWAL：先写日志\nLSN：日志序号\n",
         {"3 definition: WAL [3-3]", "4 definition: LSN [4-4]"}},
        {"## Terms\n\n| Term | Meaning |\n|---|---|\n| WAL | the log comes first |\n",
         {"5 definition: WAL [5-5]"}},
        {"## 名词\n\n都来自第一章。\n", {"1 topic: 名词 [3-3]"}},
    });
}

TEST_CASE("standard-answer: a section of questions is answered one by one", "[cards]") {
    check(
        {{"# 复制\n\n## 标准答案\n\n### 题：半同步是什么？\n\n等一个从库确认。\n\n### "
          "题：为什么延迟？\n\n单线程回放。\n",
          {"5 question-heading: 半同步是什么？ [7-7]",
           "9 question-heading: 复制 › 为什么延迟？ [11-11]"}}});
}

TEST_CASE("question-heading: what is shown before \"Answer:\" is asked, what closes a page is not",
          "[cards]") {
    check({
        {"## What is printed?\n\n```js\nf();\n```\n\n**Answer:** `1`\n",
         {"1 question-heading: What is printed?\n\n```js\nf();\n``` [7-7]"}},
        {"# 面试官：索引为什么快？\n\n树矮，读盘次数少。\n\n## 参考文献\n\n- [甲](http://a)\n",
         {"1 question-heading: 索引为什么快？ [3-3]"}},
        {"# 目录\n\n## 什么是索引？\n\n有序的查找结构。\n",
         {"3 question-heading: 什么是索引？ [5-5]"}},
        {"### “Tell me about a bug you found.”\n\nA race in the cache.\n",
         {"1 implied-question: Tell me about a bug you found. [3-3]"}},
        {"### 追问 2：索引失效的场景有哪些？\n\n函数、隐式转换。\n",
         {"1 question-heading: 索引失效的场景有哪些？ [3-3]"}},
    });
}

TEST_CASE("minutes and project pages ask nothing by their chapters", "[cards]") {
    check({
        {"# Weekly\n\nAttendees: Bo, Chen\n\n## Agenda\n\n1. Release of the importer\n2. Hiring in "
         "May\n\n"
         "## Decisions\n\n- The scope stays as it is\n- Freeze on Thursday evening\n",
         {}},
        {"# 例会\n\n参会人：小王、小李\n\n## 决议\n\n- 发布推迟一周，先修复导入的错误\n- "
         "下周一再看一次\n",
         {}},
        {"# fastcsv\n\n## Benchmarks\n\nIt reads a gigabyte in two seconds on one core of a "
         "laptop.\n\n"
         "## Contributing\n\nSend patches.\n\n## License\n\nMIT\n\n## Why is it fast?\n\nNo "
         "copies.\n",
         {"3 topic: fastcsv › Benchmarks [5-5]",
          "15 question-heading: fastcsv › Why is it fast? [17-17]"}},
    });
    const auto drafts =
        split(read("# x\n\n## Speed tests\n\nIt reads a gigabyte in two seconds.\n\n"
                   "## Contributing\n\nSend.\n\n## License\n\nMIT\n",
                   "note.md"))
            .drafts;
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].confidence < kImportConfidence);
}

TEST_CASE("separator: the heading above a question is no part of it", "[cards]") {
    check({
        {"#flashcards/os\n## 1. Pages\nWhat is a page?\n?\nA block.\n",
         {"3 separator: What is a page? [5-5]"}},
        {"## 什么是页？\n\n内存管理的单位\n\n?\n\n```c\nstruct page;\n\n```\n",
         {"3 separator: 内存管理的单位 [7-10]"}},
    });
}

TEST_CASE("topic: one word is asked with the chapter above it; a note of labels is one card",
          "[cards]") {
    check({
        {"# 书\n\n## 智能指针\n\n### unique_ptr\n\n独占所有权，不可拷贝，只能移动。\n",
         {"5 topic: 智能指针 › unique_ptr [7-7]"}},
        {"# 146. 最近最少使用\n\n## 题目\n\n设计一个缓存，容量满时淘汰最久未用的。\n\n## 思路\n\n"
         "哈希表定位，链表维护顺序。\n",
         {"1 topic: 最近最少使用 [3-9]"}},
    });
}

TEST_CASE("list-question: an item may ask and answer on one line", "[cards]") {
    check({
        {"## 考点\n\n1. **多重继承下有几个虚表指针？** 每个含虚函数的基类一个。\n2. 普通的一项\n",
         {"3 list-question: 多重继承下有几个虚表指针？ [3-3]"}},
        {"## 考点\n\n- 静态函数能是虚函数吗？不能，没有 this。\n- "
         "内联函数呢，可以是虚的吗？可以。\n"
         "- 析构函数为什么要虚？（高频）\n",
         {"3 list-question: 静态函数能是虚函数吗？ [3-3]",
          "4 list-question: 内联函数呢，可以是虚的吗？ [4-4]",
          "5 open-question: 析构函数为什么要虚？（高频） [-]"}},
        // a table of contents asks nothing, though its links do
        {"# HTML\n\n- [1. 什么是文档类型？](#a)\n- [2. 行内元素有哪些？](#b)\n\n"
         "## 1. 什么是文档类型？\n\n声明标准。\n\n## 2. 行内元素有哪些？\n\na、b、span。\n",
         {"6 question-heading: 什么是文档类型？ [8-8]",
          "10 question-heading: 行内元素有哪些？ [12-12]"}},
        // one such item among others is prose, a mark in an address asks nothing
        {"## 看门狗\n\n- 锁到期了怎么办？用看门狗续期。\n- 可重入，同一线程可以再拿一次\n"
         "- 见 [帖子](http://a/?q=1) 的说明，写得很细\n- 续期的线程要能停\n",
         {"1 topic: 看门狗 [3-6]"}},
    });
}

TEST_CASE("bold-question: a bold line marked Q2 asks without a question mark", "[cards]") {
    check({
        {"# Go\n\n**Q1 = 和 := 的区别？**\n\nA：前者还声明。\n\n**Q2 指针的作用**\n\n存地址。\n",
         {"3 qa-mark: = 和 := 的区别？ [5-5]", "7 bold-question: 指针的作用 [9-9]"}},
    });
}

TEST_CASE("choice: options and answers are known by their place, in any language", "[cards]") {
    check({
        {"###### 1. Quelle est la sortie ?\n\n```js\nf();\n```\n\n- A : `1`\n- B : `2`\n\n"
         "<details><summary><b>Solution ici</b></summary>\n<p>\n\n#### Voici : B\n\nParce que.\n\n"
         "</p>\n</details>\n\n---\n",
         {"1 choice: Quelle est la sortie ?\n\n```js\nf();\n```\n\n- A : `1`\n- B : `2` [13-15]"}},
    });
}

TEST_CASE("implied-question: two or three short headings may divide one answer", "[cards]") {
    check({
        {"# 集合\n\n## 哈希表的底层实现\n\n### 早期\n\n数组加链表，头插。\n\n### "
         "后来\n\n数组加链表加树，尾插。\n",
         {"3 implied-question: 哈希表的底层实现 [5-11]"}},
        {"## 构造函数可以是虚函数吗\n\n不可以，那时还没有虚表指针。\n",
         {"1 implied-question: 构造函数可以是虚函数吗 [3-3]"}},
    });
}

TEST_CASE("topic: commands to type and adverts are no answers", "[cards]") {
    check({
        {"# 容器\n\n## 运行第一个容器\n\n```bash\nrun hello\n```\n\n## 镜像分层\n\n每层只记改动，"
         "下层只读，写时复制到最上层。\n\n---\n\n欢迎关注公众号，转载请注明出处。\n",
         {"9 topic: 容器 › 镜像分层 [11-11]"}},
    });
}

TEST_CASE("inline: in a note of flashcards two colons need no blanks", "[cards]") {
    check({
        {"#flashcards/net\n\nTCP::a protocol with connections\nSYN:::the first packet\n"
         "std::move makes an rvalue\n",
         {"3 inline: TCP [3-3]", "4 inline: SYN [4-4]", "4 inline: the first packet [4-4]"}},
    });
}

TEST_CASE("choice: options may stand on the lines after the question", "[cards]") {
    check({
        {"## 练习\n\n1. 下列哪个排序是稳定的？（）\nA. 快排\nB. 归并\n\n答案：B\n\n2. "
         "二分查找的复杂度是（ ）\n"
         "A. O(n)\nB. O(log n)\n\n答案：B。每次减半。\n",
         {"3 choice: 下列哪个排序是稳定的？（）\nA. 快排\nB. 归并 [7-7]",
          "9 choice: 二分查找的复杂度是（ ）\nA. O(n)\nB. O(log n) [13-13]"}},
    });
}

TEST_CASE("list-question: a record of an interview mixes answered and open questions", "[cards]") {
    check({
        {"## 一面\n\n1. 讲讲线程池的参数\n   核心数、最大数、队列。\n2. 介绍一下 volatile\n3. "
         "说说索引\n   - B+ 树\n"
         "4. 握手为什么是三次？\n",
         {"3 list-question: 讲讲线程池的参数 [4-4]", "5 open-question: 介绍一下 volatile [-]",
          "6 list-question: 说说索引 [7-7]", "8 open-question: 握手为什么是三次？ [-]"}},
    });
}

TEST_CASE("lists: lines that count on are a list, however Chinese writes their numbers",
          "[cards]") {
    check({
        {"# 一面\n\n1、自我介绍\n2、什么是 GMP？\n3、TCP 为什么要三次握手？\n",
         {"4 open-question: 什么是 GMP？ [-]", "5 open-question: TCP 为什么要三次握手？ [-]"}},
        {"## 二面\n\n题目如下\n（1）什么是锁？\n互斥。\n（2）讲讲 MVCC\n版本链，\n加视图。\n",
         {"4 list-question: 什么是锁？ [5-5]", "6 list-question: 讲讲 MVCC [7-8]"}},
        {"> 1.什么是锁？\n> 互斥。\n> 2.什么是闩？\n> 短锁。\n", {}},
        // no list: numbers that do not count on, two ways in one
        {"正文\n1、什么是锁？\n5、什么是闩？\n", {}},
        {"正文\n1、什么是锁？\n2）什么是闩？\n", {}},
    });
}

TEST_CASE("list-question: numbered tasks ask, as exams put them", "[cards]") {
    check({
        {"## 简答题\n\n1. 简述休克的分期。\n\n答：三期。\n\n2. 为什么会发生 "
         "DIC？\n\n答：血液高凝。\n",
         {"3 list-question: 简述休克的分期。 [5-5]", "7 list-question: 为什么会发生 DIC？ [9-9]"}},
        {"## 休克\n\n1. 试述分期。\n\n   三期。\n\n2. 论述机制。\n\n   很多。\n",
         {"3 list-question: 试述分期。 [5-5]", "7 list-question: 论述机制。 [9-9]"}},
        {"1. 什么是回表？\n\n只存主键。\n\n**二、事务**\n\n1. 什么是脏读？\n\n未提交。\n",
         {"1 list-question: 什么是回表？ [3-3]", "7 list-question: 什么是脏读？ [9-9]"}},
    });
}

TEST_CASE("list-question: an answer in brackets is no part of the question", "[cards]") {
    check({
        {"## 二面\n\n- 什么是零拷贝？（答：不经过用户态）\n- 什么是回表？（常考）\n",
         {"3 list-question: 什么是零拷贝？ [3-3]", "4 open-question: 什么是回表？（常考） [-]"}},
    });
}

TEST_CASE("list-question: a follow-up below the answer is no part of the question", "[cards]") {
    check({
        {"1. 什么是线程？\n   调度的单位。\n追问：和进程有什么区别？\n   进程有内存。\n"
         "2. 什么是协程？\n   用户态的线程。\n",
         {"1 list-question: 什么是线程？ [2-4]", "5 list-question: 什么是协程？ [6-6]"}},
    });
}

TEST_CASE("choice: the answer may follow the options at once, or fill the blank", "[cards]") {
    check({
        {"1. What is typeof null?\nA) object\nB) null\nAnswer: A\n",
         {"1 choice: What is typeof null?\nA) object\nB) null [4-4]"}},
        {"### 哪个快？\n\nA. 甲\nB. 乙\n答案：A\n解析：快。\n",
         {"1 choice: 哪个快？\n\nA. 甲\nB. 乙 [5-6]"}},
        {"### 2. 最慢的是（ B ）\n\n- A. 甲\n- B. 乙，\n  接着写\n答案见上\n",
         {"1 choice: 最慢的是（ ）\n\n- A. 甲\n- B. 乙，\n  接着写 [5-6]"}},
        {"1. 哪个安全？\nA. 甲\nB. 乙\n\n答案：B\n\n解析：加锁。\n",
         {"1 choice: 哪个安全？\nA. 甲\nB. 乙 [5-7]"}},
        {"## 单选\n\n1. 始动环节是（ A ）\nA. 甲\nB. 乙\n\n解析：见书。\n\n2. 最先是（B）。\nA. "
         "心\nB. 肾\n",
         {"3 choice: 始动环节是（ ）\nA. 甲\nB. 乙 [5-7]",
          "9 choice: 最先是（ ）。\nA. 心\nB. 肾 [11-11]"}},
    });
    auto drafts = split(read("1. 始动是（ A ）\nA. 甲\nB. 乙\n\n解析：见书。\n", "n.md")).drafts;
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].back == "A\n\n解析：见书。");
    add_points(drafts);
    REQUIRE(!drafts[0].points.empty());
    CHECK(drafts[0].points.back().line == 5);
    // "(A)" opens an option, it fills no blank
    CHECK(found("Why?\n\n(A) so\n(B) no\n\n- A. c\n- B. d\n") ==
          Cards{"1 choice: Why?\n\n(A) so\n(B) no [-]"});
    // a letter that names a thing the question is about
    CHECK(found("1. Is plan (B) cheaper?\nA. yes\nB. no\n\nAnswer: A\n") ==
          Cards{"1 choice: Is plan (B) cheaper?\nA. yes\nB. no [5-5]"});
    // a summary that never ends hides nothing
    CHECK(found("r(E)\n\n- 1: 2\n- 2: 3\n<details><summary").empty());
}

TEST_CASE("qa-mark: question and answer may be named in brackets", "[cards]") {
    check({
        {"**【例1】** 能否要求返还？\n\n**【答案】** "
         "不能。\n\n【解析】已登记。\n\n【问】什么是善意？\n"
         "【答】不知情。\n",
         {"1 qa-mark: 能否要求返还？ [3-5]", "7 qa-mark: 什么是善意？ [8-8]"}},
        {"【背景】系统很慢\n【方案】加缓存\n", {}},
    });
}

TEST_CASE("definition: formulas are not divided, and a table of words may have examples",
          "[cards]") {
    check({
        {"## Definitions\n\n- $a = b$ holds\n- load - keys per bucket\n",
         {"4 definition: load [4-4]"}},
        {"## 生词\n\n| 单词 | 释义 | 例句 |\n|---|---|---|\n| candid | 坦率的 | a candid answer "
         "|\n",
         {"5 definition: candid [5-5]"}},
    });
}

TEST_CASE("tagged, cloze: what Logseq notes about a block is no answer", "[cards]") {
    check({
        {"- 状态是{{cloze 就绪}}、{{cloze 运行}} #card\n  id:: 6621\n- 进程和程序的区别 #card\n"
         "  card-ease-factor:: 2.5\n  collapsed:: true\n  - 进程是动态的\n",
         {"1 cloze: 状态是[...]、运行 [1-1]", "1 cloze: 状态是就绪、[...] [1-1]",
          "3 tagged: 进程和程序的区别 [6-6]"}},
    });
}

TEST_CASE("list-question: beside toggles that ask, those that only name something are cards too",
          "[cards]") {
    check({
        {"# 传输\n\n- 怎么保证可靠？\n  - 校验\n- 拥塞控制的算法\n  - 慢启动\n- 为什么四次？\n  - "
         "半关闭\n- "
         "注意\n  - 别忘\n",
         {"3 list-question: 怎么保证可靠？ [4-4]", "5 list-question: 拥塞控制的算法 [6-6]",
          "7 list-question: 传输 › 为什么四次？ [8-8]"}},
    });
    const auto drafts =
        split(read("# 传输\n\n- 怎么保证可靠？\n  - 校验\n- 拥塞控制的算法\n  - 慢启动\n- "
                   "流量控制的窗口\n  - 接收方给出\n",
                   "n.md"))
            .drafts;
    REQUIRE(drafts.size() == 3);
    CHECK(drafts[0].confidence > kImportConfidence);
    CHECK(drafts[1].confidence < kImportConfidence);
}

}  // namespace
}  // namespace wengu
