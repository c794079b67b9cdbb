#pragma once
// States for pictures: what the screens are drawn from in several tests.

#include "tui/screens/browse_screen.h"
#include "tui/screens/card_screen.h"
#include "tui/screens/review_screen.h"
#include "tui/screens/stats_screen.h"
#include "tui/screens/today_screen.h"

namespace wengu::test {

using std::chrono::days;
using std::chrono::minutes;

inline const Day kToday = *parse_day("2026-11-21");

inline const char* const kChineseAnswer =
    "先写数据库，再删缓存；删除失败要有补偿。\n\n"
    "1. **先更新数据库**（以它为准）\n"
    "   - 更新成功才去动缓存，失败就直接返回\n"
    "2. **再删除缓存**（不是更新缓存）\n"
    "   - 删除是幂等的，并发时不会写回旧值\n"
    "3. 删除失败要重试：消息队列、订阅 binlog\n"
    "4. 给缓存设过期时间，作为最后的兜底\n\n"
    "| 方案 | 窗口 | 代价 |\n|---|---|---:|\n| 先删缓存 | 大 | 低 |\n| 延迟双删 | 小 | 中 |\n\n"
    "```go\nfunc Update(ctx context.Context, u User) error {\n\treturn db.Save(u)\n}\n```\n";

inline ReviewView chinese_review() {
    ReviewView view;
    view.position = 12;
    view.total = 42;
    view.left = 31;
    view.deck = "缓存 > 一致性";
    view.context = "缓存一致性 > 常见问题";
    view.source = "backend/缓存一致性.md:42";
    view.topic = "分布式系统 › 缓存一致性 › 更新的次序 › 写操作";
    view.front = "数据库和缓存双写，怎样保证最终一致？";
    view.back = kChineseAnswer;
    view.points = {"先更新数据库", "再删除缓存", "删除失败要重试", "过期时间兜底"};
    view.days_late = 3;
    view.returns = {Return{minutes{10}}, Return{days{3}}, Return{days{9}}, Return{days{21}}};
    view.can_undo = true;
    return view;
}

inline SummaryView summary_sample() {
    return {.cards = 12,
            .new_cards = 3,
            .by_grade = {2, 1, 8, 3},
            .taken = std::chrono::seconds{541},
            .tomorrow = 9,
            .streak_days = 12,
            .can_undo = true};
}

inline TodayView today_sample() {
    TodayView view;
    view.today = kToday;
    view.cards = 312;
    view.due = 34;
    view.new_cards = 8;
    view.minutes = 21;
    view.streak_days = 12;
    view.profile = "云服务 后端一面";
    view.interview_day = kToday + days{9};
    view.readiness = 0.81;
    view.advice = "6 more cards a day reach it";
    view.drills = 2;
    view.drills_goal = 3;
    view.last_drill = 0.68;
    view.drill_change = 0.09;
    view.drill_reason = "4 days since the last";
    view.topics = {{"缓存/一致性", 0.41, 6, "删除失败要重试"},
                   {"限流/令牌桶", 0.52, 4, "突发流量的上限由桶的大小决定"},
                   {"Linux/进程", 0.58, 9, ""}};
    return view;
}

inline BrowseView browse_sample() {
    BrowseView view;
    view.today = kToday;
    view.cards = 312;
    view.found = 40;
    view.selected = 5;
    for (int i = 0; i < view.found; ++i) {
        view.rows.push_back(
            {"第 " + std::to_string(i) + " 题：数据库和缓存双写，怎样保证最终一致？", "缓存/一致性",
             i % 3 == 0 ? "new" : "review", i % 3 == 0 ? 0 : 0.6,
             i % 3 == 0 ? std::nullopt : std::optional{kToday + days{i - 4}}});
    }
    view.topic = "分布式系统 › 缓存一致性 › 更新的次序 › 写操作";
    view.front = "数据库和缓存双写，怎样保证**最终一致**？";
    view.back = "先写数据库，再删缓存。\n\n- 删除失败要重试\n- 过期时间兜底\n";
    view.source = "backend/缓存一致性.md:42";
    return view;
}

inline CardView card_sample() {
    CardView view;
    view.id = "c7f3";
    view.topic = "缓存一致性 › 常见问题";
    view.front = "数据库和缓存双写，怎样保证最终一致？";
    view.deck = "缓存/一致性";
    view.source = "backend/缓存一致性.md:42";
    view.tags = {"缓存", "一致性"};
    view.state = "review";
    view.schedule.phase = Phase::Review;
    view.schedule.due = kToday + days{9};
    view.schedule.interval_days = 12;
    view.schedule.stability = 12.4;
    view.schedule.difficulty = 5.2;
    view.schedule.reviews = 4;
    view.schedule.lapses = 1;
    view.mastery = 0.78;
    view.retrievability = 0.97;
    view.history = {{kToday - days{3}, Grade::Good, 12, 9000},
                    {kToday - days{7}, Grade::Hard, 4, 31000, Source::Drill},
                    {kToday - days{8}, Grade::Again, 1, 12500},
                    {kToday - days{20}, Grade::Easy, 10, 4000, Source::Cram, false}};
    for (int day = 0; day <= 60; ++day) view.curve.push_back(1.0 / (1.0 + day / 100.0));
    view.today = kToday;
    return view;
}

inline StatsView stats_sample() {
    StatsView view;
    view.scope = "all cards";
    view.cards = 312;
    view.today = kToday;
    for (int i = 0; i < 84; ++i) view.reviews_by_day.push_back(i % 5 == 0 ? 0 : (i * 7) % 40);
    view.streak_days = 12;
    view.today_cards = 34;
    view.today_minutes = 21;
    view.week_cards = 188;
    view.retention = 0.884;
    view.young = 0.85;
    view.mature = 0.93;
    view.forecast = {22, 23, 9, 25, 26, 27, 0, 29, 30, 2, 4, 6, 8, 10};
    view.interview_day = kToday + days{9};
    view.decks = {{"缓存", 36, 0.62, 4, 12, 20, 0.83, 0.74},
                  {"限流与令牌桶", 148, 0.71, 20, 45, 83, 0.90, 0.86},
                  {"Linux", 88, 0.58, 15, 35, 38, -1, 0.79}};
    view.hard_cards = 5;
    view.minutes_total = 2500;
    return view;
}

}  // namespace wengu::test
