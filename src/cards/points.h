#pragma once
// The key points of an answer: what somebody who gives it well has to mention.
// They are found in the shape of the Markdown (marks of the author, bold
// leads, list items); where there is none, in its sentences.

#include "core/card.h"

#include <string_view>
#include <vector>

namespace wengu {

/// From here on the points of an answer are grouped under its labels.
inline constexpr std::size_t kManyPoints = 12;

/// The points of an answer, in reading order. `first_line` is the line of
/// `answer_markdown` in its note. Tables, code, quotes and pictures are
/// evidence, never points. Empty when the answer says nothing in words.
///
/// `Point::kind` is "verdict" (the answer's own yes or no), "thesis" (a
/// statement that stands alone), "item", "group" (many points under one
/// label), "marked" (the author marked it) or "sentence".
[[nodiscard]] std::vector<Point> points_of(std::string_view answer_markdown, int first_line);

}  // namespace wengu
