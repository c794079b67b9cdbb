#include "cards/answer_lines.h"

#include "core/text.h"
#include "markdown/document.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <span>
#include <utility>

namespace wengu {
namespace {

bool is_break(const Inline& run) {
    return run.kind == InlineKind::SoftBreak || run.kind == InlineKind::HardBreak;
}

bool is_bold(const Inline& run) { return run.kind == InlineKind::Strong; }

bool is_blank(const Inline& run) { return run.kind == InlineKind::Text && trim(run.text).empty(); }

/// The run that a line begins with; nullptr for an empty one.
const Inline* first_of(const Inlines& line) {
    const auto found = std::ranges::find_if_not(line, is_blank);
    return found == line.end() ? nullptr : &*found;
}

bool begins_bold(const Inlines& line) {
    const auto* first = first_of(line);
    return first != nullptr && is_bold(*first);
}

/// The lines of a paragraph. A line that begins bold stands for itself; others
/// go on where the line before ended.
struct SourceLine {
    Inlines inlines;
    int offset = 0;
};

std::vector<SourceLine> source_lines(Inlines inlines) {
    std::vector<SourceLine> lines{{}};
    for (auto& run : inlines) {
        if (is_break(run)) {
            lines.push_back({{}, lines.back().offset + 1});
        } else {
            lines.back().inlines.push_back(std::move(run));
        }
    }
    std::vector<SourceLine> joined;
    for (auto& line : lines) {
        const bool alone = joined.empty() || begins_bold(line.inlines) ||
                           begins_bold(joined.back().inlines) ||
                           plain_text(joined.back().inlines).ends_with("：");
        if (alone) {
            joined.push_back(std::move(line));
            continue;
        }
        auto& before = joined.back().inlines;
        before.push_back({InlineKind::SoftBreak, {}, {}, {}});
        std::ranges::move(line.inlines, std::back_inserter(before));
    }
    return joined;
}

bool is_only_pictures(const Inlines& inlines) {
    return std::ranges::all_of(inlines, [](const Inline& run) {
        return run.kind == InlineKind::Image || run.kind == InlineKind::Html || is_break(run) ||
               is_blank(run);
    });
}

/// A mark or two after the bold text do not make a line more than bold.
bool says_nothing(std::string_view text) {
    return std::ranges::none_of(to_code_points(text), [](char32_t c) {
        return is_cjk(c) || (c < 0x80 && (std::isalnum(static_cast<int>(c)) != 0));
    });
}

AnswerLine read_line(const Inlines& inlines, int line) {
    const std::string whole{trim(plain_text(inlines))};
    if (!begins_bold(inlines)) return {LineRole::Prose, whole, {}, line};
    const auto* first = first_of(inlines);
    const Inlines after{inlines.begin() + (first - inlines.data()) + 1, inlines.end()};
    const std::string rest{trim(plain_text(after))};
    if (says_nothing(rest)) return {LineRole::Bold, whole, {}, line};
    std::string lead{trim(plain_text(first->children))};
    if (rest.starts_with(':') || rest.starts_with("：")) lead += "：";
    return {LineRole::Lead, std::move(lead), rest, line, true};
}

void append(std::string& text, std::string_view more) {
    more = trim(more);
    if (more.empty()) return;
    if (!text.empty()) text += ' ';
    text += more;
}

/// What blocks say in words, on one line.
std::string words_of(std::span<const Block> blocks) {
    std::string text;
    for (const auto& block : blocks) {
        if (block.kind == BlockKind::Paragraph || block.kind == BlockKind::Heading) {
            append(text, plain_text(block.inlines));
        } else if (block.kind == BlockKind::List || block.kind == BlockKind::Item) {
            append(text, words_of(block.children));
        }
    }
    return text;
}

class LineReader {
public:
    std::vector<AnswerLine> read(std::vector<Block> blocks) {
        for (auto& block : blocks) add(block);
        return std::move(lines_);
    }

private:
    void add(Block& block) {
        switch (block.kind) {
            case BlockKind::Heading: add_heading(block); break;
            case BlockKind::Paragraph: add_paragraph(block); break;
            case BlockKind::List:
                for (auto& item : block.children) add_item(item);
                break;
            case BlockKind::Html: add_html(block); break;
            case BlockKind::Table: add_table(block); break;
            default: lines_.push_back({LineRole::Evidence, {}, {}, block.lines.first});
        }
    }

    void add_heading(const Block& block) {
        lines_.push_back({LineRole::Heading,
                          std::string{trim(plain_text(block.inlines))},
                          {},
                          block.lines.first});
    }

    void add_paragraph(Block& block) {
        if (is_only_pictures(block.inlines)) {
            lines_.push_back({LineRole::Evidence, {}, {}, block.lines.first});
            return;
        }
        for (const auto& line : source_lines(std::move(block.inlines))) {
            auto read = read_line(line.inlines, block.lines.first + line.offset);
            if (!read.text.empty()) lines_.push_back(std::move(read));
        }
    }

    void add_item(Block& item) {
        if (item.children.empty()) return;
        const auto& first = item.children.front();
        const bool has_text =
            first.kind == BlockKind::Paragraph || first.kind == BlockKind::Heading;
        if (!has_text) {
            for (auto& block : item.children) add(block);
            return;
        }
        if (is_only_pictures(first.inlines)) return;
        const auto nested = std::span<const Block>{item.children}.subspan(1);
        lines_.push_back({LineRole::Item, std::string{trim(plain_text(first.inlines))},
                          words_of(nested), item.lines.first, begins_bold(first.inlines)});
    }

    void add_table(const Block& block) {
        for (std::size_t i = 1; i < block.children.size(); ++i) {  // below the head
            const auto& row = block.children[i];
            AnswerLine line{.role = LineRole::Row, .text = {}, .rest = {}, .line = row.lines.first};
            for (const auto& cell : row.children)
                append(&cell == &row.children.front() ? line.text : line.rest,
                       plain_text(cell.inlines));
            lines_.push_back(std::move(line));
        }
    }

    void add_html(const Block& block) {
        const auto text = trim(block.literal);
        const bool mark =
            text.starts_with("<!--") && text.find("points") != text.npos && text.size() < 24;
        lines_.push_back(
            {mark ? LineRole::PointsMark : LineRole::Evidence, {}, {}, block.lines.first});
    }

    std::vector<AnswerLine> lines_;
};

}  // namespace

std::vector<AnswerLine> answer_lines(std::string_view markdown, int first_line) {
    auto document = parse(markdown, first_line);
    // A back that is one quotation (a callout) is the answer, not evidence for it.
    while (document.blocks.size() == 1 && document.blocks.front().kind == BlockKind::Quote) {
        auto inner = std::move(document.blocks.front().children);
        document.blocks = std::move(inner);
    }
    return LineReader{}.read(std::move(document.blocks));
}

}  // namespace wengu
