// Any bytes parse, in both details, and every block lies within the text.

#include "core/text.h"
#include "markdown/document.h"

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto lines = static_cast<int>(wengu::split_lines(text).size());
    check(wengu::parse(text, wengu::Detail::Blocks).blocks, std::max(1, lines));
    check(wengu::parse(text, wengu::Detail::Full).blocks, std::max(1, lines));
    return 0;
}
