// Rules for what comes in rows: stages, numbered claims, series, lists and pairs. Each table
// shows forms that a rule takes and near misses that it must leave alone.

#include "cards/found.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace wengu {
namespace {

using test::Example;
using test::found;

/// The cards that one rule makes of a text.
std::vector<std::string> found_by(std::string_view rule, std::string_view text) {
    auto cards = found(text);
    std::erase_if(cards, [&](const std::string& card) {
        return card.find(fmt::format(" {}: ", rule)) == std::string::npos;
    });
    return cards;
}

void check(std::string_view rule, const std::vector<Example>& examples) {
    for (const auto& example : examples) {
        INFO(example.text);
        CHECK(found_by(rule, example.text) == example.cards);
    }
}

TEST_CASE("stage: bold lines of one series with labels of their own are the cards", "[cards]") {
    check("stage",
          {
              {"# 书\n\n## 成长\n\n**阶段一：入门**\n\n**目标**\n\n读完手册。\n\n**阶段二："
               "熟练**\n\n**目标**\n\n写出驱动。\n\n**阶段三：精通**\n\n**目标**\n\n改进内核。\n",
               {"5 stage: 成长 › 阶段一：入门 [7-9]", "11 stage: 成长 › 阶段二：熟练 [13-15]",
                "17 stage: 成长 › 阶段三：精通 [19-21]"}},
              // two make no series
              {"# 书\n\n## 成长\n\n**阶段一：入门**\n\n**目标**\n\n读完手册。\n\n**阶段二："
               "熟练**\n\n**目标**\n\n写出驱动。\n",
               {}},
              // short and without labels: one answer
              {"# 书\n\n## 成长\n\n**阶段一：入门**\n\n读完手册。\n\n**阶段二：熟练**\n\n写出驱动。"
               "\n\n**阶段三：精通**\n\n改进内核。\n",
               {}},
          });
}

TEST_CASE("numbered-claim: numbered bold lines that divide a section are asked", "[cards]") {
    check(
        "numbered-claim",
        {
            {"# 书\n\n## 取舍\n\n**1. 缓存会带来不一致**\n\n- 写入之后读到旧值\n- "
             "失效消息可能丢失\n\n**2. 索引不是越多越好**\n\n- 每次写入都要维护\n- 占用内存\n",
             {"5 numbered-claim: 「缓存会带来不一致」：为什么？ [7-8]",
              "10 numbered-claim: 「索引不是越多越好」：为什么？ [12-13]"}},
            // a single one divides nothing
            {"# 书\n\n## 取舍\n\n**1. 缓存会带来不一致**\n\n- 写入之后读到旧值\n- 消息丢失\n", {}},
            // steps of a procedure are one answer
            {"# 书\n\n## 安装步骤\n\n**1. 缓存会带来不一致**\n\n- 写入之后读到旧值\n- "
             "失效消息可能丢失\n\n**2. 索引不是越多越好**\n\n- 每次写入都要维护\n- 占用内存\n",
             {}},
            // inside the answer of a question they are that answer
            {"# 书\n\n## 为什么要取舍？\n\n**1. 缓存会带来不一致**\n\n- 写入之后读到旧值\n- "
             "失效消息可能丢失\n\n**2. 索引不是越多越好**\n\n- 每次写入都要维护\n- 占用内存\n",
             {}},
        });
}

TEST_CASE("sibling: the last of a series follows the others", "[cards]") {
    const auto path = [](std::string_view second) {
        return fmt::format(
            "# Book\n\n## Path\n\n**Year 1: pages**\n\n- Why are pages fixed in size?\n"
            "  - So that a number finds one.\n\n{}"
            "**Year 3: recovery**\n\nRead the log from the last checkpoint on, then redo.\n",
            second);
    };
    const auto three =
        path("**Year 2: logs**\n\n- What is a log good for?\n  - It outlives a crash.\n\n");
    CHECK(found_by("sibling", three) ==
          std::vector<std::string>{"15 sibling: Path › Year 3: recovery [17-17]"});
    // two lines are no series, and one card is not enough to go by
    CHECK(found_by("sibling", path("")).empty());
    CHECK(found_by("sibling", path("**Year 2: logs**\n\nA log outlives a crash.\n\n")).empty());
}

TEST_CASE("key-list: a specific label above numbered points with bold names", "[cards]") {
    constexpr std::string_view kPoints =
        "1. **容量**：数据超过单机\n2. **吞吐**：写入超过单机\n3. **容灾**：机房会断电\n";
    const auto below = [&](std::string_view label) {
        return fmt::format(
            "# 书\n\n## 分布式存储\n\n单机的上限总会到来，早晚要分片。\n分片之后事务变贵。\n"
            "查询也要汇总。\n运维更复杂。\n\n{}\n\n{}",
            label, kPoints);
    };
    const auto specific = below("**分片的驱动因素：**");
    CHECK(found_by("key-list", specific) ==
          std::vector<std::string>{"10 key-list: 分布式存储 › 分片的驱动因素 [12-14]"});
    for (const std::string_view label : {"**原因：**", "**分片的驱动因素**", "分片的驱动因素："})
        CHECK(found_by("key-list", below(label)).empty());
}

TEST_CASE("dialogue: two exchanges make one, and speakers must be known", "[cards]") {
    check("dialogue",
          {
              {"**Interviewer:** Why a queue?\n\n**Candidate:** To smooth the load.\n\n"
               "**Interviewer:** What if it fills?\n\n**Candidate:** Refuse early.\n",
               {"1 dialogue: Why a queue? [3-3]", "5 dialogue: What if it fills? [7-7]"}},
              // one exchange
              {"**Interviewer:** Why a queue?\n\n**Candidate:** To smooth the load.\n", {}},
              // questions without answers
              {"面试官：为什么用队列？\n\n面试官：满了怎么办？\n", {}},
              // a label is no speaker
              {"面试官的看法如下。\n\n优点：削峰填谷。\n\n缺点：多一跳。\n", {}},
          });
}

TEST_CASE("paired-list: as many answers as questions, or answers that repeat them", "[cards]") {
    check("paired-list",
          {
              {"# 书\n\n## 面试题\n\n1. 什么是快照？\n2. 什么是水位线？\n\n## 答案\n\n"
               "### 什么是水位线\n\n已确认的位点。\n\n### 什么是快照\n\n某一刻的状态。\n\n"
               "### 附注\n\n无关。\n",
               {"5 paired-list: 什么是快照？ [16-16]", "6 paired-list: 什么是水位线？ [12-12]"}},
              {"# 书\n\n## 面试题\n\n1. 什么是快照？\n2. 什么是水位线？\n\n## 答案\n\n"
               "1. 某一刻的状态。\n2. 已确认的位点。\n",
               {"5 paired-list: 什么是快照？ [10-10]", "6 paired-list: 什么是水位线？ [11-11]"}},
              {"## 自测\n\n问题：\n\n1. 什么是快照？\n2. 什么是水位线？\n\n参考答案：\n\n"
               "1. 某一刻的状态。\n2. 已确认的位点。\n",
               {"5 paired-list: 什么是快照？ [10-10]", "6 paired-list: 什么是水位线？ [11-11]"}},
              // another number of answers
              {"## 自测\n\n1. 什么是快照？\n2. 什么是水位线？\n\n**参考答案**\n\n1. 状态。\n", {}},
              // statements are no questions
              {"# 书\n\n## 面试题\n\n1. 快照的内容\n2. 水位线的位置\n\n## 答案\n\n"
               "1. 某一刻的状态。\n2. 已确认的位点。\n",
               {}},
              // a section between them of a higher rank keeps them apart
              {"## 面试题\n\n1. 什么是快照？\n2. 什么是水位线？\n\n# 另一章\n\n## 答案\n\n"
               "1. 某一刻的状态。\n2. 已确认的位点。\n",
               {}},
          });
}

TEST_CASE("paired-section: question and answer of the same remark belong together", "[cards]") {
    check("paired-section",
          {
              {"# Day 1\n\n## Question (EN)\n\nWhy is a log append-only?\n\n## 题目 (ZH)\n\n"
               "日志为何只追加？\n\n## Answer (EN)\n\nBecause order is the message.\n\n"
               "## 答案 (ZH)\n\n因为顺序就是信息。\n",
               {"3 paired-section: Why is a log append-only? [13-13]",
                "7 paired-section: 日志为何只追加？ [17-17]"}},
              // no answer of that remark
              {"# Day 1\n\n## Question (EN)\n\nWhy is a log append-only?\n\n## 答案 (ZH)\n\n"
               "因为顺序就是信息。\n",
               {}},
              // the title asks the same
              {"# 如何去重？\n\n## 面试题\n\n如何去重？\n\n## 面试题剖析\n\n"
               "布隆过滤器先挡一层，再查库。\n",
               {"3 paired-section: 如何去重？ [9-9]"}},
              // nothing is asked
              {"# Day 1\n\n## Question\n\n## Answer\n\nBecause order is the message.\n", {}},
          });
}

}  // namespace
}  // namespace wengu
