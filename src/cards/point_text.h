#pragma once
// How one line of an answer becomes the title and the detail of a point.

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

struct TitleAndDetail {
    std::string title;
    std::string detail;
};

/// Cuts at the first colon or arrow that divides a label from what it says:
/// ：, a colon before a blank, →. The :: of C++, URLs and clock times are left
/// alone. Without one, the whole text is the title.
[[nodiscard]] TitleAndDetail cut_title(std::string_view text);

/// Whether `text` is nothing but a label: it ends in a colon.
[[nodiscard]] bool ends_in_colon(std::string_view text);

/// Without the colons and blanks at its end.
[[nodiscard]] std::string_view without_colon(std::string_view text);

/// Without "1. ", "（2）", "③", "一、" and the like at its front.
[[nodiscard]] std::string_view without_number(std::string_view text);

/// What follows "A:", "答：", "答案：" ...; nullopt-like: the same view when there is no such
/// opener.
[[nodiscard]] std::string_view without_opener(std::string_view text);

/// Whether `text` judges: it begins with yes, no, 可以, 部分正确, ✅ ...
[[nodiscard]] bool is_judgement(std::string_view text);

/// "Plan B：x", "方案一：x", "核心观点：x": a label that only counts or announces,
/// cut off. The whole text when there is none.
[[nodiscard]] std::string_view without_label(std::string_view text);

/// The items of text that counts inside itself, "first: 1) a; 2) b; 3) c.", each without its
/// number; empty unless it counts to three at least.
[[nodiscard]] std::vector<std::string_view> counted_items(std::string_view text);

/// Without the mark that closes a sentence or a clause.
[[nodiscard]] std::string_view without_end(std::string_view text);

/// The sentences of running text, each with its closing mark.
[[nodiscard]] std::vector<std::string_view> sentences_of(std::string_view text);

}  // namespace wengu
