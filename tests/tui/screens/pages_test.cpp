#include "tui/screens/browse_screen.h"
#include "tui/screens/card_screen.h"
#include "tui/screens/columns.h"
#include "tui/screens/golden.h"
#include "tui/screens/samples.h"
#include "tui/screens/stats_screen.h"
#include "tui/screens/today_screen.h"

namespace wengu {
namespace {

using std::chrono::days;

TEST_CASE("today: the plan, the interview and the weakest topics", "[screens]") {
    for (const auto size : test::kSizes) {
        test::check_picture("today", today_picture(test::today_sample(), {.size = size}), size);
    }
}

TEST_CASE("today: nothing due, and no cards at all, say what comes next", "[screens]") {
    auto view = test::today_sample();
    view.due = view.new_cards = 0;
    view.done = 42;
    view.next = "12 cards tomorrow";
    view.topics.clear();
    for (const auto size : test::kSizes) {
        test::check_picture("today-done", today_picture(view, {.size = size}), size);
    }
    const auto empty = to_text(today_picture({.today = test::kToday}, {}).lines);
    CHECK(empty.find("There are no cards yet.") != std::string::npos);
    CHECK(empty.find("wengu import NOTES") != std::string::npos);
}

TEST_CASE("today: the same in sentences", "[screens]") {
    CHECK(today_words(test::today_sample()) ==
          "Today Nov 21 Sat\n"
          "Review: 34 due   8 new   about 21 min\n"
          "Interview: 2 of 3 this week   last 68% (+9); one today: 4 days since the last\n"
          "Prepared for: 云服务 后端一面 in 9 days (Nov 30)\n"
          "On the day: predicted recall 81%   goal 90%; 6 more cards a day reach it\n"
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

TEST_CASE("browse: the list, the chosen card below it, the query above", "[screens]") {
    LineEditor query{LineEditor::Kind::OneLine, "缓存 is:due"};
    for (const auto size : test::kSizes) {
        auto view = test::browse_sample();
        test::check_picture("browse", browse_picture(view, query, {.size = size}), size);
        view.typing = true;
        test::check_picture("browse-typing", browse_picture(view, query, {.size = size}), size);
    }
}

TEST_CASE("browse: the selected row is always on screen", "[screens]") {
    LineEditor query{LineEditor::Kind::OneLine};
    auto view = test::browse_sample();
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

TEST_CASE("card: where it stands, its history, and how recall fades", "[screens]") {
    for (const auto size : test::kSizes) {
        test::check_picture("card", card_picture(test::card_sample(), {.size = size}), size);
    }
    auto fresh = test::card_sample();
    fresh.schedule = {};
    fresh.history.clear();
    fresh.curve.clear();
    const auto text = to_text(card_picture(fresh, {}).lines);
    CHECK(text.find("Next review") == std::string::npos);
    CHECK(card_words(test::card_sample()).find("2026-11-14: Hard, 4 days (mock interview)\n") !=
          std::string::npos);
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

TEST_CASE("stats: heat map, figures, decks and forecast", "[screens]") {
    for (const auto size : test::kSizes) {
        test::check_picture("stats", stats_picture(test::stats_sample(), {.size = size}), size);
        auto lower = test::stats_sample();
        lower.top = 1000;
        test::check_picture("stats-end", stats_picture(lower, {.size = size}), size);
    }
    CHECK(stats_words(test::stats_sample()).find("Last 7 days: Sun ") != std::string::npos);
}

TEST_CASE("stats: today is the last sign of its weekday's row", "[screens]") {
    std::vector<int> by_day(14, 0);
    by_day.back() = 10;
    by_day.front() = 1;  // a Sunday, 13 days ago
    CHECK(to_text(heat_map(by_day, test::kToday, 3, {})) ==
          "     Nov\nMon \n    \nWed \n    \nFri \n         #\nSun  .\n     few . - + * # many\n");
}

TEST_CASE("stats: a month stands above its first week, and never in another's way", "[screens]") {
    const std::vector<int> by_day(371, 1);
    const auto months = [&by_day](const char* today, int weeks) {
        return heat_map(by_day, *parse_day(today), weeks, {}).front().text();
    };
    CHECK(months("2026-11-21", 12) == "       Sep     Oct     Nov");
    CHECK(months("2026-11-21", 4) == "       Nov");
    CHECK(months("2026-11-03", 2) == "       Nov");
}

TEST_CASE("today: what does not fit is scrolled to, an item never cut in the middle", "[screens]") {
    auto view = test::today_sample();
    const ScreenOptions options{.size = {40, 12}};
    const auto first = to_text(today_picture(view, options).lines);
    CHECK(first.find("34 due   8 new   about 21 min") == std::string::npos);
    CHECK(first.find("34 due   8 new\n            about 21 min\n") != std::string::npos);
    view.top = *scrolled(Intent::Bottom, today_frame(view, options), options);
    const auto last = to_text(today_picture(view, options).lines);
    CHECK(last.find("Linux/进程") != std::string::npos);
    CHECK(last.find("more line") == std::string::npos);
    CHECK(scrolled(Intent::Down, today_frame(view, options), options) == view.top);
    CHECK(scrolled(Intent::Help, today_frame(view, options), options) == std::nullopt);
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
