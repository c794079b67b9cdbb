// Any bytes parse, in both details; every block lies within the text; and the blocks are
// the same where nothing but blocks is wanted.

#include "core/text.h"
#include "markdown/document.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

void check(const std::vector<wengu::Block>& blocks, int last_line) {
    for (const auto& block : blocks) {
        const bool inside = block.lines.first >= 1 && block.lines.first <= block.lines.last;
        if (!inside || block.lines.last > last_line) std::abort();
        check(block.children, last_line);
    }
}

void check_alike(const std::vector<wengu::Block>& fast, const std::vector<wengu::Block>& full) {
    const auto alike = [](const wengu::Block& a, const wengu::Block& b) {
        return a.kind == b.kind && a.lines == b.lines && a.level == b.level &&
               a.number == b.number && a.ordered == b.ordered && a.tight == b.tight &&
               a.task == b.task && a.checked == b.checked && a.fenced == b.fenced &&
               a.info == b.info;
    };
    if (!std::ranges::equal(fast, full, alike)) std::abort();
    for (std::size_t i = 0; i < fast.size(); ++i) {
        if (fast[i].kind != wengu::BlockKind::Table)
            check_alike(fast[i].children, full[i].children);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto lines = static_cast<int>(wengu::split_lines(text).size());
    const auto fast = wengu::parse(text, wengu::Detail::Blocks);
    const auto full = wengu::parse(text, wengu::Detail::Full);
    check(fast.blocks, std::max(1, lines));
    check(full.blocks, std::max(1, lines));
    check_alike(fast.blocks, full.blocks);
    return 0;
}
