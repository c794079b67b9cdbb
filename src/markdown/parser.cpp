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

}  // namespace

Tree parse_tree(std::string_view text) {
    const auto& [table, strikethrough, tasklist] = extensions();
    auto* parser = cmark_parser_new(kOptions);
    for (auto* extension : {table, strikethrough, tasklist})
        cmark_parser_attach_syntax_extension(parser, extension);
    cmark_parser_feed(parser, text.data(), text.size());
    // While a parser reads inlines, `~` is special in a table that all threads share.
    static std::mutex reading_inlines;
    const std::lock_guard lock{reading_inlines};
    Tree tree{cmark_parser_finish(parser)};
    cmark_parser_free(parser);
    return tree;
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
