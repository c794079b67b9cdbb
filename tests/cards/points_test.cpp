#include "cards/points.h"

#include "cards/point_text.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

namespace wengu {
namespace {

/// "kind:line title | detail" for each point, one a line.
std::string shown(std::string_view markdown) {
    std::string text;
    for (const auto& point : points_of(markdown, 1)) {
        text += fmt::format("{}:{} {}", point.kind, point.line, point.title);
        if (!point.detail.empty()) text += " | " + point.detail;
        if (!point.group.empty()) text += " @ " + point.group;
        text += "\n";
    }
    return text;
}

TEST_CASE("points: a verdict stands first, list items follow with their label", "[cards]") {
    CHECK(shown("**A：可以，但要先做备份。**\n\n**步骤：**\n1. **停写**：切到只读\n2. 校验 → "
                "比对行数\n") ==
          "verdict:1 可以，但要先做备份。\n"
          "item:4 停写 | 切到只读 @ 步骤\n"
          "item:5 校验 | 比对行数 @ 步骤\n");
}

TEST_CASE("points: bold leads at the start of a line are points", "[cards]") {
    CHECK(shown("**看法：**\n\n**读多：** 用缓存\n**写多（热点）：** 用队列削峰\n") ==
          "item:3 读多 | 用缓存 @ 看法\n"
          "item:4 写多（热点） | 用队列削峰 @ 看法\n");
}

TEST_CASE("points: a bold line over a list is one point, its counting label is cut", "[cards]") {
    CHECK(shown("**方案A：双写**\n- 好处：快\n- 坏处：会乱\n\n**方案B：订阅日志**\n- 稳\n\n"
                "**关键：先想清楚能不能容忍旧值。**\n") ==
          "item:1 双写 | 好处：快 坏处：会乱\n"
          "item:5 订阅日志 | 稳\n"
          "thesis:8 先想清楚能不能容忍旧值。\n");
}

TEST_CASE("points: one bold line over a long list only names it", "[cards]") {
    CHECK(shown("**Why it is fast**\n- no locks\n- one thread\n- small values\n") ==
          "item:2 no locks @ Why it is fast\n"
          "item:3 one thread @ Why it is fast\n"
          "item:4 small values @ Why it is fast\n");
}

TEST_CASE("points: a paragraph that counts inside itself is a list", "[cards]") {
    CHECK(shown("瓶颈包括：**1) 带宽**——参数都要加载；**2) 通信**：要交换；3) "
                "负载不均。其中带宽最大。\n") ==
          "item:1 带宽 | 参数都要加载\n"
          "item:1 通信 | 要交换\n"
          "item:1 负载不均\n"
          "sentence:1 其中带宽最大。\n");
    CHECK(shown("It needs two of f(1), g(2) and nothing else. Both are pure.\n") ==
          "sentence:1 It needs two of f(1), g(2) and nothing else.\n"
          "sentence:1 Both are pure.\n");
}

TEST_CASE("points: a sentence that only announces is none", "[cards]") {
    CHECK(shown("There are two main differences. TCP connects first. UDP just sends.\n") ==
          "sentence:1 TCP connects first.\n"
          "sentence:1 UDP just sends.\n");
}

TEST_CASE("points: an answer that is nothing but a table says its rows", "[cards]") {
    CHECK(shown("| 级别 | 脏读 |\n|---|---|\n| 读未提交 | 有 |\n| 读已提交 | 无 |\n") ==
          "item:3 读未提交 | 有\n"
          "item:4 读已提交 | 无\n");
}

TEST_CASE("points: tables, code, quotes and pictures are never points", "[cards]") {
    CHECK(shown("- first thing\n- second thing\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
                "```cpp\nint x = 1;\n```\n\n> said by somebody\n\n![pic](a.png)\n") ==
          "item:1 first thing\nitem:2 second thing\n");
    CHECK(shown("```\nonly code\n```\n").empty());
    CHECK(shown("![pic](a.png)\n").empty());
    CHECK(shown("").empty());
}

TEST_CASE("points: the author's own marks come before every other rule", "[cards]") {
    CHECK(shown("- [k] 幂等：用唯一键\n- 其他\n") == "marked:1 幂等 | 用唯一键\n");
    CHECK(shown("Use an ==idempotency key== and a ==retry budget==, a == b.\n") ==
          "marked:1 idempotency key\nmarked:1 retry budget\n");
    CHECK(shown("- no\n\ntext\n\n<!-- points -->\n- yes: really\n") == "marked:6 yes | really\n");
}

TEST_CASE("points: plain text falls back to its sentences, nine at most", "[cards]") {
    CHECK(shown("进程有自己的地址空间。线程共享同一个进程的内存；切换更快。\n") ==
          "sentence:1 进程有自己的地址空间。\n"
          "sentence:1 线程共享同一个进程的内存；\n"
          "sentence:1 切换更快。\n");
    CHECK(shown("答：80\n") == "sentence:1 80\n");
    std::string many;
    for (int i = 0; i < 20; ++i) many += fmt::format("Sentence number {} is here. ", i);
    CHECK(points_of(many, 1).size() == 9);
}

TEST_CASE("points: plain text before a list is the answer in short", "[cards]") {
    CHECK(
        shown(
            "A: It depends on the load. See below.\n\nReasons:\n- reads: many\n- writes: few\n") ==
        "verdict:1 It depends on the load.\n"
        "item:4 reads | many @ Reasons\n"
        "item:5 writes | few @ Reasons\n");
}

TEST_CASE("points: more than twelve are grouped under their labels", "[cards]") {
    std::string many = "**甲：**\n";
    for (int i = 0; i < 7; ++i) many += fmt::format("- 甲项{}\n", i);
    many += "\n**乙：**\n";
    for (int i = 0; i < 7; ++i) many += fmt::format("- 乙项{}\n", i);
    CHECK(shown(many) ==
          "group:2 甲 | 甲项0 甲项1 甲项2 甲项3 甲项4 甲项5 甲项6\n"
          "group:11 乙 | 乙项0 乙项1 乙项2 乙项3 乙项4 乙项5 乙项6\n");
}

TEST_CASE("points: lines are those of the note", "[cards]") {
    CHECK(points_of("x\n\n- one\n- two\n", 40).back().line == 43);
}

TEST_CASE("points: an id stays while the title stays", "[cards]") {
    const auto before = points_of("- **幂等**：重试也安全\n- **限流**：先挡住\n", 1);
    const auto after = points_of("开头先说结论。\n\n- **幂等**：改了说明\n- **限流**\n", 1);
    CHECK(before[0].id == after[1].id);
    CHECK(before[1].id == after[2].id);
    const auto twins = points_of("- same\n- same\n", 1);
    CHECK(twins[0].id != twins[1].id);
}

TEST_CASE("points: a title is cut at a colon or an arrow, but not inside names", "[cards]") {
    CHECK(cut_title("std::move 转为右值：不移动").title == "std::move 转为右值");
    CHECK(cut_title("see http://a.b/c for more").detail.empty());
    CHECK(cut_title("at 10:30 sharp").detail.empty());
    CHECK(cut_title("a（注：b）：c").title == "a（注：b）");
    CHECK(cut_title("low latency → cache").detail == "cache");
}

TEST_CASE("points: numbers before a title are no part of it", "[cards]") {
    struct {
        const char* text;
        const char* left;
    } const rows[] = {{"1. 先停写", "先停写"}, {"（二）再校验", "再校验"}, {"③ 切流量", "切流量"},
                      {"三、回滚", "回滚"},    {"2) then", "then"},        {"3次握手", "3次握手"},
                      {"2.5 倍", "2.5 倍"}};
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(without_number(row.text) == row.left);
    }
}

}  // namespace
}  // namespace wengu
