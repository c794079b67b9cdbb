#include "markdown/parser.h"

#include "core/byte_set.h"
#include "core/text.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <mutex>

namespace wengu {
namespace {

constexpr int kOptions = CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_FULL_INFO_STRING;

/// The extensions we can trust; `autolink` reads outside its buffer.
struct Extensions {
    cmark_syntax_extension* table;
    cmark_syntax_extension* strikethrough;
    cmark_syntax_extension* tasklist;
};

const Extensions& extensions() {
    static const auto found = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return Extensions{cmark_find_syntax_extension("table"),
                          cmark_find_syntax_extension("strikethrough"),
                          cmark_find_syntax_extension("tasklist")};
    }();
    return found;
}

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

}  // namespace

cmark_node* parse_all(std::string_view text, const ParserArena& arena) {
    const auto& [table, strikethrough, tasklist] = extensions();
    auto* parser = cmark_parser_new_with_mem(kOptions, arena.memory());
    for (auto* extension : {table, strikethrough, tasklist})
        cmark_parser_attach_syntax_extension(parser, extension);
    cmark_parser_feed(parser, text.data(), text.size());
    // While a parser reads inlines, `~` is special in a table that all threads share.
    static std::mutex reading_inlines;
    const std::lock_guard lock{reading_inlines};
    return cmark_parser_finish(parser);  // the arena takes parser and tree back
}

cmark_node* parse_blocks(const LineFronts& fronts, const ParserArena& arena) {
    auto* parser = cmark_parser_new_with_mem(kOptions, arena.memory());
    // `strikethrough` would need the lock above
    if (fronts.tables) cmark_parser_attach_syntax_extension(parser, extensions().table);
    cmark_parser_attach_syntax_extension(parser, extensions().tasklist);
    // Blocks are made as lines come in, inlines when the text has come to its end. No line
    // is left by then: a block with an extension of its own would not take it.
    cmark_parser_feed(parser, fronts.text.data(), fronts.text.size());
    return finish_blocks(parser);
}

bool is_table(const cmark_node* node) {
    return node->extension == extensions().table && node->type != CMARK_NODE_PARAGRAPH;
}

bool is_task(const cmark_node* item) { return item->extension == extensions().tasklist; }

/// The first line of a block in the parser's text, from 1.
int BlockLines::true_start(const cmark_node* node) {
    if (is_table(node)) {
        const auto* header = node->first_child;
        const auto* body = header == nullptr ? nullptr : header->next;
        return std::max(1, body != nullptr ? body->start_line - 2 : node->end_line - 1);
    }
    if (node->start_line > 0) return node->start_line;
    // a paragraph that a table has robbed
    return node->next == nullptr ? 1 : std::max(1, node->next->start_line);
}

bool BlockLines::is_blank(int line) const {
    const auto index = static_cast<std::size_t>(line - 1);
    return index >= lines_.size() || kIndent.skip(lines_[index]) == std::string_view::npos;
}

bool BlockLines::is_definition(int line) const {
    const auto text = trim(lines_[static_cast<std::size_t>(line - 1)]);
    return text.starts_with('[') && text.find("]:") != std::string_view::npos;
}

LineRange BlockLines::trimmed(int first, int last, bool code) const {
    last = std::clamp(last, first, std::max(first, this->last()));
    while (last > first && (is_blank(last) || (!code && is_definition(last)))) --last;
    return {first + offset_, last + offset_};
}

}  // namespace wengu
