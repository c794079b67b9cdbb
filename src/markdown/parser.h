#pragma once
// One run of cmark-gfm over a text, and the source lines of what it finds.

#include "core/card.h"
#include "core/text.h"
#include "markdown/document.h"

#include <cmark-gfm.h>
#include <cmark-gfm/parser.h>

#include <memory>
#include <string_view>

namespace wengu {

struct FreeTree {
    void operator()(cmark_node* root) const { cmark_node_free(root); }
};
using Tree = std::unique_ptr<cmark_node, FreeTree>;

/// The parser's tree for a prepared text (see prepare.h).
[[nodiscard]] Tree parse_tree(std::string_view text);

[[nodiscard]] bool is_table(const cmark_node* node);
[[nodiscard]] bool is_task(const cmark_node* item);

/// The source lines of the parser's blocks. The parser's end lines are not to be trusted
/// (indented code, HTML, setext headings), and a table that follows a paragraph takes the
/// paragraph's first line: a block owns the lines up to its next sibling.
class BlockLines {
public:
    /// `lines` are those of the source, `first_line` is the number of the first one in its file.
    BlockLines(const SourceLines& lines, int first_line) : lines_(lines), offset_(first_line - 1) {}

    /// Calls `visit(node, lines, last)` for every child of `parent`, whose lines end at `last`
    /// in the parser's own counting (from 1). The `last` of a child is for its own children.
    template <typename Visit>
    void for_each_child(const cmark_node* parent, int last, Visit&& visit) const;

    /// The last line in the parser's own counting.
    [[nodiscard]] int last() const { return static_cast<int>(lines_.size()); }

private:
    [[nodiscard]] static int true_start(const cmark_node* node);
    [[nodiscard]] bool is_blank(int line) const;
    [[nodiscard]] bool is_definition(int line) const;
    [[nodiscard]] LineRange trimmed(int first, int last, bool code) const;

    const SourceLines& lines_;
    int offset_;
};

template <typename Visit>
void BlockLines::for_each_child(const cmark_node* parent, int last, Visit&& visit) const {
    if (parent->first_child == nullptr) return;
    int first = true_start(parent->first_child);
    for (auto* node = parent->first_child; node != nullptr; node = node->next) {
        const int next = node->next == nullptr ? last + 1 : true_start(node->next);
        const int end = next - 1 < last ? next - 1 : last;
        visit(node, trimmed(first, end, node->type == CMARK_NODE_CODE_BLOCK), end);
        first = next;
    }
}

}  // namespace wengu
