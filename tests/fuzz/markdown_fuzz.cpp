// Any bytes parse, with and without their inlines; every block lies within the text.

#include "core/text.h"
#include "markdown/document.h"

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

/// Whether two trees have the same blocks on the same lines, the rows of tables left out.
bool alike(const std::vector<wengu::Block>& tree, const std::vector<wengu::Block>& other) {
    return std::ranges::equal(tree, other, [](const auto& a, const auto& b) {
        const bool table = a.kind == wengu::BlockKind::Table;
        return a.kind == b.kind && a.lines == b.lines && a.level == b.level &&
               a.ordered == b.ordered && a.task == b.task && a.fenced == b.fenced &&
               (table || alike(a.children, b.children));
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto lines = wengu::split_lines(text);
    const auto last_line = std::max(1, static_cast<int>(lines.size()));
    const auto document = wengu::parse(text);
    check_lines(document.blocks, last_line);
    check(alike(document.blocks, wengu::parse_blocks(text).blocks));
    return 0;
}
