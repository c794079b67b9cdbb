// Notes that are lists of facts: vocabulary, terms, outlines. Near misses are lists inside an
// explanation, which stay what they are.

#include "cards/found.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using test::check;

TEST_CASE("facts: in a note that is a list of words every pair is a card", "[cards]") {
    check({
        {"el pato -> the duck\nel perro -> the dog\nla casa → the house\n",
         {"1 definition: el pato [1-1]", "2 definition: el perro [2-2]",
          "3 definition: la casa [3-3]"}},
        {"## Lesson 4\n\n* el pato -> the duck\n* el perro -> the dog\n* la casa -> the house\n",
         {"3 definition: el pato [3-3]", "4 definition: el perro [4-4]",
          "5 definition: la casa [5-5]"}},
        {"## Moods\n\n- **tardy**: late\n- **merry**: glad\n- **weary**: tired\n",
         {"3 definition: tardy [3-3]", "4 definition: merry [4-4]", "5 definition: weary [5-5]"}},
        {"## 第四课\n\n术语：解释\n句法：造句的法则\n词根：词的主干\n",
         {"3 definition: 术语 [3-3]", "4 definition: 句法 [4-4]", "5 definition: 词根 [5-5]"}},
    });
}

TEST_CASE("facts: a table of words is a card a row, its other columns with the answer", "[cards]") {
    check({
        {"## Animales\n\n| ES | FR |\n|---|---|\n| pato | canard |\n| perro | chien |\n| gato | "
         "chat |\n",
         {"5 definition: pato [5-5]", "6 definition: perro [6-6]", "7 definition: gato [7-7]"}},
        {"## 名詞\n\n| 単語 | 読み | 意味 |\n|---|---|---|\n| 締め切り | しめきり | 截止日期 |\n| "
         "手続き | "
         "てつづき | 手续 |\n| 見本 | みほん | 样品 "
         "|\n",
         {"5 definition: 締め切り [5-5]", "6 definition: 手続き [6-6]",
          "7 definition: 見本 [7-7]"}},
    });
    const auto drafts = split(read("| 词 | 音 | 例 |\n|---|---|---|\n| 猫 | mao | 一只猫 |\n| 狗 | "
                                   "gou | 小狗 |\n| 鸟 | niao | 鸟儿 |\n",
                                   "n.md"),
                              "n")
                            .drafts;
    REQUIRE(drafts.size() == 3);
    CHECK(drafts[0].back == "mao — 一只猫");
}

TEST_CASE("facts: an outline of names with a few items below each is a card a name", "[cards]") {
    check({
        {"## Greece\n\n- Archaic age (800 BCE - 480 BCE)\n  - colonies\n  - tyrants\n- Classical "
         "age\n  - "
         "democracy\n- Hellenistic age\n  - Alexander\n  - Ptolemies\n",
         {"3 definition: Archaic age (800 BCE - 480 BCE) [4-5]",
          "6 definition: Classical age [7-7]", "8 definition: Hellenistic age [9-10]"}},
    });
}

TEST_CASE("facts: a list inside an explanation stays in its answer", "[cards]") {
    check({
        // the note explains; one of its sections lists
        {"# Queues\n\n## Delivery\n\nA broker keeps a message until it is told that it "
         "arrived.\nUntil then it "
         "may send it again.\n\n**Promises**:\n\n- once: at most once\n- again: at least once\n- "
         "exact: "
         "exactly once\n",
         {"3 topic: Queues › Delivery [5-12]"}},
        // labels of a form come back in every section
        {"# Metrics\n\n## Recall\n\n- Definition: the share that is found\n- Use case: search\n- "
         "Range: 0 to "
         "1\n\n## Precision\n\n- Definition: the share that is right\n- Use case: alarms\n- Range: "
         "0 to 1\n",
         {"3 topic: Metrics › Recall [5-7]", "9 topic: Metrics › Precision [11-13]"}},
        // places to look at
        {"## Tools\n\n- [grep](https://a.org): looks for lines\n- [sed](https://b.org): changes "
         "lines\n- "
         "[awk](https://c.org): counts lines\n",
         {}},
        // a chain of arrows is no pair
        {"## 流程\n\n- 参数->赋值->结束\n- 读入->解析->输出\n- 打开->写入->关闭\n", {}},
    });
}

TEST_CASE("topic: text beside child headings is a card of its own", "[cards]") {
    check({
        {"# Notes\n\n## Time complexity\n\nA rough estimate of the steps that an algorithm "
         "takes.\n\n### Big "
         "O\n\nThe worst case, constants left out, as n grows.\n",
         {"3 topic: Notes › Time complexity [5-5]", "7 topic: Notes › Big O [9-9]"}},
        // what only leads over says nothing
        {"# Notes\n\n## Time complexity\n\nThere are several ways to measure it:\n\n### Big "
         "O\n\nThe worst "
         "case, constants left out, as n grows.\n",
         {"7 topic: Notes › Big O [9-9]"}},
    });
}

}  // namespace
}  // namespace wengu
