#include "cards/page_builder.h"

#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// A line that opens an answer, asks in a marked way, or stands alone as a
/// separator: it never belongs to the paragraph before it.
bool stands_out(std::string_view text) {
    if (text.empty()) return false;
    switch (text[0]) {
        case 'A': return text.starts_with("A:") || text.starts_with("A：");
        case 'Q':
            return text.size() > 1 && (text[1] == ':' || text.starts_with("Q：") ||
                                       (text[1] >= '0' && text[1] <= '9'));
        case '?': return text == "?" || text == "??";
        case '*': return text.starts_with("**");
        default:
            return text.starts_with("答：") || text.starts_with("答:") ||
                   text.starts_with("问：") || text.starts_with("问:");
    }
}

bool ends_asking(std::string_view text) {
    while (text.ends_with('*') || text.ends_with('_') || text.ends_with(' ')) text.remove_suffix(1);
    return text.ends_with('?') || text.ends_with("？");
}

/// "A. ...", "A、...": the first of lettered options.
bool is_first_option(std::string_view text) {
    if (!text.starts_with('A')) return false;
    const auto rest = text.substr(1);
    return rest.starts_with(". ") || rest.starts_with("、") || rest.starts_with("．") ||
           rest.starts_with(')') || rest.starts_with("）");
}

/// A list marker set in by four columns or more.
bool is_deep_item(std::string_view line) {
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || indent < 4 || indent + 2 >= line.size()) return false;
    return (line[indent] == '-' || line[indent] == '*' || line[indent] == '+') &&
           line[indent + 1] == ' ';
}

}  // namespace

void PageBuilder::build(std::string_view text) {
    page_.opaque_.assign(page_.lines_.size(), 0);
    page_.parts_.reserve(page_.lines_.size() / 2 + 8);
    auto document = parse(text, page_.lines_, Detail::Blocks, page_.first_line_);
    // A fence that is never closed swallows the rest: go on at its next heading.
    for (int guard = 0; guard < 8; ++guard) {
        const int again = document.blocks.empty() ? 0 : reopen_line(document.blocks.back());
        if (again == 0) break;
        auto& fence = document.blocks.back();
        if (page_.unclosed_fence_ == 0) page_.unclosed_fence_ = fence.lines.first;
        fence.lines.last = again - 1;
        const auto at = static_cast<std::size_t>(page_.line(again).data() - text.data());
        auto more = parse(text.substr(at), Detail::Blocks, again);
        for (auto& block : more.blocks) document.blocks.push_back(std::move(block));
    }
    add_blocks(document.blocks, -1, 0, false);
    add_sections();
    page_.folds_ = find_folds(page_);
}

int PageBuilder::reopen_line(const Block& fence) const {
    if (fence.kind != BlockKind::Code || !fence.fenced || fence.lines.last < page_.last_line() - 1)
        return 0;
    const auto close = trim(page_.line(fence.lines.last));
    if (fence.lines.last > fence.lines.first &&
        (close.starts_with("```") || close.starts_with("~~~")))
        return 0;
    for (int n = fence.lines.first + 1; n < fence.lines.last; ++n) {
        const auto line = page_.line(n);
        const auto marks = std::min(line.find_first_not_of('#'), line.size());
        const bool heading = marks >= 2 && marks <= 6 && marks < line.size() && line[marks] == ' ';
        if (heading && page_.is_blank(n - 1) && page_.is_blank(n + 1)) return n;
    }
    return 0;
}

/// What the words of a part say, asked once for all rules.
void PageBuilder::understand(Part& part) const {
    const auto question = question_text(part.text);
    part.asked_first = static_cast<std::size_t>(question.data() - part.text.data());
    part.asked_size = question.size();
    part.asks = asking(question, words_);
    part.asks_in_list =
        part.kind == PartKind::Item ? item_asking(question, part.asks, words_) : part.asks;
    if (part.kind == PartKind::Bold) part.series = series_of(part.text);
}

int PageBuilder::add(Part part) {
    if (!part.text.empty()) understand(part);
    if (part.own_last == 0) part.own_last = part.lines.last;
    page_.parts_.push_back(std::move(part));
    const auto index = page_.part_count() - 1;
    page_.parts_.back().end = index + 1;
    return index;
}

void PageBuilder::mark_opaque(LineRange lines) {
    for (int n = lines.first; n <= lines.last; ++n) {
        const auto index = static_cast<std::size_t>(n - page_.first_line_);
        if (index < page_.opaque_.size()) page_.opaque_[index] = 1;
    }
}

void PageBuilder::add_blocks(const std::vector<Block>& blocks, int parent, int depth, bool quoted) {
    for (const auto& block : blocks) add_block(block, parent, depth, quoted, false);
}

void PageBuilder::add_block(const Block& block, int parent, int depth, bool quoted, bool opens) {
    const auto simple = [&](PartKind kind) {
        add({.kind = kind,
             .lines = block.lines,
             .parent = parent,
             .depth = depth,
             .opens = opens,
             .quoted = quoted});
    };
    switch (block.kind) {
        case BlockKind::Heading: return add_heading(block, parent, depth, quoted, opens);
        case BlockKind::Paragraph: return add_paragraph(block.lines, parent, depth, quoted, opens);
        case BlockKind::Quote: return add_quote(block, parent, depth);
        case BlockKind::Html: return simple(PartKind::Html);
        case BlockKind::Rule: return simple(PartKind::Rule);
        case BlockKind::Table: mark_opaque(block.lines); return simple(PartKind::Table);
        case BlockKind::Code: mark_opaque(block.lines); return simple(PartKind::Code);
        case BlockKind::Math: mark_opaque(block.lines); return simple(PartKind::Math);
        case BlockKind::List:
            for (const auto& item : block.children)
                add_item(item, block.ordered, parent, depth, quoted);
            return;
        default: return;
    }
}

bool PageBuilder::is_setext_accident(const Block& block) const {
    const auto first = trim(page_.line(block.lines.first));
    if (first.starts_with('#') || block.lines.last == block.lines.first) return false;
    if (block.lines.last - block.lines.first > 1) return true;  // a paragraph of several lines
    const auto text = page_.words_of(block.lines.first);
    for (const std::string_view end : {"。", "：", ":", ".", "）", ")", "；", "*", "`", "|"}) {
        if (text.ends_with(end)) return true;
    }
    const bool card = text.find("::") != std::string_view::npos ||
                      text.find("#card") != std::string_view::npos ||
                      text.find("#flashcard") != std::string_view::npos;
    return card || count_code_points(text) > 40 || stands_out(text);
}

void PageBuilder::add_heading(const Block& block, int parent, int depth, bool quoted, bool opens) {
    if (is_setext_accident(block)) {
        add_paragraph({block.lines.first, block.lines.last - 1}, parent, depth, quoted, opens);
        add({.kind = PartKind::Rule,
             .lines = {block.lines.last, block.lines.last},
             .parent = parent,
             .depth = depth,
             .quoted = quoted});
        return;
    }
    auto text = page_.words_of(block.lines.first);
    const auto marks = std::min(text.find_first_not_of('#'), text.size());
    text = trim(text.substr(marks));
    while (marks > 0 && text.ends_with('#')) {
        const auto end = text.find_last_not_of('#');
        if (end == std::string_view::npos || text[end] != ' ') break;
        text = trim(text.substr(0, end));
    }
    add({.kind = PartKind::Heading,
         .lines = block.lines,
         .parent = parent,
         .depth = depth,
         .level = block.level,
         .opens = opens,
         .quoted = quoted,
         .text = clean_text(text)});
}

/// Adds one line of a paragraph that is a part by itself; false if it is plain text.
bool PageBuilder::add_special_line(int line, int parent, int depth, bool quoted, bool opens) {
    const auto text =
        opens ? page_.words_of(line)
              : trim(page_.line(line).substr(
                    std::min(page_.line(line).find_first_not_of(" \t>"), page_.line(line).size())));
    if (text.starts_with("##")) {
        auto rest = text.substr(std::min(text.find_first_not_of('#'), text.size()));
        const auto level = static_cast<int>(text.size() - rest.size());
        if (level <= 6 && !rest.empty() && rest[0] != ' ' && has_cjk(rest.substr(0, 3))) {
            add({.kind = PartKind::Heading,
                 .lines = {line, line},
                 .parent = parent,
                 .depth = depth,
                 .level = level,
                 .opens = opens,
                 .quoted = quoted,
                 .text = clean_text(rest)});
            return true;
        }
    }
    if (text.find("**") > 16) return false;
    const auto bold = bold_line(text);
    if (!bold) return false;
    add({.kind = PartKind::Bold,
         .lines = {line, line},
         .parent = parent,
         .depth = depth,
         .opens = opens,
         .quoted = quoted,
         .text = bold->alone ? clean_text(text) : clean_text(bold->bold),
         .rest = bold->alone ? std::string{} : clean_text(bold->rest)});
    return true;
}

void PageBuilder::add_paragraph(LineRange lines, int parent, int depth, bool quoted, bool opens) {
    bool in_text = false;
    for (int n = lines.first; n <= lines.last; ++n) {
        if (add_special_line(n, parent, depth, quoted, opens && n == lines.first)) {
            in_text = false;
        } else if (parent < 0 && n > lines.first && is_deep_item(page_.line(n))) {
            // meant as an item below the text, though Markdown reads it as more of the text
            add({.kind = PartKind::Item,
                 .lines = {n, n},
                 .quoted = quoted,
                 .text = clean_text(page_.words_of(n))});
            in_text = false;
        } else if (in_text) {
            page_.parts_.back().lines.last = page_.parts_.back().own_last = n;
        } else {
            add({.kind = PartKind::Text,
                 .lines = {n, n},
                 .parent = parent,
                 .depth = depth,
                 .opens = opens && n == lines.first,
                 .quoted = quoted});
            in_text = true;
        }
    }
}

/// "1. What is X?" and on the next line of the same paragraph its answer.
bool PageBuilder::is_answered_at_once(LineRange lines) const {
    if (lines.last == lines.first) return false;
    const auto first = page_.words_of(lines.first);
    for (int n = lines.first + 1; n <= lines.last; ++n) {
        const auto line = trim(page_.line(n));  // several questions, a wrapped one, options
        if (ends_asking(line) || is_first_option(line)) return false;
    }
    if (ends_asking(first)) return true;
    const auto bold = bold_line(first);
    const bool wrapped = first.ends_with("，") || first.ends_with("、") || first.ends_with("的") ||
                         first.ends_with("和") || first.ends_with("与");
    const bool sentence =
        first.ends_with('.') || (has_cjk(first) && !wrapped) || (bold && bold->alone);
    return sentence && asking(question_text(clean_text(first)), words_) != Asking::No;
}

int PageBuilder::item_own_last(const Block& block) const {
    const bool paragraph =
        !block.children.empty() && block.children[0].kind == BlockKind::Paragraph;
    if (!paragraph) return block.lines.first;
    int last = block.lines.first;
    if (is_answered_at_once({last, block.children[0].lines.last})) return last;
    for (int n = last + 1; n <= block.children[0].lines.last; ++n) {
        if (stands_out(trim(page_.line(n))) || is_first_option(trim(page_.line(n)))) break;
        last = n;
    }
    return last;
}

void PageBuilder::add_item(const Block& block, bool ordered, int parent, int depth, bool quoted) {
    const bool paragraph =
        !block.children.empty() && block.children[0].kind == BlockKind::Paragraph;
    const int own_last = item_own_last(block);
    const int index = add({.kind = PartKind::Item,
                           .lines = block.lines,
                           .own_last = own_last,
                           .parent = parent,
                           .depth = depth,
                           .ordered = ordered,
                           .task = block.task,
                           .quoted = quoted});
    if (paragraph) {
        auto& item = page_.parts_.back();
        std::string joined;
        item.text = clean_text(page_.own_words(item, joined));
        understand(item);
        const int last = block.children[0].lines.last;
        if (last > own_last) add_paragraph({own_last + 1, last}, index, depth + 1, quoted, false);
    }
    for (std::size_t i = paragraph ? 1 : 0; i < block.children.size(); ++i) {
        add_block(block.children[i], index, depth + 1, quoted, i == 0);
    }
    page_.parts_[static_cast<std::size_t>(index)].end = page_.part_count();
}

void PageBuilder::add_quote(const Block& block, int parent, int depth) {
    const int index =
        add({.kind = PartKind::Quote, .lines = block.lines, .parent = parent, .depth = depth});
    add_blocks(block.children, index, depth, true);
    page_.parts_[static_cast<std::size_t>(index)].end = page_.part_count();
}

int PageBuilder::rank_of(const Part& part) const {
    if (part.depth == 0 || part.opens) return part.level;
    return part.level + 10;  // a heading inside an item stays in the item
}

/// "#### 答案：C": its body answers what stands before it; it opens no section.
bool PageBuilder::is_answer_heading(const Part& part, std::string_view key,
                                    const Section& before) const {
    if (words_.has("standard answer titles", key) || part.level < before.rank) return false;
    const auto colon = std::min(key.find("："), key.find(':'));
    if (colon != std::string_view::npos) key = trim(key.substr(0, colon));
    if (!words_.has("answer titles", key)) return false;
    const bool after_list = words_.has("question list titles", before.key) ||
                            words_.has("question titles", before.key) ||
                            words_.has("answer titles", before.key);
    return before.part >= 0 && !after_list;
}

/// A heading that opens a fold below lettered options answers them, whatever its words.
bool PageBuilder::is_below_options(int i) const {
    int k = i - 1;
    bool fold = false;
    for (; k >= 0 && page_.part(k).kind == PartKind::Html; --k)
        fold = fold || page_.line(page_.part(k).lines.first).find("<details") != std::string::npos;
    if (!fold || k < 0 || page_.part(k).kind != PartKind::Item) return false;
    auto words = page_.words_of(page_.part(k).lines.first);
    if (words.size() < 3 || words[0] < 'A' || words[0] > 'H') return false;
    words.remove_prefix(1);
    while (words.starts_with(' ') || words.starts_with("\u00A0"))
        words.remove_prefix(words[0] == ' ' ? 1 : 2);
    return words.starts_with(':') || words.starts_with("：") || words.starts_with('.') ||
           words.starts_with(')');
}

void PageBuilder::close_sections(std::vector<int>& open, int rank, int last_line) {
    while (open.size() > 1) {
        auto& section = page_.sections_[static_cast<std::size_t>(open.back())];
        if (section.rank < rank) return;
        section.lines.last = last_line;
        open.pop_back();
    }
}

void PageBuilder::add_sections() {
    const int first = page_.first_line_;
    const int last = page_.last_line();
    page_.sections_.push_back(
        {.part = -1, .rank = 0, .parent = -1, .lines = {first, last}, .body_first = first});
    page_.section_of_line_.assign(page_.lines_.size(), 0);
    std::vector<int> open{0};
    for (int i = 0; i < page_.part_count(); ++i) {
        auto& part = page_.parts_[static_cast<std::size_t>(i)];
        part.section = open.back();
        if (part.kind != PartKind::Heading || part.quoted || part.text.empty()) continue;
        auto key = title_key(part.text);
        if (is_answer_heading(part, key, page_.section(open.back())) || is_below_options(i))
            continue;
        const int rank = rank_of(part);
        close_sections(open, rank, part.lines.first - 1);
        const int index = page_.section_count();
        const int parent = open.back();
        std::string title{asked_in(part)};
        page_.sections_.push_back({.part = i,
                                   .rank = rank,
                                   .parent = parent,
                                   .lines = {part.lines.first, last},
                                   .body_first = part.lines.last + 1,
                                   .title = std::move(title),
                                   .key = std::move(key)});
        page_.sections_[static_cast<std::size_t>(parent)].children.push_back(index);
        open.push_back(index);
        part.section = index;
    }
    close_sections(open, 0, last);
    // The innermost section of a line is the one whose heading came last.
    for (int i = 1; i < page_.section_count(); ++i) {
        const auto from = page_.section(i).lines.first;
        const auto to = i + 1 < page_.section_count() ? page_.section(i + 1).lines.first : last + 1;
        for (int n = from; n < to; ++n)
            page_.section_of_line_[static_cast<std::size_t>(n - first)] = i;
    }
}

}  // namespace wengu
