#include "term/markdown_view.h"

#include "core/message.h"
#include "core/text.h"
#include "term/code_view.h"
#include "term/inline_view.h"
#include "term/table_view.h"
#include "term/wrap.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace wengu {
namespace {

using Lines = std::vector<Line>;

constexpr int kNarrowestText = 12;  ///< Indents give way before text gets narrower.

void append(Lines& lines, Lines more) {
    lines.insert(lines.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

struct Callout {
    std::string_view name;
    const char* title;  ///< English; `tr` it.
    Role role;
};
constexpr std::array<Callout, 21> kCallouts{{{"note", N_("Note"), Role::Title},
                                             {"info", N_("Note"), Role::Title},
                                             {"abstract", N_("Summary"), Role::Title},
                                             {"summary", N_("Summary"), Role::Title},
                                             {"todo", N_("To do"), Role::Title},
                                             {"tip", N_("Tip"), Role::Good},
                                             {"hint", N_("Tip"), Role::Good},
                                             {"success", N_("Done"), Role::Good},
                                             {"done", N_("Done"), Role::Good},
                                             {"question", N_("Question"), Role::Title},
                                             {"faq", N_("Question"), Role::Title},
                                             {"help", N_("Question"), Role::Title},
                                             {"important", N_("Important"), Role::Warn},
                                             {"warning", N_("Warning"), Role::Warn},
                                             {"caution", N_("Warning"), Role::Warn},
                                             {"attention", N_("Warning"), Role::Warn},
                                             {"danger", N_("Danger"), Role::Bad},
                                             {"error", N_("Danger"), Role::Bad},
                                             {"bug", N_("Bug"), Role::Bad},
                                             {"example", N_("Example"), Role::Title},
                                             {"quote", N_("Quote"), Role::Quote}}};

/// A quote that begins with "[!warning]- Title": what it is called, and the rest.
struct CalloutHead {
    Line title;
    Inlines rest;
};

std::string take_text(Inlines& inlines) {
    std::string text;
    while (!inlines.empty() && inlines.front().kind == InlineKind::Text) {
        text += inlines.front().text;
        inlines.erase(inlines.begin());
    }
    return text;
}

std::optional<CalloutHead> callout_head(const Block& quote) {
    if (quote.children.empty() || quote.children.front().kind != BlockKind::Paragraph) return {};
    Inlines rest = quote.children.front().inlines;
    std::string text = take_text(rest);
    const auto close = text.find(']');
    if (!text.starts_with("[!") || close == std::string::npos) return {};
    const auto name = normalise(std::string_view{text}.substr(2, close - 2));
    const auto* const found = std::ranges::find(kCallouts, name, &Callout::name);
    const bool known = found != kCallouts.end();
    text.erase(0, close + 1);
    if (text.starts_with("-") || text.starts_with("+")) text.erase(0, 1);
    const Style style{.role = known ? found->role : Role::Title, .strong = true};
    Line title{known ? std::string{tr(found->title)} : name, style};
    title.add(":", style);
    if (!trim(text).empty()) title.add(" ", style).add(trim(text), style);
    if (!rest.empty() && rest.front().kind == InlineKind::SoftBreak) rest.erase(rest.begin());
    return CalloutHead{std::move(title), std::move(rest)};
}

class View {
public:
    View(const MarkdownOptions& options, const Widths& widths)
        : options_{options}, widths_{widths} {}

    [[nodiscard]] Lines blocks(const std::vector<Block>& blocks, int width) const {
        Lines lines;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            auto drawn = block(blocks[i], width);
            if (drawn.empty()) continue;
            if (!lines.empty() && apart(blocks[i - 1], blocks[i])) lines.emplace_back();
            append(lines, std::move(drawn));
        }
        return lines;
    }

private:
    /// Whether a blank line belongs between two blocks: where the author left one.
    static bool apart(const Block& before, const Block& after) {
        if (after.kind == BlockKind::Heading) return true;
        return after.lines.empty() || after.lines.first > before.lines.last + 1;
    }

    [[nodiscard]] Lines block(const Block& block, int width) const {
        switch (block.kind) {
            case BlockKind::Heading: return paragraph(block.inlines, width, {.role = Role::Title});
            case BlockKind::Paragraph: return paragraph(block.inlines, width, {});
            case BlockKind::List: return list(block, width);
            case BlockKind::Quote: return quote(block, width);
            case BlockKind::Code: return code(block, width);
            case BlockKind::Math: return maths(block, width);
            case BlockKind::Html: return html(block, width);
            case BlockKind::Table:
                return options_.spoken ? table_records(block, width, widths_)
                                       : table_lines(block, width, widths_);
            case BlockKind::Rule: return options_.spoken ? Lines{} : Lines{Line{"---", Role::Dim}};
            case BlockKind::Item:
            case BlockKind::Row:
            case BlockKind::Cell: return blocks(block.children, width);
        }
        return {};
    }

    [[nodiscard]] Lines wrap(const Line& text, int width) const {
        return wrapped(text, {.width = width, .overhang = options_.overhang}, widths_);
    }

    [[nodiscard]] Lines paragraph(const Inlines& inlines, int width, Style style) const {
        Lines lines;
        for (const auto& line : styled_inlines(inlines, style)) append(lines, wrap(line, width));
        return lines;
    }

    /// `lines`, each behind a prefix; the width left for them is `inner`.
    template <typename Draw>
    [[nodiscard]] Lines indented(const Line& first, const Line& rest, int width, Draw draw) const {
        const int inner = width - first.width(widths_);
        Lines lines;
        if (inner < kNarrowestText) {
            lines.push_back(first);
            append(lines, draw(width));
            return lines;
        }
        for (auto& line : draw(inner)) {
            Line prefixed = lines.empty() ? first : rest;
            lines.push_back(line.empty() && rest.text().starts_with(' ') && !lines.empty()
                                ? Line{}
                                : std::move(prefixed.add(line)));
        }
        if (lines.empty()) lines.push_back(first);
        return lines;
    }

    [[nodiscard]] Lines list(const Block& list, int width) const {
        Lines lines;
        const auto last = list.number + static_cast<int>(list.children.size()) - 1;
        const int digits = static_cast<int>(std::to_string(last).size());
        for (std::size_t i = 0; i < list.children.size(); ++i) {
            const Block& item = list.children[i];
            if (i > 0 && apart(list.children[i - 1], item)) lines.emplace_back();
            const Line marker = marker_of(list, item, list.number + static_cast<int>(i), digits);
            const Line rest{std::string(static_cast<std::size_t>(marker.width(widths_)), ' ')};
            append(lines, indented(marker, rest, width, [this, &item](int inner) {
                       return blocks(item.children, inner);
                   }));
        }
        return lines;
    }

    [[nodiscard]] Line marker_of(const Block& list, const Block& item, int number,
                                 int digits) const {
        Line marker;
        if (list.ordered) {
            marker.add(padded_left(std::to_string(number), digits, widths_) + ". ", Role::Dim);
        } else if (!item.task) {
            marker.add("- ", Role::Dim);
        }
        if (item.task) marker.add(item.checked ? "[x] " : "[ ] ");
        return marker;
    }

    [[nodiscard]] Lines quote(const Block& block, int width) const {
        const auto head = callout_head(block);
        if (!head) {
            const Line bar{"> ", Role::Quote};
            return indented(bar, bar, width,
                            [this, &block](int inner) { return blocks(block.children, inner); });
        }
        Lines lines = wrap(head->title, width);
        std::vector<Block> children = block.children;
        children.front().inlines = head->rest;
        if (head->rest.empty()) children.erase(children.begin());
        if (children.empty()) return lines;
        const Line indent{"  "};
        append(lines, indented(indent, indent, width,
                               [this, &children](int inner) { return blocks(children, inner); }));
        return lines;
    }

    [[nodiscard]] Lines code(const Block& block, int width) const {
        const std::string_view info = trim(block.info);
        const auto language = info.substr(0, info.find_first_of(" {,:"));
        const Line indent{"  "};
        return indented(indent, indent, width, [&](int inner) {
            Lines lines;
            for (const auto& line : code_lines(block.literal, language)) {
                append(lines, code_line(line, inner));
            }
            return lines;
        });
    }

    [[nodiscard]] Lines code_line(const Line& line, int width) const {
        if (line.width(widths_) <= width && (options_.wrap_code || options_.code_offset == 0)) {
            return {line};
        }
        if (options_.wrap_code) {
            const WrapOptions wrap{.width = width, .rest = Line{"> ", Role::Dim}};
            return wrapped(line, wrap, widths_);
        }
        return {sideways(line, width)};
    }

    /// The part of a code line that a sideways scroll has reached.
    [[nodiscard]] Line sideways(const Line& line, int width) const {
        const int hidden = clipped(line, options_.code_offset, widths_).width(widths_);
        Line rest;
        int skip = hidden;
        for (const auto& span : line.spans()) {
            const auto gone = prefix_within(span.text, skip, widths_);
            skip -= widths_.of(gone);
            rest.add(std::string_view{span.text}.substr(gone.size()), span.style);
        }
        if (rest.width(widths_) <= width) return rest;
        return clipped(rest, width - 1, widths_).add(">", Role::Dim);
    }

    [[nodiscard]] Lines maths(const Block& block, int width) const {
        const Line indent{"  "};
        return indented(indent, indent, width, [&](int inner) {
            Lines lines;
            for (const auto line : split_lines(block.literal)) {
                append(lines, wrap(Line{line, Role::Maths}, inner));
            }
            return lines;
        });
    }

    [[nodiscard]] Lines html(const Block& block, int width) const {
        Lines lines;
        const std::string text = without_tags(block.literal);
        for (const auto line : split_lines(text)) {
            if (!trim(line).empty()) append(lines, wrap(Line{trim(line)}, width));
        }
        return lines;
    }

    MarkdownOptions options_;
    Widths widths_;
};

void collect_images(const Inlines& inlines, std::vector<std::string>& images) {
    for (const auto& item : inlines) {
        if (item.kind == InlineKind::Image) images.push_back(item.target);
        collect_images(item.children, images);
    }
}

void collect_images(const std::vector<Block>& blocks, std::vector<std::string>& images) {
    for (const auto& block : blocks) {
        collect_images(block.inlines, images);
        collect_images(block.children, images);
    }
}

}  // namespace

Lines markdown_lines(const Document& document, const MarkdownOptions& options,
                     const Widths& widths) {
    return View{options, widths}.blocks(document.blocks, std::max(options.width, kNarrowestText));
}

Lines markdown_lines(std::string_view markdown, const MarkdownOptions& options,
                     const Widths& widths) {
    return markdown_lines(parse(markdown), options, widths);
}

std::vector<std::string> images_of(const Document& document) {
    std::vector<std::string> images;
    collect_images(document.blocks, images);
    return images;
}

}  // namespace wengu
