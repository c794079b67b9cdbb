#include "cli/lines/linear.h"

#include "support/in_chinese.h"
#include "tui/screens/samples.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using std::chrono::days;
using std::chrono::minutes;

ReviewView view() {
    ReviewView view;
    view.position = 12;
    view.total = 42;
    view.front = "数据库和缓存双写，怎样保证**最终一致**？";
    view.back = "先写库，再删缓存。\n\n| 方案 | 窗口 |\n|---|---|\n| 延迟双删 | 小 |\n";
    view.points = {"先写库", "再删缓存"};
    view.returns = {Return{minutes{10}}, Return{days{3}}, Return{days{9}}, Return{days{21}}};
    return view;
}

TEST_CASE("linear: a review is lines with role words, from question to grade", "[screens]") {
    auto card = view();
    CHECK(linear::question(card) ==
          "Question 12/42: 数据库和缓存双写，怎样保证最终一致？ (2 points)\n");
    card.topic = "缓存 › 一致性";
    CHECK(linear::question(card) ==
          "缓存 › 一致性\n"
          "Question 12/42: 数据库和缓存双写，怎样保证最终一致？ (2 points)\n");
    CHECK(linear::question_prompt(card) ==
          "Enter shows the answer, t types an answer, h gives a point, q leave > ");
    card.points_shown = 1;
    CHECK(linear::point(card) == "Point 1: 先写库\n");
    card.typed = "删缓存";
    card.can_undo = true;
    CHECK(linear::answer(card) ==
          "Your answer: 删缓存\nAnswer: 先写库，再删缓存。\n方案: 延迟双删\n窗口: 小\n");
    CHECK(linear::grade_prompt(card) ==
          "Grade 1 Again 10 min, 2 Hard 3 days, 3 Good 9 days, 4 Easy 21 days, u undo > ");
    CHECK(linear::graded(Grade::Good, {days{9}}, true, 30) ==
          "Good: back in 9 days. 30 cards left.\n");
    CHECK(linear::graded(Grade::Again, {days{9}, true}, true, 1) ==
          "Again: again today. 1 card left.\n");
    CHECK(linear::graded(Grade::Good, {days{9}}, false, 1) == "Good. 1 card left.\n");
}

TEST_CASE("linear: no line is a rule, a bar or an escape", "[screens]") {
    auto card = view();
    card.back = "# 题\n\n---\n\n> 引用\n\n\x1b[31m红\n";
    const auto text = linear::answer(card);
    CHECK(text.find("---") == std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("linear: a typed line is a key, a name, or nothing we know", "[screens]") {
    const Keymap keymap;
    CHECK(linear::intent("", keymap) == Intent::Reveal);
    CHECK(linear::intent(" ", keymap) == Intent::Reveal);
    CHECK(linear::intent("3", keymap) == Intent::Good);
    CHECK(linear::intent("３\n", keymap) == Intent::Good);
    CHECK(linear::intent("u", keymap) == Intent::Undo);
    CHECK(linear::intent("bury", keymap) == Intent::Bury);
    CHECK_FALSE(linear::intent("5", keymap).has_value());
    CHECK_FALSE(linear::intent("statistics", keymap).has_value());
    CHECK(linear::help(keymap).find("u: take the last grade back\n") != std::string::npos);
}

TEST_CASE("linear: a grade that asks the card again today says so, and a wait only if it counts",
          "[cli]") {
    auto card = view();
    card.revealed = true;
    card.returns = {Return{days{25}, true}, Return{days{25}, true}, Return{days{25}},
                    Return{days{30}}};
    CHECK(linear::grade_prompt(card) ==
          "Grade 1 Again again today, 2 Hard again today, 3 Good 25 days, 4 Easy 30 days > ");
    card.counted = false;
    CHECK(linear::grade_prompt(card) ==
          "Grade 1 Again again today, 2 Hard again today, 3 Good, 4 Easy > ");
}

TEST_CASE("chinese: the linear review speaks it too", "[screens]") {
    const test::InChinese chinese;
    auto card = test::chinese_review();
    card.back = "先写库，再删缓存。";
    CHECK(linear::question(card) ==
          "分布式系统 › 缓存一致性 › 更新的次序 › 写操作\n"
          "题目 12/42: 数据库和缓存双写，怎样保证最终一致？ (4 个要点)\n");
    CHECK(linear::question_prompt(card) ==
          "回车看答案，t 打字回答，h 提示一个要点，u 撤销，q 结束 > ");
    CHECK(linear::answer(card) == "答案: 先写库，再删缓存。\n");
    CHECK(linear::grade_prompt(card) ==
          "评分 1 忘了 10 分钟，2 困难 3 天，3 记得 9 天，4 轻松 21 天，u 撤销 > ");
    CHECK(linear::graded(Grade::Good, {std::chrono::days{9}}, true, 30) ==
          "已记为 记得，9 天后再见。还剩 30 张。\n");
    CHECK(linear::graded(Grade::Hard, {std::chrono::days{9}, true}, true, 30) ==
          "已记为 困难，今天再来。还剩 30 张。\n");
}

}  // namespace
}  // namespace wengu
