#include "tui/screens/review_screen.h"

#include "tui/screens/golden.h"
#include "tui/screens/help_screen.h"
#include "tui/screens/samples.h"

namespace wengu {
namespace {

using std::chrono::days;
using std::chrono::minutes;

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
    view.returns = {Return{minutes{1}}, Return{minutes{10}}, Return{days{1}}, Return{days{4}}};
    return view;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void draw_all(const std::string& name, const ReviewView& view) {
    for (const auto size : test::kSizes) {
        test::check_picture(name, review_picture(view, {.size = size}), size);
    }
}

TEST_CASE("review: the question alone, and nothing that gives the answer away", "[screens]") {
    const auto view = test::chinese_review();
    draw_all("review-front-zh", view);
    draw_all("review-front-en", english());
    const auto text = to_text(review_picture(view, {.size = {80, 24}}).lines);
    CHECK(text.find("常见问题") == std::string::npos);
    CHECK(text.find("先更新数据库") == std::string::npos);
}

TEST_CASE(
    "review: the topic stands above the question, shortened from the left, never in its place",
    "[screens]") {
    auto view = test::chinese_review();
    const auto rows = [&](Size size) {
        std::string text;
        for (const auto& line : review_picture(view, {.size = size}).lines)
            text += line.text() + "\n";
        return text;
    };
    CHECK(
        has(rows({80, 24}), "  分布式系统 › 缓存一致性 › 更新的次序 › 写操作\n  数据库和缓存双写"));
    CHECK(has(rows({40, 12}), " … 缓存一致性 › 更新的次序 › 写操作\n 数据库和缓存双写"));
    view.points_shown = 2;
    CHECK(has(rows({40, 12}), "Point 2"));
    view.revealed = true;
    CHECK(has(rows({80, 24}), "写操作\n  数据库和缓存双写"));
    CHECK_FALSE(has(rows({40, 12}), "写操作"));  // the answer needs the line
    CHECK(has(rows({40, 12}), "先写数据库"));
    view.topic.clear();
    CHECK(has(rows({80, 24}), "-\n  数据库和缓存双写"));
}

TEST_CASE("review: context and points come when they are asked for", "[screens]") {
    auto view = test::chinese_review();
    view.show_context = true;
    view.points_shown = 2;
    draw_all("review-hints-zh", view);
}

TEST_CASE("review: the answer, with intervals on the keys and its source", "[screens]") {
    auto view = test::chinese_review();
    view.revealed = true;
    draw_all("review-back-zh", view);
    view = english();
    view.revealed = true;
    draw_all("review-back-en", view);
}

TEST_CASE("review: scrolling shows every line of the answer once", "[screens]") {
    for (const auto size : test::kSizes) {
        auto view = test::chinese_review();
        view.revealed = true;
        const ScreenOptions options{.size = size};
        const auto body = review_body(view, options);
        const int rows = rows_of(review_frame(view, options), options);
        std::string seen;
        for (view.top = 0; view.top < static_cast<int>(body.size()); view.top += rows) {
            const auto picture = review_picture(view, options);
            CHECK(test::faults(picture, size) == "");
            const int top = within(view.top, static_cast<int>(body.size()), rows);
            for (int i = view.top - top; i < rows; ++i) {
                seen += picture.lines[2 + static_cast<std::size_t>(i)].text();
            }
        }
        CHECK(test::letters(seen) == test::letters(to_text(body)));
    }
}

TEST_CASE("review: a new width keeps the place in the text", "[screens]") {
    auto view = test::chinese_review();
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

TEST_CASE("review: a grade that has the card asked again today says so, not a day", "[screens]") {
    auto view = english();
    view.revealed = true;
    view.returns = {Return{days{25}, true}, Return{days{25}, true}, Return{days{25}},
                    Return{days{30}}};
    draw_all("review-again-en", view);
}

TEST_CASE("review: a typed answer stands beside the card's, or above it", "[screens]") {
    auto view = test::chinese_review();
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
        test::check_picture("review-typing-zh",
                            typing_picture(test::chinese_review(), editor, {.size = size}), size);
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
    auto view = test::chinese_review();
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
    view.counted = false;
    CHECK(refusal(Intent::Undo, view, keymap) ==
          "nothing to take back yet; `wengu undo` reaches further back");
    CHECK(unknown_key(*key_named("好"), keymap) ==
          "Is the input method on? Press 1-4 or switch it off.");
    CHECK(unknown_key(*key_named("x"), keymap) == "this key does nothing here; ? shows the keys");
}

TEST_CASE("review: a notice takes the place of the hints", "[screens]") {
    auto view = test::chinese_review();
    view.notice = refusal(Intent::Good, view, Keymap{});
    const auto lines = review_picture(view, {.size = {60, 20}}).lines;
    CHECK(lines.back().text() == "space shows the answer first, then grade it");
}

TEST_CASE("review: the end tells what was done and when it goes on", "[screens]") {
    const SummaryView view = test::summary_sample();
    for (const auto size : test::kSizes) {
        test::check_picture("summary", summary_picture(view, {.size = size}), size);
    }
    CHECK(to_text(summary_lines(view)) ==
          "Reviewed 12 cards (3 new)  9 min\n"
          "14 grades: Again 2   Hard 1   Good 8   Easy 3\n"
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
