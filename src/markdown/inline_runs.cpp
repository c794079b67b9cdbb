#include "markdown/inline_runs.h"

#include "markdown/prepare.h"

#include <utility>

namespace wengu {
namespace {

constexpr int kDeepestInline = 40;

std::string copy(const char* text) { return text == nullptr ? std::string{} : text; }

/// Without the word joiners that `prepare_inlines` puts in.
std::string without_joiners(const char* literal) {
    constexpr std::string_view kJoiner = "\xE2\x81\xA0";
    auto text = copy(literal);
    for (auto at = text.find(kJoiner); at != std::string::npos; at = text.find(kJoiner, at)) {
        text.erase(at, kJoiner.size());
    }
    return text;
}

Inlines runs_of(cmark_node* parent, int depth);

Inline code_or_math(cmark_node* node) {
    auto text = copy(cmark_node_get_literal(node));
    if (!text.starts_with(kMathMark)) return {InlineKind::Code, std::move(text), {}, {}};
    return {InlineKind::Math, text.substr(kMathMark.size()), {}, {}};
}

Inline inline_of(cmark_node* node, int depth) {
    const auto nested = [&](InlineKind kind) {
        return Inline{kind, {}, {}, runs_of(node, depth + 1)};
    };
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT)
        return {InlineKind::Text, without_joiners(cmark_node_get_literal(node)), {}, {}};
    if (type == CMARK_NODE_CODE) return code_or_math(node);
    if (type == CMARK_NODE_HTML_INLINE)
        return {InlineKind::Html, copy(cmark_node_get_literal(node)), {}, {}};
    if (type == CMARK_NODE_SOFTBREAK) return {InlineKind::SoftBreak, {}, {}, {}};
    if (type == CMARK_NODE_LINEBREAK) return {InlineKind::HardBreak, {}, {}, {}};
    if (type == CMARK_NODE_EMPH) return nested(InlineKind::Emphasis);
    if (type == CMARK_NODE_STRONG) return nested(InlineKind::Strong);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        auto link = nested(type == CMARK_NODE_LINK ? InlineKind::Link : InlineKind::Image);
        link.target = copy(cmark_node_get_url(node));
        return link;
    }
    return nested(InlineKind::Strike);  // the only inline kind of our extensions
}

Inlines runs_of(cmark_node* parent, int depth) {
    Inlines result;
    if (depth > kDeepestInline) return result;
    for (auto* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
        auto next = inline_of(node, depth);
        const bool joins = next.kind == InlineKind::Text && !result.empty() &&
                           result.back().kind == InlineKind::Text;
        if (joins) {
            result.back().text += next.text;
        } else if (next.kind != InlineKind::Text || !next.text.empty()) {
            result.push_back(std::move(next));
        }
    }
    return result;
}

}  // namespace

Inlines inlines_of(cmark_node* parent) { return runs_of(parent, 0); }

}  // namespace wengu
