#include "markdown/document.h"

#include "core/text.h"
#include "markdown/inline_runs.h"
#include "markdown/parser.h"
#include "markdown/prepare.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <utility>

namespace wengu {
namespace {

std::string_view view(const char* text) { return text == nullptr ? std::string_view{} : text; }
std::string copied(const char* text) { return std::string{view(text)}; }

enum class Contents { Wanted, Unwanted };

/// Builds the block tree, with the inlines and literals of its blocks where they are wanted.
class Builder {
public:
    Builder(const SourceLines& lines, int first_line, Contents contents)
        : lines_(lines, first_line), contents_(contents == Contents::Wanted) {}

    std::vector<Block> blocks_of(cmark_node* root) const {
        std::vector<Block> blocks;
        add_children(blocks, root, lines_.last(), 0);
        return blocks;
    }

private:
    void add_children(std::vector<Block>& blocks, cmark_node* parent, int last, int depth) const {
        if (depth > kDeepestBlock) return;
        lines_.for_each_child(parent, last, [&](cmark_node* node, LineRange lines, int end) {
            auto& block = blocks.emplace_back();
            block.lines = lines;
            fill(block, node, end, depth);
        });
    }

    void fill(Block& block, cmark_node* node, int last, int depth) const {
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) return heading(block, node);
        if (type == CMARK_NODE_PARAGRAPH) {
            if (contents_) block.inlines = inlines_of(node);
            return;
        }
        if (type == CMARK_NODE_CODE_BLOCK) return code(block, node);
        if (type == CMARK_NODE_HTML_BLOCK) return html(block, node);
        if (type == CMARK_NODE_LIST) {
            list(block, node);
        } else if (type == CMARK_NODE_ITEM) {
            item(block, node);
        } else if (type == CMARK_NODE_BLOCK_QUOTE) {
            block.kind = BlockKind::Quote;
        } else if (type == CMARK_NODE_THEMATIC_BREAK) {
            block.kind = BlockKind::Rule;
        } else if (is_table(node)) {
            return table(block, node);
        }
        add_children(block.children, node, last, depth + 1);
    }

    void heading(Block& block, cmark_node* node) const {
        block.kind = BlockKind::Heading;
        block.level = cmark_node_get_heading_level(node);
        if (contents_) block.inlines = inlines_of(node);
    }

    void code(Block& block, cmark_node* node) const {
        const auto info = view(cmark_node_get_fence_info(node));
        block.kind = info.starts_with(kMathInfo) ? BlockKind::Math : BlockKind::Code;
        if (block.kind == BlockKind::Code) block.info = info;
        int length = 0;
        int offset = 0;
        char mark = 0;
        block.fenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0;
        if (contents_) block.literal = copied(cmark_node_get_literal(node));
    }

    void html(Block& block, cmark_node* node) const {
        block.kind = BlockKind::Html;
        if (contents_) block.literal = copied(cmark_node_get_literal(node));
    }

    static void list(Block& block, cmark_node* node) {
        block.kind = BlockKind::List;
        block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block.number = cmark_node_get_list_start(node);
        block.tight = cmark_node_get_list_tight(node) != 0;
    }

    static void item(Block& block, cmark_node* node) {
        block.kind = BlockKind::Item;
        block.task = is_task(node);
        block.checked = block.task && cmark_gfm_extensions_get_tasklist_item_checked(node);
    }

    void table(Block& block, cmark_node* node) const {
        block.kind = BlockKind::Table;
        if (!contents_) return;
        const auto* marks = cmark_gfm_extensions_get_table_alignments(node);
        for (int i = 0; i < cmark_gfm_extensions_get_table_columns(node); ++i) {
            block.alignments.push_back(
                alignment(marks == nullptr ? '\0' : static_cast<char>(marks[i])));
        }
        int line = block.lines.first;
        for (auto* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
            Block cells{.kind = BlockKind::Row, .lines = {line, line}};
            for (auto* cell = cmark_node_first_child(row); cell != nullptr;
                 cell = cmark_node_next(cell)) {
                cells.children.push_back(
                    {.kind = BlockKind::Cell, .lines = cells.lines, .inlines = inlines_of(cell)});
            }
            line += block.children.empty() ? 2 : 1;  // the delimiter row is no child
            block.children.push_back(std::move(cells));
        }
    }

    static Alignment alignment(char mark) {
        switch (mark) {
            case 'l': return Alignment::Left;
            case 'c': return Alignment::Center;
            case 'r': return Alignment::Right;
            default: return Alignment::None;
        }
    }

    BlockLines lines_;
    bool contents_;
};

void append_plain(std::string& text, const Inlines& inlines) {
    for (const auto& part : inlines) {
        switch (part.kind) {
            case InlineKind::SoftBreak:
            case InlineKind::HardBreak: text += ' '; break;
            case InlineKind::Html: break;
            case InlineKind::Math: text.append("$").append(part.text).append("$"); break;
            default: text += part.text; append_plain(text, part.children);
        }
    }
}

}  // namespace

namespace {

Document parse_with(std::string_view text, int first_line, Contents contents) {
    const auto lines = split_lines(text);
    const auto tree = parse_tree(prepare_inlines(prepare_blocks(text)));
    return {Builder{lines, first_line, contents}.blocks_of(tree.get())};
}

}  // namespace

Document parse(std::string_view text, int first_line) {
    return parse_with(text, first_line, Contents::Wanted);
}

Document parse_blocks(std::string_view text, int first_line) {
    return parse_with(text, first_line, Contents::Unwanted);
}

Inlines parse_inlines(std::string_view text) {
    // A mark that no block starts with makes any line a paragraph.
    constexpr std::string_view kGuard = "&#8288;";
    const auto tree = parse_tree(std::string{kGuard} + prepare_inlines(text));
    auto* paragraph = cmark_node_first_child(tree.get());
    return paragraph == nullptr ? Inlines{} : inlines_of(paragraph);
}

std::string plain_text(const Inlines& inlines) {
    std::string text;
    append_plain(text, inlines);
    return text;
}

}  // namespace wengu
