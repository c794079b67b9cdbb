#pragma once
// Lines as far as they decide what blocks they make. The parser walks through every byte it is
// given; blocks are decided by the marks at the front of a line, and what a line says after
// them matters in few places.

#include "core/text.h"

#include <memory_resource>
#include <string>

namespace wengu {

struct LineFronts {
    std::pmr::string text;  ///< For `parse_blocks`: gives the same blocks on the same lines.
    bool tables = false;    ///< Whether there may be tables.
};

/// The memory of the text is where `lines` are.
[[nodiscard]] LineFronts line_fronts(const SourceLines& lines);

}  // namespace wengu
