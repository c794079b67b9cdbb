#include "term/inline_view.h"

#include "core/message.h"
#include "core/text.h"

#include <algorithm>
#include <cctype>

namespace wengu {
namespace {

constexpr std::string_view kLayoutTags =
    " a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr "
    "i img ins kbd li mark ol p pre q s samp section small span strike strong sub summary sup "
    "table tbody td th thead tr tt u ul var video ";

/// "details" of "</details>", "<details open>"; empty if it is no tag.
std::string tag_name(std::string_view tag) {
    std::size_t start = tag.starts_with("</") ? 2 : 1;
    std::string name;
    while (start < tag.size() && std::isalnum(static_cast<unsigned char>(tag[start])) != 0) {
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(tag[start++])));
    }
    const bool ends =
        start < tag.size() && std::string_view{" \t/>"}.find(tag[start]) != std::string_view::npos;
    return ends ? name : std::string{};
}

bool is_layout_tag(std::string_view tag) {
    const auto name = tag_name(tag);
    return !name.empty() && kLayoutTags.find(' ' + name + ' ') != std::string_view::npos;
}

char32_t last_code_point(const Line& line) {
    if (line.empty()) return 0;
    auto last = last_cluster(line.spans().back().text);
    return take_code_point(last);
}

bool is_wide(char32_t c) {
    std::string text;
    append_utf8(text, c);
    return c != 0 && (is_cjk(c) || Widths{}.of(text) == 2);
}

std::string_view file_name(std::string_view path) {
    const auto slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string image_text(std::string_view target, std::string_view description) {
    const auto name = file_name(target);
    if (description.empty() || description == name) return say("[image {}]", name);
    return say("[image {}: {}]", name, description);
}

class Painter {
public:
    std::vector<Line> take() { return std::move(lines_); }

    void all(const Inlines& inlines, Style style) {
        for (std::size_t i = 0; i < inlines.size(); ++i) {
            if (inlines[i].kind != InlineKind::Text) {
                one(inlines[i], style);
                continue;
            }
            // The parser cuts text at every bracket: put it together again.
            std::string text = inlines[i].text;
            while (i + 1 < inlines.size() && inlines[i + 1].kind == InlineKind::Text) {
                text += inlines[++i].text;
            }
            marked_text(text, style);
        }
    }

private:
    void one(const Inline& item, Style style) {
        switch (item.kind) {
            case InlineKind::Text: return marked_text(item.text, style);
            case InlineKind::Emphasis: style.emphasis = true; break;
            case InlineKind::Strong: style.strong = true; break;
            case InlineKind::Strike: style.struck = true; break;
            case InlineKind::Link: style.role = Role::Link; break;
            case InlineKind::Code: return add(item.text, in_role(style, Role::Code));
            case InlineKind::Math: return add('$' + item.text + '$', in_role(style, Role::Maths));
            case InlineKind::Image:
                return add(image_text(item.target, plain_text(item.children)),
                           in_role(style, Role::Link));
            case InlineKind::Html: return html(item.text, style);
            case InlineKind::SoftBreak: soft_break_ = true; return;
            case InlineKind::HardBreak: return hard_break();
        }
        all(item.children, style);
    }

    static Style in_role(Style style, Role role) {
        style.role = role;
        return style;
    }

    void add(std::string_view text, Style style) {
        if (text.empty()) return;
        if (soft_break_) {
            soft_break_ = false;
            auto rest = text;
            const bool joins =
                is_wide(last_code_point(lines_.back())) && is_wide(take_code_point(rest));
            if (!joins && !lines_.back().empty()) lines_.back().add(" ", style);
        }
        lines_.back().add(text, style);
    }

    void hard_break() {
        soft_break_ = false;
        lines_.emplace_back();
    }

    void html(std::string_view tag, Style style) {
        if (tag_name(tag) == "br") return hard_break();
        add(without_tags(tag), style);
    }

    /// Text with what other dialects put into it: [[links]], ![[images]], ==marks==.
    void marked_text(std::string_view text, Style style) {
        while (!text.empty()) {
            const auto at = std::min({text.find("[["), text.find("![["), text.find("==")});
            add(text.substr(0, at), style);
            if (at == std::string_view::npos) return;
            text.remove_prefix(at);
            text.remove_prefix(special(text, style));
        }
    }

    /// Draws the special piece at the start of `text`; how many bytes it took.
    std::size_t special(std::string_view text, Style style) {
        const bool image = text.front() == '!';
        const bool mark = text.front() == '=';
        const std::size_t opening = image ? 3 : 2;
        const auto end = text.find(mark ? "==" : "]]", opening);
        const auto inside = text.substr(opening, end - opening);
        const bool blank = inside.empty() || inside.front() == ' ' || inside.back() == ' ' ||
                           inside.front() == '=';
        if (end == std::string_view::npos || (mark && blank)) {
            add(text.substr(0, opening), style);
            return opening;
        }
        const auto bar = inside.rfind('|');
        const auto alias = bar == std::string_view::npos ? inside : inside.substr(bar + 1);
        if (mark) {
            add(inside, in_role(style, Role::Mark));
        } else if (image) {
            add(image_text(inside.substr(0, bar), {}), in_role(style, Role::Link));
        } else {
            add(alias, in_role(style, Role::Link));
        }
        return end + 2;
    }

    std::vector<Line> lines_{1};
    bool soft_break_ = false;
};

}  // namespace

std::vector<Line> styled_inlines(const Inlines& inlines, Style base) {
    Painter painter;
    painter.all(inlines, base);
    return painter.take();
}

Line styled_line(const Inlines& inlines, Style base) {
    Line result;
    for (const auto& line : styled_inlines(inlines, base)) {
        if (!result.empty()) result.add(" ", base);
        result.add(line);
    }
    return result;
}

std::string without_tags(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        const auto start = html.find('<');
        text += html.substr(0, start);
        if (start == std::string_view::npos) break;
        html.remove_prefix(start);
        const bool comment = html.starts_with("<!--");
        const std::string_view closing = comment ? "-->" : ">";
        const auto end = html.find(closing);
        const bool whole = end != std::string_view::npos;
        const auto length = whole ? end + closing.size() : 1;
        if (!whole || (!comment && !is_layout_tag(html.substr(0, length)))) {
            text += html.substr(0, whole && !comment ? length : 1);
        }
        html.remove_prefix(length);
    }
    return text;
}

}  // namespace wengu
