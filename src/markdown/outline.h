#pragma once
// The blocks of a text in a row, for those who read the source lines themselves: much faster
// than a `Document`.

#include "core/text.h"
#include "markdown/document.h"

#include <memory_resource>
#include <string_view>
#include <vector>

namespace wengu {

/// One block; those it holds follow it. Tables are given without their rows.
struct OutlineBlock {
    BlockKind kind = BlockKind::Paragraph;
    LineRange lines;  ///< In the source, trailing blank lines left out.
    int end = 0;      ///< Index of the first block after those it holds.
    int level = 0;    ///< Of a Heading, 1..6.
    bool ordered = false;
    bool task = false;
    bool fenced = false;
};

using Outline = std::pmr::vector<OutlineBlock>;

/// The blocks that `parse` finds in `text`, which is UTF-8. `lines` are those of `text`, and the
/// memory is where they are; `first_line` is the number of the first one in its file.
[[nodiscard]] Outline outline_of(std::string_view text, const SourceLines& lines,
                                 int first_line = 1);

}  // namespace wengu
