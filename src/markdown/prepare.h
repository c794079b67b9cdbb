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
/// delimiter rows too wide for the parser stop being delimiter rows. Empty
/// when there is nothing to repair. `lines` are those of `text`.
[[nodiscard]] std::string prepare_blocks(std::string_view text, const SourceLines& lines);

/// Repairs inside paragraphs, for drawing: $formulas$ become marked code, and
/// emphasis next to CJK punctuation works.
[[nodiscard]] std::string prepare_inlines(std::string_view text);

/// What `prepare_inlines` does to the header row of a table, where the parser counts pipes.
[[nodiscard]] std::string prepare_header(std::string_view line);

}  // namespace wengu
