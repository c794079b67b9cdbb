#include "cards/wording.h"

#include <catch2/catch.hpp>

#include <array>

namespace wengu {
namespace {

TEST_CASE("wording: a count or a time is no number of a title", "[cards]") {
    CHECK(without_numbering("30 秒介绍") == "30 秒介绍");
    CHECK(without_numbering("5 分钟讲清楚") == "5 分钟讲清楚");
    CHECK(without_numbering("3 次握手") == "3 次握手");
    CHECK(without_numbering("3 秒杀系统") == "秒杀系统");
    CHECK(without_numbering("3 缓存") == "缓存");
}

TEST_CASE("wording: a title is in a list if its key is", "[cards]") {
    const auto& words = Words::built_in();
    constexpr std::array<ListName, 4> kLists{"labels", "answer titles", "back to top",
                                             "placeholders"};
    int found = 0;
    for (const std::string_view title : {"原因",
                                         " 原因：",
                                         "1. 原因（重要）",
                                         "一、优点",
                                         "⭐ 优点",
                                         "Pros",
                                         "PROS:",
                                         "Pro\u0301s",
                                         "ｐｒｏｓ",
                                         "P",
                                         "iv. pros",
                                         "第1题 答案",
                                         "答案",
                                         "Answer",
                                         "Answ\u00ADer",
                                         "回到顶部",
                                         "Back to top ↑",
                                         "Back  to top",
                                         "Back\u00A0to top",
                                         "Pros and cons (short)",
                                         "PROS AND CONS：",
                                         "Back\u200D to top",
                                         "What is it",
                                         "参考答案",
                                         "参\u200D考答案：",
                                         "- 原因",
                                         "TODO",
                                         "待补充。",
                                         "",
                                         "（",
                                         "为什么",
                                         "Prose"}) {
        for (const auto list : kLists) {
            INFO(title);
            const bool named = words.has(list, title_key(title));
            CHECK(is_titled(title, list, words) == named);
            found += named ? 1 : 0;
        }
    }
    CHECK(found > 10);
}

TEST_CASE("wording: advice to say why asks nothing", "[cards]") {
    const auto& words = Words::built_in();
    for (const char* advice : {"回答时要说明为什么选择这个方案", "不要背答案，要讲清楚为什么",
                               "最好讲清楚如何回滚", "复盘时需要弄清楚是否可以避免"})
        CHECK(asking(advice, words) == Asking::No);
    for (const char* question :
         {"上线前需要检查哪些指标", "为什么需要说明如何回滚", "解释一下为什么要三次握手",
          "线程池应该怎么设置大小", "讲清楚为什么"})
        CHECK(asking(question, words) == Asking::Implied);
}

TEST_CASE("wording: a title that is not numbered keeps its first characters", "[cards]") {
    CHECK(without_numbering("九、缓存") == "缓存");
    CHECK(without_numbering("【3】缓存") == "缓存");
    CHECK(without_numbering("百度") == "百度");
    CHECK(without_numbering("第") == "第");
    CHECK(without_numbering("\xE4") == "\xE4");
    CHECK(question_text("问") == "问");
    CHECK(question_text("Q") == "Q");
    CHECK(question_text("追问：为什么？") == "为什么？");
    CHECK(question_text("「为什么？」") == "为什么？");
}

TEST_CASE("wording: the first colon counts where it is not too far", "[cards]") {
    CHECK(first_colon("a: b：c", 9) == 1);
    CHECK(first_colon("答：b: c", 9) == 3);
    CHECK(first_colon("答：b", 3) == 3);
    CHECK(first_colon("答：b", 2) == std::string_view::npos);
    CHECK(first_colon("abc:", 3) == 3);
    CHECK(first_colon("abc:", 2) == std::string_view::npos);
    CHECK(first_colon("", 0) == std::string_view::npos);
}

TEST_CASE("wording: marks and block ids are not said", "[cards]") {
    CHECK(clean_text("**a**  [b](c) `d  *e*`") == "a b `d *e*`");
    CHECK(clean_text("a  b") == "a  b");
    CHECK(clean_text("温故 **知新** ⭐ ^id-1") == "温故 知新");
    CHECK(clean_text("x ^a_b") == "x ^a_b");
    CHECK(clean_text("SYN 洪泛&nbsp;攻击&nbsp;") == "SYN 洪泛 攻击");
    CHECK(clean_text("A & B &amp; C") == "A & B &amp; C");
}

}  // namespace
}  // namespace wengu
