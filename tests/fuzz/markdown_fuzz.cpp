// Any bytes parse, as a tree and as an outline; every block lies within the text; and both
// have the same blocks if the bytes are UTF-8.

#include "core/text.h"
#include "markdown/document.h"
#include "markdown/outline.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

void check(bool holds) {
    if (!holds) std::abort();
}

void check_lines(wengu::LineRange lines, int last_line) {
    check(lines.first >= 1 && lines.first <= lines.last && lines.last <= last_line);
}

void check_lines(const std::vector<wengu::Block>& blocks, int last_line) {
    for (const auto& block : blocks) {
        check_lines(block.lines, last_line);
        check_lines(block.children, last_line);
    }
}

/// Compares a tree with the outline from block `at` on; returns the block after it.
std::size_t check_alike(const std::vector<wengu::Block>& tree, const wengu::Outline& outline,
                        std::size_t at) {
    for (const auto& block : tree) {
        check(at < outline.size());
        const auto& found = outline[at];
        check(found.kind == block.kind && found.lines == block.lines &&
              found.level == block.level && found.ordered == block.ordered &&
              found.task == block.task && found.fenced == block.fenced);
        const bool table = block.kind == wengu::BlockKind::Table;
        const auto end = table ? at + 1 : check_alike(block.children, outline, at + 1);
        check(end == static_cast<std::size_t>(found.end));
        at = end;
    }
    return at;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto lines = wengu::split_lines(text);
    const auto last_line = std::max(1, static_cast<int>(lines.size()));
    const auto document = wengu::parse(text);
    const auto outline = wengu::outline_of(text, lines);
    check_lines(document.blocks, last_line);
    for (const auto& block : outline) check_lines(block.lines, last_line);
    if (wengu::invalid_utf8(text)) return 0;
    check(check_alike(document.blocks, outline, 0) == outline.size());
    return 0;
}
