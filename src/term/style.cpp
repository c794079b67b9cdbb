#include "term/style.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::array<std::string_view, kRoles> kNames{
    "text", "title",   "dim",    "good",   "warn",    "bad",   "link",  "key",  "hint",
    "code", "keyword", "string", "number", "comment", "quote", "maths", "mark", "selected"};

}  // namespace

std::string_view name_of(Role role) { return kNames.at(static_cast<std::size_t>(role)); }

std::optional<Role> role_named(std::string_view name) {
    const auto* const found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Role>(found - kNames.begin());
}

Line& Line::add(std::string_view text, Style style) { return add_safe(sanitised(text), style); }

Line& Line::add(const Line& other) {
    for (const auto& span : other.spans_) add_safe(span.text, span.style);
    return *this;
}

Line& Line::add_safe(std::string_view text, Style style) {
    if (text.empty()) return *this;
    if (!spans_.empty() && spans_.back().style == style) {
        spans_.back().text += text;
    } else {
        spans_.push_back({.text = std::string{text}, .style = style});
    }
    return *this;
}

Line& Line::fill_to(int cells, const Widths& widths) {
    const int missing = std::max(1, cells - width(widths));
    return add(std::string(static_cast<std::size_t>(missing), ' '));
}

std::string Line::text() const {
    std::string text;
    for (const auto& span : spans_) text += span.text;
    return text;
}

int Line::width(const Widths& widths) const {
    int cells = 0;
    for (const auto& span : spans_) cells += widths.of(span.text);
    return cells;
}

Line Line::in_role(Role role) const {
    Line line;
    for (const auto& span : spans_) {
        Style style = span.style;
        style.role = role;
        line.add(span.text, style);
    }
    return line;
}

Line justified(const Line& left, const Line& right, int width, const Widths& widths) {
    const int gap = width - left.width(widths) - right.width(widths);
    if (right.empty() || gap < 2) return left;
    Line line = left;
    line.add(std::string(static_cast<std::size_t>(gap), ' ')).add(right);
    return line;
}

Line clipped(const Line& line, int cells, const Widths& widths) {
    Line result;
    for (const auto& span : line.spans()) {
        const auto part = prefix_within(span.text, cells, widths);
        result.add(part, span.style);
        cells -= widths.of(part);
        if (part.size() < span.text.size()) break;
    }
    return result;
}

std::string to_text(const std::vector<Line>& lines) {
    std::string text;
    for (const auto& line : lines) text += line.text() + '\n';
    return text;
}

}  // namespace wengu
