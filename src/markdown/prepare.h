#pragma once
// What is done to Markdown before the parser sees it. Every step keeps the
// number of lines.

#include "core/text.h"

#include <string>
#include <string_view>

namespace wengu {

/// Marks inline code that stands for a formula.
inline constexpr std::string_view kMathMark = "\xEE\x80\x80";  // U+E000

/// Info string of a fence that stands for a $$ block.
inline constexpr std::string_view kMathInfo = "\xEE\x80\x80math";

/// Repairs that decide the block structure: $$ blocks become fences, and
/// delimiter rows too wide for the parser stop being delimiter rows.
[[nodiscard]] std::string prepare_blocks(std::string_view text);

/// Repairs inside paragraphs, for drawing: $formulas$ become marked code, and
/// emphasis next to CJK punctuation works.
[[nodiscard]] std::string prepare_inlines(std::string_view text);

}  // namespace wengu
