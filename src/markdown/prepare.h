#pragma once
// What is done to Markdown before the parser sees it. Every step keeps the
// number of lines.

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Marks inline code that stands for a formula.
inline constexpr std::string_view kMathMark = "\xEE\x80\x80";  // U+E000

/// Info string of a fence that stands for a $$ block.
inline constexpr std::string_view kMathInfo = "\xEE\x80\x80math";

/// Repairs that decide the block structure: $$ blocks become fences, and
/// delimiter rows too wide for the parser stop being delimiter rows. Empty
/// when there is nothing to repair. `lines` are those of `text`.
[[nodiscard]] std::string prepare_blocks(std::string_view text,
                                         const std::vector<std::string_view>& lines);

/// What `prepare_inlines` does to the header rows of tables, where the parser counts pipes: for
/// those who look for blocks only. Empty when there is nothing to repair.
[[nodiscard]] std::string prepare_headers(std::string_view text,
                                          const std::vector<std::string_view>& lines);

/// Repairs inside paragraphs, for drawing: $formulas$ become marked code, and
/// emphasis next to CJK punctuation works.
[[nodiscard]] std::string prepare_inlines(std::string_view text);

}  // namespace wengu
