#pragma once
// What a piece of note text says: the words of a title or a question without
// their marks, and whether it asks something.

#include "cards/words.h"
#include "core/text.h"

#include <string>
#include <string_view>

namespace wengu {

/// Takes away what is not said: emphasis marks, HTML tags and comments, {#ids},
/// link addresses, block ids, ratings. Code spans and formulas stay.
[[nodiscard]] std::string clean_text(std::string_view markdown);

/// The text after its number: "1.2 ", "一、", "（3）", "第2题", "Q1：", "3) ". Numbers
/// that belong to the words stay: "2PC", "3 次握手".
[[nodiscard]] std::string_view without_numbering(std::string_view text);

/// The text after "Q:", "Q1：", "问：", "问题3：", "Question 2."; empty if there is no such mark.
[[nodiscard]] std::string_view after_question_mark_word(std::string_view text);

/// Whether "?" or "？" stands anywhere in a text.
[[nodiscard]] bool has_any_question_mark(std::string_view text);

/// What is asked: the text after its question mark word or number.
[[nodiscard]] std::string_view question_text(std::string_view text);

/// The text after "A:", "答：", "参考答案：" and the like; npos offset when absent.
/// Returns the offset at which the answer begins, or npos.
[[nodiscard]] std::size_t answer_start(std::string_view text, const Words& words);

/// A title as lists of words know it: cleaned, without number, remark in
/// brackets and final punctuation, normalised.
[[nodiscard]] std::string title_key(std::string_view cleaned);

/// Whether the `title_key` of a text is an entry of the list.
[[nodiscard]] bool is_titled(std::string_view cleaned, ListName list, const Words& words);

/// Whether Markdown is titled so once cleaned.
[[nodiscard]] bool is_titled_once_clean(std::string_view markdown, ListName list,
                                        const Words& words);

/// How a text asks.
enum class Asking : char {
    No,
    Implied,  ///< By its words: "GET 和 POST 的区别", "Explain ...".
    Openly,   ///< With a question mark.
};

/// `cleaned` as clean_text gives it, its number taken off.
[[nodiscard]] Asking asking(std::string_view cleaned, const Words& words);

/// `asking` by the stricter measure for list items, where only plain question words imply
/// a question. `found` is what `asking` says of the same text.
[[nodiscard]] Asking item_asking(std::string_view cleaned, Asking found, const Words& words);

/// "How deep is it?", "为什么需要它": what is meant stands before it. `key` as title_key gives it.
[[nodiscard]] bool refers_back(std::string_view key, const Words& words);

/// A label of a part of an answer ("原因", "Pros"), with or without a remark.
[[nodiscard]] bool is_label(std::string_view cleaned, const Words& words);

/// "Claim 1: ...", "风险2：...": a word of the list, a number or letter, then text.
[[nodiscard]] bool is_numbered(std::string_view cleaned, ListName list, const Words& words);

/// Number of characters that carry meaning: no blanks, no punctuation. Counted until `enough`.
[[nodiscard]] int content_size(std::string_view text, int enough = 1 << 30);

[[nodiscard]] bool has_cjk(std::string_view text);

/// The offset of the first ":" or "：", if it is not beyond `most`; npos without one.
[[nodiscard]] std::size_t first_colon(std::string_view text, std::size_t most);

/// Whether `text` ends with ":" or "：".
[[nodiscard]] bool ends_with_colon(std::string_view text);

/// "标准答案", "面试标准表述", "Model answer": a word that says which, and one for an answer. `key`
/// as title_key gives it.
[[nodiscard]] bool names_standard_answer(std::string_view key, const Words& words);

/// A placeholder for an answer still to be written: "TODO", "待补充", "Answer here".
[[nodiscard]] bool is_placeholder(std::string_view text, const Words& words);

}  // namespace wengu
