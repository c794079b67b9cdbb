// The screens with the words of the Chinese catalogue: the same pictures, as most
// of our users see them.

#include "core/message.h"
#include "support/in_chinese.h"
#include "tui/screens/browse_screen.h"
#include "tui/screens/card_screen.h"
#include "tui/screens/golden.h"
#include "tui/screens/help_screen.h"
#include "tui/screens/samples.h"
#include "tui/screens/stats_screen.h"
#include "tui/screens/today_screen.h"

namespace wengu {
namespace {

using test::check_picture;
using test::InChinese;

TEST_CASE("chinese: the catalogue is there", "[screens]") {
    CHECK(std::string{tr("Again")} == "Again");
    const InChinese chinese;
    CHECK(std::string{tr("Again")} == "忘了");
}

TEST_CASE("chinese: every screen at every size", "[screens]") {
    const InChinese chinese;
    for (const auto size : test::kSizes) {
        const ScreenOptions options{.size = size};
        auto review = test::chinese_review();
        check_picture("zh-review-front", review_picture(review, options), size);
        LineEditor editor;
        editor.insert("先更新数据库，再删除缓存。");
        check_picture("zh-review-typing", typing_picture(review, editor, options), size);
        review.revealed = true;
        check_picture("zh-review-back", review_picture(review, options), size);
        check_picture("zh-summary", summary_picture(test::summary_sample(), options), size);
        check_picture("zh-help", help_picture(Scope::Review, 0, options), size);
        check_picture("zh-today", today_picture(test::today_sample(), options), size);
        LineEditor query{LineEditor::Kind::OneLine, "缓存 is:due"};
        check_picture("zh-browse", browse_picture(test::browse_sample(), query, options), size);
        check_picture("zh-card", card_picture(test::card_sample(), options), size);
        check_picture("zh-stats", stats_picture(test::stats_sample(), options), size);
    }
}

TEST_CASE("chinese: a terminal that draws ambiguous characters wide gets pictures that fit",
          "[screens]") {
    const InChinese chinese;
    for (const auto size : test::kSizes) {
        const ScreenOptions options{.size = size, .widths = Widths{2}};
        auto review = test::chinese_review();
        for (review.revealed = false;; review.revealed = true) {
            CHECK(test::faults(review_picture(review, options), size, options.widths) == "");
            if (review.revealed) break;
        }
        LineEditor query{LineEditor::Kind::OneLine, "“缓存” → ①"};
        CHECK(test::faults(browse_picture(test::browse_sample(), query, options), size,
                           options.widths) == "");
        CHECK(test::faults(today_picture(test::today_sample(), options), size, options.widths) ==
              "");
        CHECK(test::faults(stats_picture(test::stats_sample(), options), size, options.widths) ==
              "");
        CHECK(test::faults(card_picture(test::card_sample(), options), size, options.widths) == "");
        CHECK(test::faults(help_picture(Scope::Review, 0, options), size, options.widths) == "");
    }
}

}  // namespace
}  // namespace wengu
