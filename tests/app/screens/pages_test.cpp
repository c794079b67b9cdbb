#include "app/screens/browse_screen.h"
#include "app/screens/card_screen.h"
#include "app/screens/columns.h"
#include "app/screens/golden.h"
#include "app/screens/stats_screen.h"
#include "app/screens/today_screen.h"

namespace wengu {
namespace {

using std::chrono::days;

const Day kToday = *parse_day("2026-11-21");

TodayView today() {
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
    view.drill_advised = true;
    view.topics = {{"缓存/一致性", 0.41, 6, "删除失败要重试"},
                   {"限流/令牌桶", 0.52, 4, "突发流量的上限由桶的大小决定"},
                   {"Linux/进程", 0.58, 9, ""}};
    return view;
}

TEST_CASE("today: the plan, the interview and the weakest topics", "[screens]") {
    for (const auto size : test::kSizes) {
        test::check_picture("today", today_picture(today(), {.size = size}), size);
    }
}

TEST_CASE("today: nothing due, and no cards at all, say what comes next", "[screens]") {
    auto view = today();
    view.due = view.new_cards = 0;
    view.done = 42;
    view.next = "12 cards tomorrow";
    view.topics.clear();
    for (const auto size : test::kSizes) {
        test::check_picture("today-done", today_picture(view, {.size = size}), size);
    }
    const auto empty = to_text(today_picture({.today = kToday}, {}).lines);
    CHECK(empty.find("There are no cards yet.") != std::string::npos);
    CHECK(empty.find("wengu import NOTES") != std::string::npos);
}

TEST_CASE("today: the same in sentences", "[screens]") {
    CHECK(today_words(today()) ==
          "Today Nov 21 Sat\n"
          "Review: 34 due   8 new   about 21 min\n"
          "Interview: 2 of 3 this week   last 68% (+9)\n"
          "Prepared for: 云服务 后端一面 in 9 days (Nov 30)\n"
          "On the day: predicted recall 81%, goal 90%\n"
          "Weak: 缓存/一致性, mastery 41%, 6 due; missed: 删除失败要重试\n"
          "Weak: 限流/令牌桶, mastery 52%, 4 due; missed: 突发流量的上限由桶的大小决定\n"
          "Weak: Linux/进程, mastery 58%, 9 due\n");
}

TEST_CASE("import: counts, three problems at most, and what to do next", "[screens]") {
    const ImportView view{
        .folder = "~/notes",
        .files = 128,
        .seconds = 0.4,
        .added = 312,
        .edited = 4,
        .kinds = {"24 standard answers", "203 questions", "85 clozes"},
        .empty_files = 8,
        .problems = {{.path = "缓存/一致性.md",
                      .line = 6,
                      .message = "difficulty \"medum\" is unknown, taken as medium"},
                     {.path = "linux/进程.md",
                      .line = 41,
                      .message = "the question has no answer",
                      .hint = "write one below it"},
                     {.path = "inbox/草稿.md",
                      .message = "not UTF-8 (looks like GB18030)",
                      .hint = "wengu import --encoding gb18030 inbox/"},
                     {.path = "a.md", .line = 1, .message = "x"}},
        .database = "~/.local/share/wengu/wengu.db",
        .first = true,
        .first_day = 20};
    for (const auto size : test::kSizes) {
        const auto lines = import_lines(view, {.size = size});
        CHECK(test::faults(lines, size.columns) == "");
        if (size.columns == 80) test::check_picture("import", {.lines = lines}, {80, 40});
    }
    CHECK(welcome_lines("/home/me/notes").size() == 4);
    CHECK(test::faults(welcome_lines("~/notes"), 100) == "");
}

BrowseView browse() {
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
    view.front = "数据库和缓存双写，怎样保证**最终一致**？";
    view.back = "先写数据库，再删缓存。\n\n- 删除失败要重试\n- 过期时间兜底\n";
    view.source = "backend/缓存一致性.md:42";
    return view;
}

TEST_CASE("browse: the list, the chosen card below it, the query above", "[screens]") {
    LineEditor query{LineEditor::Kind::OneLine, "缓存 is:due"};
    for (const auto size : test::kSizes) {
        auto view = browse();
        test::check_picture("browse", browse_picture(view, query, {.size = size}), size);
        view.typing = true;
        test::check_picture("browse-typing", browse_picture(view, query, {.size = size}), size);
    }
}

TEST_CASE("browse: the selected row is always on screen", "[screens]") {
    LineEditor query{LineEditor::Kind::OneLine};
    auto view = browse();
    for (view.selected = 0; view.selected < view.found; ++view.selected) {
        const auto text = to_text(browse_picture(view, query, {.size = {40, 12}}).lines);
        CHECK(text.find("> 第 " + std::to_string(view.selected) + " 题") != std::string::npos);
    }
}

TEST_CASE("browse: no hit and a wrong query are said in words", "[screens]") {
    LineEditor query{LineEditor::Kind::OneLine, "is:dew"};
    BrowseView view{.rows = {}};
    CHECK(to_text(browse_picture(view, query, {}).lines).find("No card is like that.") !=
          std::string::npos);
    view.problem = "is: knows no dew; did you mean due?";
    CHECK(to_text(browse_picture(view, query, {}).lines).find(view.problem) != std::string::npos);
}

CardView card() {
    CardView view;
    view.id = "c7f3";
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

TEST_CASE("card: where it stands, its history, and how recall fades", "[screens]") {
    for (const auto size : test::kSizes) {
        test::check_picture("card", card_picture(card(), {.size = size}), size);
    }
    auto fresh = card();
    fresh.schedule = {};
    fresh.history.clear();
    fresh.curve.clear();
    const auto text = to_text(card_picture(fresh, {}).lines);
    CHECK(text.find("Next review") == std::string::npos);
    CHECK(card_words(card()).find("2026-11-14: Hard, 4 days (mock interview)\n") != std::string::npos);
}

TEST_CASE("card: the curve goes from its first share to its last", "[screens]") {
    const auto lines = curve_lines({1.0, 0.9, 0.8, 0.7, 0.6, 0.5}, 6, 11);
    CHECK(to_text(lines) ==
          "100% *\n"
          "      *\n"
          "       *\n"
          "        *\n"
          "         *\n"
          " 50%      *\n"
          "     today\n");
    CHECK(curve_lines({}, 6, 40).empty());
}

StatsView stats() {
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

TEST_CASE("stats: heat map, figures, decks and forecast", "[screens]") {
    for (const auto size : test::kSizes) {
        test::check_picture("stats", stats_picture(stats(), {.size = size}), size);
        auto lower = stats();
        lower.top = 1000;
        test::check_picture("stats-end", stats_picture(lower, {.size = size}), size);
    }
    CHECK(stats_words(stats()).find("Last 7 days: Sun ") != std::string::npos);
}

TEST_CASE("stats: today is the last sign of its weekday's row", "[screens]") {
    std::vector<int> by_day(14, 0);
    by_day.back() = 10;
    by_day.front() = 1;  // a Sunday, 13 days ago
    CHECK(to_text(heat_map(by_day, kToday, 3, {})) ==
          "Mon \n    \nWed \n    \nFri \n         #\nSun  .\n");
}

TEST_CASE("columns: a narrow list shortens, then gives up columns by their order", "[screens]") {
    const std::vector<Column> columns{{.head = "front", .least = 6},
                                      {.head = "deck", .keep = 1},
                                      {.head = "n", .right = true}};
    const std::vector<std::vector<std::string>> rows{{"温故而知新", "论语", "7"}, {"a", "b", "12"}};
    CHECK(to_text(in_columns(columns, rows, 40, {})) ==
          "front       deck   n\n温故而知新  论语   7\na           b     12\n");
    CHECK(to_text(in_columns(columns, rows, 16, {})) ==
          "front   deck   n\n温故..  论语   7\na       b     12\n");
    CHECK(to_text(in_columns(columns, rows, 10, {})) == "front    n\n温故..   7\na       12\n");
}

}  // namespace
}  // namespace wengu
