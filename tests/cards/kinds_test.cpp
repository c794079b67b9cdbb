// Kinds of notes and marks that were read wrongly once, each as small as it can be.

#include "cards/found.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using test::check;

TEST_CASE("choice: questions in a series keep to their own answers", "[cards]") {
    check({
        {"**Q1. What is a pod?**\n\nA. A unit\nB. A node\n\nAnswer: A\n\n**Q2. What is a "
         "node?**\n\nA. A unit\nB. "
         "A machine\n\nAnswer: B\n",
         {"1 choice: What is a pod?\n\nA. A unit\nB. A node [6-6]",
          "8 choice: What is a node?\n\nA. A unit\nB. A machine [13-13]"}},
        {"**Q1. What is a pod?**\n\n- A. A unit\n- B. A node\n\n**Answer:** A\n\n**Q2. What is a "
         "node?**\n\n- A. A "
         "unit\n- B. A machine\n\n**Answer:** B\n",
         {"1 choice: What is a pod?\n\n- A. A unit\n- B. A node [6-6]",
          "8 choice: What is a node?\n\n- A. A unit\n- B. A machine [13-13]"}},
        {"> [!question] Q5. Which is louder?\n> - A. Aortic\n> - B. Mitral\n>\n> > [!success]- "
         "答案\n> > B. Because "
         "of the flow.\n",
         {"1 choice: Which is louder?\n- A. Aortic\n- B. Mitral [6-6]"}},
    });
}

TEST_CASE("choice: options without letters, of which the right ones are bold", "[cards]") {
    check({
        {"## Net\n\n### Question 1\n\nWhat is sent?\n\n* Pages\n* **Packets**\n\n> In "
         "packets.\n\n<br>\n\n### Question "
         "2\n\nTrue or false: two are a net.\n\n* **TRUE**\n* FALSE\n",
         {"3 choice: What is sent?\n\n- Pages\n- Packets [8-10]",
          "14 choice: True or false: two are a net.\n\n- TRUE\n- FALSE [18-19]"}},
        // emphasis in a list that nobody asks about
        {"## Net\n\nA host sends these.\n\n* Pages\n* **Packets**\n* Frames of a link\n",
         {"1 topic: Net [3-7]"}},
    });
}

TEST_CASE("numbers: one that opens a question is no numbering unless the note counts on",
          "[cards]") {
    check({
        {"## 404 是什么意思？\n\n找不到资源。\n", {"1 question-heading: 404 是什么意思？ [3-3]"}},
        {"## 10 亿数据怎么去重？\n\n用位图。\n", {"1 question-heading: 10 亿数据怎么去重？ [3-3]"}},
        {"1. 502 是什么？\n   - 坏网关\n2. 504 是什么？\n   - 超时\n",
         {"1 list-question: 502 是什么？ [2-2]", "3 list-question: 504 是什么？ [4-4]"}},
        {"## 第二题是什么？\n\n答案在这里说明。\n", {"1 question-heading: 第二题是什么？ [3-3]"}},
        {"**第21题, 怎样才能去重？**\n\n用位图。\n", {"1 bold-question: 怎样才能去重？ [3-3]"}},
        {"## 1 什么是页锁？\n\n锁一页。\n\n## 2 什么是行锁？\n\n锁一行。\n",
         {"1 question-heading: 什么是页锁？ [3-3]", "5 question-heading: 什么是行锁？ [7-7]"}},
        {"## 2<sup>8</sup> 是多少？\n\n256。\n",
         {"1 question-heading: 2<sup>8</sup> 是多少？ [3-3]"}},
    });
}

TEST_CASE("tags: at the end of a question they leave it a question", "[cards]") {
    check({
        {"- 什么是水位线？ #复习\n  - 已确认的最小位点。\n",
         {"1 list-question: 什么是水位线？ [2-2]"}},
        {"## What is issue #12 about?\n\nA torn page.\n",
         {"1 question-heading: What is issue #12 about? [3-3]"}},
    });
}

TEST_CASE("answers: a link to a note is one, a mark with nothing after it is none", "[cards]") {
    check({
        {"## Who wrote Hamlet?\n\n[[William Shakespeare]]\n",
         {"1 question-heading: Who wrote Hamlet? [3-3]"}},
        {"Q: What is a pod?\nA:\n\nQ: What is a node?\nA: A machine.\n",
         {"1 qa-mark: What is a pod? [-]", "4 qa-mark: What is a node? [5-5]"}},
        {"## 对比\n\n| a | b |\n|---|---|\n", {}},
        {"## 空\n\n<!-- todo -->\n\n## 栅栏\n\n```\n```\n", {}},
        {"**核心线程数怎么定？**\n\n看任务类型。\n\nQ: 队列选多大？\nA: 看内存。\n",
         {"1 bold-question: 核心线程数怎么定？ [3-3]", "5 qa-mark: 队列选多大？ [6-6]"}},
    });
}

TEST_CASE("marks: numbered Q and A, numbered 问题, callouts of any kind", "[cards]") {
    check({
        {"**Q1.** What is a pod?\n\n**A1.** A unit.\n\n**Q2.** What is a node?\n\n**A2.** A "
         "machine.\n",
         {"1 qa-mark: What is a pod? [3-3]", "5 qa-mark: What is a node? [7-7]"}},
        {"**问题1**：什么是水位线？\n**回答**：最小位点。\n\n**问题2**：谁推进它？\n**回答**"
         "：消费者。\n",
         {"1 qa-mark: 什么是水位线？ [2-2]", "4 qa-mark: 谁推进它？ [5-5]"}},
        {"> [!anki]- What is a pod\n> A unit.\n", {"1 callout: What is a pod [2-2]"}},
        {"> [!info] What is a pod?\n> A unit.\n", {"1 callout: What is a pod? [2-2]"}},
    });
}

TEST_CASE("standard-answer: its title is known by its parts and in either script", "[cards]") {
    check({
        {"# 限流怎么做？\n\n## 面试标准表述（精炼版）\n\n令牌桶放行突发。\n\n## "
         "详细\n\n令牌按固定速率产生，请求拿到令牌才放行。\n",
         {"1 standard-answer: 限流怎么做？ [5-5]", "7 topic: 限流怎么做？ › 详细 [9-9]"}},
        {"# 限流\n\n## 核心回答（30秒版本）\n\n令牌桶放行突发。\n",
         {"1 standard-answer: 限流？ [5-5]"}},
        {"# 限流\n\n## 標準答案\n\n令牌桶放行突發。\n", {"1 standard-answer: 限流？ [5-5]"}},
        {"# Rates\n\n## Model answer\n\nA bucket lets bursts through.\n",
         {"1 standard-answer: Rates? [5-5]"}},
    });
}

TEST_CASE("hidden: remarks, drawn notes and lines to be ticked off ask nothing", "[cards]") {
    check({
        {"%%\n## 草稿问题是什么？\n没有答案。\n%%\n\n## 什么是位点？\n\n一个数。\n",
         {"6 question-heading: 什么是位点？ [8-8]"}},
        {"---\nkanban-plugin: board\n---\n\n## Why so?\n\nBecause of it.\n", {}},
        // prose may speak of a template
        {"# 日志\n\n今天是 {{date}}，模板里的占位符。\n\n## 什么是位点？\n\n一个数。\n",
         {"5 question-heading: 什么是位点？ [7-7]"}},
        {"# {{title}}\n\n## 什么是位点？\n\n一个数。\n", {}},
        {"# 筆記\n\n## 來源\n\n一些網站的說明文字在此列出。\n\n## "
         "參考資料\n\n另一些網站的文字在此列出。\n",
         {}},
    });
}

TEST_CASE("headings: those written in HTML are headings", "[cards]") {
    check({
        {"# Drugs\n\n### Amiodarone\n\n<h6 id='moa'>Mechanism</h6>\n\n- K channel blocker\n- slows "
         "the "
         "heart\n\n<h6>Indication</h6>\n\n- VF\n- VT in adults\n",
         {"5 topic: Amiodarone › Mechanism [7-8]", "10 topic: Amiodarone › Indication [12-13]"}},
    });
}

TEST_CASE("highlight: arrows hide nothing, and neither does a term alone", "[cards]") {
    for (const auto* text :
         {"流程：参数==>赋值==>结束，一步接一步。\n", "**==Term==**\n\n意思是一个词。\n"}) {
        INFO(text);
        for (const auto& card : test::found(text)) CHECK(card.find("highlight") == card.npos);
    }
}

}  // namespace
}  // namespace wengu
