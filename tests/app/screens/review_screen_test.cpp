#include "app/screens/review_screen.h"

#include "app/screens/golden.h"
#include "app/screens/help_screen.h"

namespace wengu {
namespace {

using std::chrono::days;
using std::chrono::minutes;

const char* const kChineseAnswer =
    "先写数据库，再删缓存；删除失败要有补偿。\n\n"
    "1. **先更新数据库**（以它为准）\n"
    "   - 更新成功才去动缓存，失败就直接返回\n"
    "2. **再删除缓存**（不是更新缓存）\n"
    "   - 删除是幂等的，并发时不会写回旧值\n"
    "3. 删除失败要重试：消息队列、订阅 binlog\n"
    "4. 给缓存设过期时间，作为最后的兜底\n\n"
    "| 方案 | 窗口 | 代价 |\n|---|---|---:|\n| 先删缓存 | 大 | 低 |\n| 延迟双删 | 小 | 中 |\n\n"
    "```go\nfunc Update(ctx context.Context, u User) error {\n\treturn db.Save(u)\n}\n```\n";

ReviewView chinese() {
    ReviewView view;
    view.position = 12;
    view.total = 42;
    view.left = 31;
    view.deck = "缓存 > 一致性";
    view.context = "缓存一致性 > 常见问题";
    view.source = "backend/缓存一致性.md:42";
    view.front = "数据库和缓存双写，怎样保证最终一致？";
    view.back = kChineseAnswer;
    view.points = {"先更新数据库", "再删除缓存", "删除失败要重试", "过期时间兜底"};
    view.days_late = 3;
    view.waits = {minutes{10}, days{3}, days{9}, days{21}};
    view.can_undo = true;
    return view;
}

ReviewView english() {
    ReviewView view;
    view.position = 1;
    view.total = 8;
    view.left = 8;
    view.deck = "systems/rate-limiter";
    view.source = "systems/rate-limiter.md:18";
    view.front = "What does a token bucket allow that a **leaky bucket** does not?";
    view.back =
        "Bursts: unused capacity is saved up to the size of the bucket, so a client that was "
        "quiet may send many requests at once.\n\n- refill at rate `r`\n- hold at most `b` tokens";
    view.is_new = true;
    view.waits = {minutes{1}, minutes{10}, days{1}, days{4}};
    return view;
}

void draw_all(const std::string& name, const ReviewView& view) {
    for (const auto size : test::kSizes) {
        test::check_picture(name, review_picture(view, {.size = size}), size);
    }
}

TEST_CASE("review: the question alone, and nothing that gives the answer away", "[screens]") {
    const auto view = chinese();
    draw_all("review-front-zh", view);
    draw_all("review-front-en", english());
    const auto text = to_text(review_picture(view, {.size = {80, 24}}).lines);
    CHECK(text.find("常见问题") == std::string::npos);
    CHECK(text.find("先更新数据库") == std::string::npos);
}

TEST_CASE("review: context and points come when they are asked for", "[screens]") {
    auto view = chinese();
    view.show_context = true;
    view.points_shown = 2;
    draw_all("review-hints-zh", view);
}

TEST_CASE("review: the answer, with intervals on the keys and its source", "[screens]") {
    auto view = chinese();
    view.revealed = true;
    draw_all("review-back-zh", view);
    view = english();
    view.revealed = true;
    draw_all("review-back-en", view);
}

TEST_CASE("review: scrolling shows every line of the answer once", "[screens]") {
    for (const auto size : test::kSizes) {
        auto view = chinese();
        view.revealed = true;
        const ScreenOptions options{.size = size};
        const auto body = review_body(view, options);
        const int rows = review_rows(view, options);
        std::string seen;
        for (view.top = 0; view.top < static_cast<int>(body.size()); view.top += rows) {
            const auto picture = review_picture(view, options);
            CHECK(test::faults(picture, size) == "");
            const int top = within(view.top, static_cast<int>(body.size()), rows);
            for (int i = view.top - top; i < rows; ++i) {
                seen += picture.lines[static_cast<std::size_t>(2 + i)].text();
            }
        }
        CHECK(test::letters(seen) == test::letters(to_text(body)));
    }
}

TEST_CASE("review: a new width keeps the place in the text", "[screens]") {
    auto view = chinese();
    view.revealed = true;
    const auto wide = review_body(view, {.size = {80, 24}});
    const auto narrow = review_body(view, {.size = {40, 12}});
    const int top = 8;
    const int place = same_place(wide, top, narrow);
    CHECK(place > top);
    CHECK(narrow[static_cast<std::size_t>(place)].text().find("删除失败要重试") !=
          std::string::npos);
    CHECK(same_place(wide, 0, narrow) == 0);
}

TEST_CASE("review: a typed answer stands beside the card's, or above it", "[screens]") {
    auto view = chinese();
    view.revealed = true;
    view.compare = true;
    view.typed = "先删缓存再写库，失败了就重试，最后靠过期时间。\n还可以订阅 binlog。";
    draw_all("review-compare-zh", view);
}

TEST_CASE("review: typing has the real cursor at the caret and nothing right of it", "[screens]") {
    for (const auto size : test::kSizes) {
        LineEditor editor;
        editor.insert(
            "先更新数据库，成功以后再删除缓存。删除失败的话，用消息队列重试，或者订阅 binlog "
            "来补偿");
        test::check_picture("review-typing-zh", typing_picture(chinese(), editor, {.size = size}),
                            size);
    }
}

TEST_CASE("review: an open question says that its answer is missing", "[screens]") {
    auto view = english();
    view.back = " \n";
    view.revealed = true;
    const auto text = to_text(review_picture(view, {.size = {80, 24}}).lines);
    CHECK(text.find("The note has no answer yet.") != std::string::npos);
}

TEST_CASE("review: a key that can do nothing says why", "[screens]") {
    const Keymap keymap;
    auto view = chinese();
    CHECK(refusal(Intent::Good, view, keymap) == "space shows the answer first, then grade it");
    CHECK(refusal(Intent::Hint, view, keymap).empty());
    CHECK(refusal(Intent::Compare, view, keymap) ==
          "nothing was typed; t types an answer before it is shown");
    view.points_shown = 4;
    CHECK(refusal(Intent::Hint, view, keymap) == "those are all 4 points");
    view.revealed = true;
    CHECK(refusal(Intent::Good, view, keymap).empty());
    CHECK(refusal(Intent::Type, view, keymap) == "the answer is shown already");
    view.can_undo = false;
    CHECK(refusal(Intent::Undo, view, keymap) == "nothing to take back yet");
    CHECK(unknown_key(*key_named("好"), keymap) ==
          "Is the input method on? Press 1-4 or switch it off.");
    CHECK(unknown_key(*key_named("x"), keymap) == "this key does nothing here; ? shows the keys");
}

TEST_CASE("review: a notice takes the place of the hints", "[screens]") {
    auto view = chinese();
    view.notice = refusal(Intent::Good, view, Keymap{});
    const auto lines = review_picture(view, {.size = {60, 20}}).lines;
    CHECK(lines.back().text() == "space shows the answer first, then grade it");
}

TEST_CASE("review: the end tells what was done and when it goes on", "[screens]") {
    const SummaryView view{.cards = 12,
                           .new_cards = 3,
                           .by_grade = {2, 1, 8, 3},
                           .taken = std::chrono::seconds{541},
                           .tomorrow = 9,
                           .streak_days = 12,
                           .can_undo = true};
    for (const auto size : test::kSizes) {
        test::check_picture("summary", summary_picture(view, {.size = size}), size);
    }
    CHECK(to_text(summary_lines(view)) ==
          "Reviewed 12 cards (3 new)  9 min\n"
          "Again 2   Hard 1   Good 8   Easy 3\n"
          "9 cards tomorrow   12 days in a row\n");
    CHECK(to_text(summary_lines({.cards = 1, .next = "Mar 4"})).find("next card: Mar 4") !=
          std::string::npos);
}

TEST_CASE("help: fits every size, scrolled", "[screens]") {
    for (const auto size : test::kSizes) {
        test::check_picture("help-review", help_picture(Scope::Review, 0, {.size = size}), size);
    }
}

}  // namespace
}  // namespace wengu
