#include "markdown/document.h"

#include "core/byte_set.h"
#include "core/text.h"
#include "markdown/arena.h"
#include "markdown/inline_runs.h"
#include "markdown/prepare.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/parser.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <utility>

namespace wengu {
namespace {

constexpr int kOptions = CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_FULL_INFO_STRING;
constexpr ByteSet kIndent{" \t>"};

/// Attaches the extensions we can trust; `autolink` reads outside its buffer.
const std::array<cmark_syntax_extension*, 3>& extensions() {
    static const auto found = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return std::array{cmark_find_syntax_extension("table"),
                          cmark_find_syntax_extension("strikethrough"),
                          cmark_find_syntax_extension("tasklist")};
    }();
    return found;
}

std::string_view view(const char* text) { return text == nullptr ? std::string_view{} : text; }
std::string copy(const char* text) { return std::string{view(text)}; }

/// Builds the block tree. The parser's end lines are not to be trusted (indented
/// code, HTML, setext headings), and a table that follows a paragraph takes the
/// paragraph's first line: a block owns the lines up to its next sibling.
class Builder {
public:
    Builder(const std::vector<std::string_view>& lines, Detail detail, int first_line)
        : lines_(lines), detail_(detail), offset_(first_line - 1) {}

    std::vector<Block> blocks_of(cmark_node* root) const {
        std::vector<Block> blocks;
        add_children(blocks, root, line_count(), 0);
        return blocks;
    }

private:
    int line_count() const { return static_cast<int>(lines_.size()); }

    void add_children(std::vector<Block>& blocks, cmark_node* parent, int last_line,
                      int depth) const {
        if (depth > kDeepestBlock || parent->first_child == nullptr) return;
        std::size_t count = 0;
        for (auto* node = parent->first_child; node != nullptr; node = node->next) ++count;
        blocks.reserve(count);
        int first = true_start(parent->first_child);
        for (auto* node = parent->first_child; node != nullptr; node = node->next) {
            const int next = node->next == nullptr ? last_line + 1 : true_start(node->next);
            fill(blocks.emplace_back(), node, first, std::min(last_line, next - 1), depth);
            first = next;
        }
    }

    static bool is_table(cmark_node* node) {
        static const auto type = view("table");
        return cmark_node_get_type(node) > CMARK_NODE_FOOTNOTE_DEFINITION &&
               view(cmark_node_get_type_string(node)) == type;
    }

    /// The first line of a node in the parser's text, from 1.
    static int true_start(cmark_node* node) {
        if (is_table(node)) return table_start(node);
        if (node->start_line > 0) return node->start_line;
        // a paragraph that a table has robbed
        return node->next == nullptr ? 1 : std::max(1, node->next->start_line);
    }

    static int table_start(cmark_node* table) {
        auto* header = table->first_child;
        auto* body = header == nullptr ? nullptr : header->next;
        return std::max(1, body != nullptr ? body->start_line - 2 : table->end_line - 1);
    }

    bool is_blank(int line) const {
        const auto index = static_cast<std::size_t>(line - 1);
        return index >= lines_.size() || kIndent.skip(lines_[index]) == std::string_view::npos;
    }

    bool is_definition(int line) const {
        const auto text = trim(lines_[static_cast<std::size_t>(line - 1)]);
        return text.starts_with('[') && text.find("]:") != std::string_view::npos;
    }

    LineRange trimmed(int first, int last, bool code) const {
        last = std::clamp(last, first, std::max(first, line_count()));
        while (last > first && (is_blank(last) || (!code && is_definition(last)))) --last;
        return {first + offset_, last + offset_};
    }

    void fill(Block& block, cmark_node* node, int first, int last, int depth) const {
        const auto type = cmark_node_get_type(node);
        block.lines = trimmed(first, last, type == CMARK_NODE_CODE_BLOCK);
        if (type == CMARK_NODE_HEADING) return heading(block, node);
        if (type == CMARK_NODE_PARAGRAPH) return paragraph(block, node);
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
        if (detail_ == Detail::Full) block.inlines = inlines_of(node);
    }

    void paragraph(Block& block, cmark_node* node) const {
        if (detail_ == Detail::Full) block.inlines = inlines_of(node);
    }

    void code(Block& block, cmark_node* node) const {
        const auto info = view(cmark_node_get_fence_info(node));
        block.kind = info.starts_with(kMathInfo) ? BlockKind::Math : BlockKind::Code;
        if (block.kind == BlockKind::Code) block.info = info;
        int length = 0;
        int offset = 0;
        char mark = 0;
        block.fenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0;
        if (detail_ == Detail::Full) block.literal = copy(cmark_node_get_literal(node));
    }

    void html(Block& block, cmark_node* node) const {
        block.kind = BlockKind::Html;
        if (detail_ == Detail::Full) block.literal = copy(cmark_node_get_literal(node));
    }

    static void list(Block& block, cmark_node* node) {
        block.kind = BlockKind::List;
        block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block.number = cmark_node_get_list_start(node);
        block.tight = cmark_node_get_list_tight(node) != 0;
    }

    static void item(Block& block, cmark_node* node) {
        block.kind = BlockKind::Item;
        block.task = view(cmark_node_get_type_string(node)) == "tasklist";
        block.checked = block.task && cmark_gfm_extensions_get_tasklist_item_checked(node);
    }

    void table(Block& block, cmark_node* node) const {
        block.kind = BlockKind::Table;
        if (detail_ != Detail::Full) return;
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

    const std::vector<std::string_view>& lines_;
    Detail detail_;
    int offset_;
};

/// Says of the blocks it is set on that they hold no inlines.
cmark_syntax_extension* no_inlines() {
    static auto* extension = [] {
        auto* made = cmark_syntax_extension_new("no inlines");
        cmark_syntax_extension_set_contains_inlines_func(
            made, [](cmark_syntax_extension*, cmark_node*) { return 0; });
        return made;
    }();
    return extension;
}

/// The node after `node` in document order, below `root`; null at the end.
cmark_node* next_node(cmark_node* node, const cmark_node* root) {
    if (node->first_child != nullptr) return node->first_child;
    while (node != root && node->next == nullptr) node = node->parent;
    return node == root ? nullptr : node->next;
}

/// Keeps the parser from reading what stands inside the blocks below `root`. No recursion:
/// a note may nest as deep as it is long.
void forgo_inlines(cmark_node* root) {
    for (auto* node = next_node(root, root); node != nullptr; node = next_node(node, root)) {
        const auto type = cmark_node_get_type(node);
        const bool cell = type > CMARK_NODE_FOOTNOTE_DEFINITION && node->first_child == nullptr;
        if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || cell)
            cmark_node_set_syntax_extension(node, no_inlines());
    }
}

/// Ends the parse when all lines are in and blocks are all that is wanted. The parser has yet
/// to close the blocks at the end, and would then walk through the whole tree for inlines.
/// They are all below the last child: the others are out of its sight meanwhile.
cmark_node* finish_blocks(cmark_parser* parser) {
    auto* root = parser->root;
    auto* first = root->first_child;
    const bool hides = first != root->last_child;
    root->first_child = root->last_child;
    forgo_inlines(root);
    cmark_parser_finish(parser);
    if (hides) root->first_child = first;
    return root;
}

cmark_node* parse_tree(std::string_view text, Detail detail, const ParserArena& arena) {
    auto* parser = cmark_parser_new_with_mem(kOptions, arena.memory());
    for (auto* extension : extensions()) cmark_parser_attach_syntax_extension(parser, extension);
    cmark_parser_feed(parser, text.data(), text.size());
    // The arena takes parser and tree back.
    if (detail == Detail::Full) return cmark_parser_finish(parser);
    // Blocks are made as lines come in, inlines when the text has come to its end. No line
    // may be left: a block with an extension of its own would not take it.
    const bool left = !text.empty() && text.back() != '\n' && text.back() != '\r';
    if (left) cmark_parser_feed(parser, "\n", 1);
    return finish_blocks(parser);
}

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

Document parse(std::string_view text, Detail detail, int first_line) {
    return parse(text, split_lines(text), detail, first_line);
}

Document parse(std::string_view text, const std::vector<std::string_view>& lines, Detail detail,
               int first_line) {
    auto prepared = prepare_blocks(text, lines);
    if (detail == Detail::Full)
        prepared = prepare_inlines(prepared.empty() ? text : std::string_view{prepared});
    const ParserArena arena;
    auto* root = parse_tree(prepared.empty() ? text : std::string_view{prepared}, detail, arena);
    return {Builder{lines, detail, first_line}.blocks_of(root)};
}

Inlines parse_inlines(std::string_view text) {
    // A mark that no block starts with makes any line a paragraph.
    constexpr std::string_view kGuard = "&#8288;";
    const ParserArena arena;
    const auto prepared = std::string{kGuard} + prepare_inlines(text);
    auto* root = parse_tree(prepared, Detail::Full, arena);
    auto* paragraph = cmark_node_first_child(root);
    return paragraph == nullptr ? Inlines{} : inlines_of(paragraph);
}

std::string plain_text(const Inlines& inlines) {
    std::string text;
    append_plain(text, inlines);
    return text;
}

}  // namespace wengu
