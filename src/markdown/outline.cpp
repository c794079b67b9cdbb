#include "markdown/outline.h"

#include "markdown/parser.h"
#include "markdown/prepare.h"

#include <string>

namespace wengu {
namespace {

class OutlineBuilder {
public:
    OutlineBuilder(Outline& outline, const BlockLines& lines) : outline_(outline), lines_(lines) {}

    void add_children(const cmark_node* parent, int last, int depth) {
        if (depth > kDeepestBlock) return;
        lines_.for_each_child(parent, last, [&](const cmark_node* node, LineRange lines, int end) {
            const auto index = outline_.size();
            const bool holds = describe(outline_.emplace_back(), node, lines);
            if (holds) add_children(node, end, depth + 1);
            outline_[index].end = static_cast<int>(outline_.size());
        });
    }

private:
    /// Says whether the block may hold others.
    static bool describe(OutlineBlock& block, const cmark_node* node, LineRange lines) {
        block.lines = lines;
        switch (node->type) {
            case CMARK_NODE_PARAGRAPH: return false;
            case CMARK_NODE_HEADING:
                block.kind = BlockKind::Heading;
                block.level = node->as.heading.level;
                return false;
            case CMARK_NODE_CODE_BLOCK: describe_code(block, node->as.code); return false;
            case CMARK_NODE_HTML_BLOCK: block.kind = BlockKind::Html; return false;
            case CMARK_NODE_LIST:
                block.kind = BlockKind::List;
                block.ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
                return true;
            case CMARK_NODE_ITEM:
                block.kind = BlockKind::Item;
                block.task = is_task(node);
                return true;
            case CMARK_NODE_BLOCK_QUOTE: block.kind = BlockKind::Quote; return true;
            case CMARK_NODE_THEMATIC_BREAK: block.kind = BlockKind::Rule; return true;
            default: break;
        }
        if (!is_table(node)) return true;
        block.kind = BlockKind::Table;
        return false;
    }

    static void describe_code(OutlineBlock& block, const cmark_code& code) {
        const std::string_view info{reinterpret_cast<const char*>(code.info.data),
                                    static_cast<std::size_t>(code.info.len)};
        block.kind = info.starts_with(kMathInfo) ? BlockKind::Math : BlockKind::Code;
        block.fenced = code.fenced != 0;
    }

    Outline& outline_;
    const BlockLines& lines_;
};

}  // namespace

Outline outline_of(std::string_view text, const SourceLines& lines, int first_line) {
    const auto repaired = prepare_blocks(text, lines);
    const auto fronts = repaired.empty()
                            ? line_fronts(lines)
                            : line_fronts(split_lines(repaired, lines.get_allocator()));
    const ParserArena arena;
    const auto* root = parse_blocks(fronts, arena);
    Outline outline{lines.get_allocator()};
    outline.reserve(lines.size());
    const BlockLines block_lines{lines, first_line};
    OutlineBuilder{outline, block_lines}.add_children(root, block_lines.last(), 0);
    return outline;
}

}  // namespace wengu
