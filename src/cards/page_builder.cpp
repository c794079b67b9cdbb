#include "cards/page_builder.h"

#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <iterator>

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

/// "[[another note]]" and nothing else.
bool is_note_link(std::string_view text) {
    return text.starts_with("[[") && text.find("]]") == text.size() - 2;
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

/// The number that opens a text, where only a blank follows it; -1 without one.
int bare_number(std::string_view text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 4 || digits >= text.size() || text[digits] != ' ') return -1;
    return *number_in<int>(text.substr(0, digits));
}

/// "✅ 是否有回滚方案？": a line to be ticked off.
bool opens_with_tick(std::string_view text) {
    constexpr std::array<std::string_view, 5> kTicks{"✅", "☑", "☐", "✔", "⬜"};
    return std::ranges::any_of(kTicks,
                               [&](std::string_view tick) { return text.starts_with(tick); });
}

/// Without "#tag" at the end: "什么是水位线？ #复习". "#12" and "C #" are no tags.
std::string without_note_tags(std::string text) {
    while (true) {
        const auto mark = text.rfind(" #");
        if (mark == std::string::npos || mark == 0) return text;
        const auto tag = std::string_view{text}.substr(mark + 2);
        const bool named = !tag.empty() && tag.find_first_of(" #`") == std::string_view::npos &&
                           tag.find_first_not_of("0123456789") != std::string_view::npos;
        if (!named) return text;
        text.resize(mark);
        while (text.ends_with(' ')) text.pop_back();
    }
}

/// The text with what stands between %% and %% blanked out: nobody is shown it.
std::string without_remarks(std::string_view text) {
    std::string shown{text};
    auto open = std::string::npos;
    bool fence = false;
    for (std::size_t at = 0; at < shown.size();) {
        const auto end = std::min(shown.find('\n', at), shown.size());
        const auto line = trim(std::string_view{shown}.substr(at, end - at));
        if (open == std::string::npos && line.starts_with("```")) fence = !fence;
        if (!fence && line == "%%") {
            if (open != std::string::npos) {
                for (auto i = open; i < end; ++i)
                    shown[i] = shown[i] == '\n' || shown[i] == '\r' ? shown[i] : ' ';
            }
            open = open == std::string::npos ? at : std::string::npos;
        }
        at = end + 1;
    }
    return shown;
}

}  // namespace

void PageBuilder::build(std::string_view text) {
    page_.opaque_.assign(page_.lines_.size(), 0);
    find_bare_numbers();
    const auto shown = without_remarks(text);
    add_blocks(read_blocks(shown), {});
    sort_parts();
    add_text_lines();
    add_sections();
    page_.folds_ = find_folds(page_);
}

void PageBuilder::sort_parts() {
    for (int i = 0; i < page_.part_count(); ++i)
        page_.by_kind_[static_cast<std::size_t>(page_.part(i).kind)].push_back(i);
}

void PageBuilder::add_text_lines() {
    for (int i = 0; i < page_.part_count(); ++i) {
        const auto& part = page_.part(i);
        const bool running = part.kind == PartKind::Text || part.kind == PartKind::Bold ||
                             part.kind == PartKind::Item;
        for (int n = part.lines.first; running && n <= part.own_last; ++n)
            page_.text_lines_.push_back({n, i, page_.words_of(n)});
    }
}

/// A fence that is never closed swallows the rest: reads on at its next heading.
std::vector<Block> PageBuilder::read_blocks(std::string_view text) {
    auto blocks = parse_blocks(text, page_.first_line_).blocks;
    for (int guard = 0; guard < 8 && !blocks.empty(); ++guard) {
        auto& last = blocks.back();
        const int again = reopen_line(last);
        if (again == 0) break;
        if (page_.unclosed_fence_ == 0) page_.unclosed_fence_ = last.lines.first;
        last.lines.last = again - 1;
        const auto at = static_cast<std::size_t>(page_.line(again).data() - page_.text_.data());
        auto more = parse_blocks(text.substr(at), again).blocks;
        std::ranges::move(more, std::back_inserter(blocks));
    }
    return blocks;
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

void PageBuilder::find_bare_numbers() {
    for (int n = page_.first_line_; n <= page_.last_line(); ++n) {
        auto words = page_.words_of(n);
        words.remove_prefix(std::min(words.find_first_not_of("#* "), words.size()));
        if (const int number = bare_number(words); number >= 0) bare_numbers_.insert(number);
    }
}

/// "404 是什么意思？": a bare number is one of the author's counting only where the note counts on.
bool PageBuilder::opens_with_other_number(std::string_view text) const {
    const int number = bare_number(text);
    return number > 1 && !bare_numbers_.contains(number - 1) && !bare_numbers_.contains(number + 1);
}

/// "<h6 id='x'>Indication</h6>" alone on its line.
bool PageBuilder::add_html_heading(LineRange lines, Place place) {
    const auto text = trim(page_.line(lines.first));
    const bool opens = lines.first == lines.last && text.size() > 9 && text.starts_with("<h") &&
                       text[2] >= '1' && text[2] <= '6' && (text[3] == '>' || text[3] == ' ');
    if (!opens || text.find("</h") != text.size() - 5) return false;
    auto& part = add(PartKind::Heading, lines, place);
    part.level = text[2] - '0';
    say(part, text);
    return true;
}

/// Gives a part its words, and asks once for all rules what they say.
void PageBuilder::say(Part& part, std::string_view markdown) {
    part.text = page_.keep(without_note_tags(clean_text(markdown)));
    if (part.text.empty()) return;
    part.asked = opens_with_other_number(part.text) ? part.text : question_text(part.text);
    part.asks = asking(part.asked, words_);
    part.asks_in_list =
        part.kind == PartKind::Item ? item_asking(part.asked, part.asks, words_) : part.asks;
    if (part.kind == PartKind::Bold) part.series = page_.keep(series_of(part.text));
}

Part& PageBuilder::add(PartKind kind, LineRange lines, Place place) {
    auto& part = page_.parts_.emplace_back();
    part.kind = kind;
    part.lines = lines;
    part.own_last = lines.last;
    part.end = page_.part_count();
    part.parent = place.parent;
    part.depth = place.depth;
    part.quoted = place.quoted;
    part.opens = place.opens;
    return part;
}

void PageBuilder::mark_opaque(LineRange lines) {
    for (int n = lines.first; n <= lines.last; ++n) {
        const auto index = static_cast<std::size_t>(n - page_.first_line_);
        if (index < page_.opaque_.size()) page_.opaque_[index] = 1;
    }
}

void PageBuilder::add_blocks(std::span<const Block> blocks, Place place) {
    for (const auto& block : blocks) add_block(block, place);
}

void PageBuilder::add_block(const Block& found, Place place) {
    const auto opaque = [&](PartKind kind) {
        mark_opaque(found.lines);
        add(kind, found.lines, place);
    };
    switch (found.kind) {
        case BlockKind::Heading: return add_heading(found, place);
        case BlockKind::Paragraph: return add_paragraph(found.lines, place);
        case BlockKind::Quote: return add_quote(found, place);
        case BlockKind::Html:
            if (!add_html_heading(found.lines, place)) add(PartKind::Html, found.lines, place);
            return;
        case BlockKind::Rule: add(PartKind::Rule, found.lines, place); return;
        case BlockKind::Table: return opaque(PartKind::Table);
        case BlockKind::Code: return opaque(PartKind::Code);
        case BlockKind::Math: return opaque(PartKind::Math);
        case BlockKind::List:
            place.opens = false;
            for (const auto& item : found.children) add_item(item, found.ordered, place);
            return;
        default: return;
    }
}

bool PageBuilder::is_setext_accident(const Block& block) const {
    const auto first = trim(page_.line(block.lines.first));
    if (first.starts_with('#') || block.lines.last == block.lines.first) return false;
    if (block.lines.last - block.lines.first > 1) return true;  // a paragraph of several lines
    const auto text = page_.words_of(block.lines.first);
    const bool sentences =
        text.find("。") != std::string_view::npos || text.find(". ") != std::string_view::npos;
    if (ends_asking(text) && !sentences) return false;
    for (const std::string_view end : {"。", "：", ":", ".", "）", ")", "；", "*", "`", "|"}) {
        if (text.ends_with(end)) return true;
    }
    const bool card = text.find("::") != std::string_view::npos ||
                      text.find("#card") != std::string_view::npos ||
                      text.find("#flashcard") != std::string_view::npos;
    return card || count_code_points(text) > 40 || stands_out(text);
}

void PageBuilder::add_heading(const Block& block, Place place) {
    if (is_setext_accident(block)) {
        add_paragraph({block.lines.first, block.lines.last - 1}, place);
        place.opens = false;
        add(PartKind::Rule, {block.lines.last, block.lines.last}, place);
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
    auto& part = add(PartKind::Heading, block.lines, place);
    part.level = block.level;
    say(part, text);
}

/// "1. What is X?" and on the next line of the same paragraph its answer.
bool PageBuilder::is_answered_at_once(LineRange lines) const {
    if (lines.last == lines.first) return false;
    const auto first = page_.words_of(lines.first);
    const bool asks = ends_asking(first);
    for (int n = lines.first + 1; n <= lines.last; ++n) {
        const auto line = trim(page_.line(n));  // several questions, a wrapped one, options
        const bool follow_up = asks && n > lines.first + 1;
        if ((ends_asking(line) && !follow_up) || is_first_option(line)) return false;
    }
    if (asks) return true;
    const auto bold = bold_line(first);
    const bool wrapped = first.ends_with("，") || first.ends_with("、") || first.ends_with("的") ||
                         first.ends_with("和") || first.ends_with("与");
    const bool sentence =
        first.ends_with('.') || (has_cjk(first) && !wrapped) || (bold && bold->alone);
    return sentence && asking(question_text(clean_text(first)), words_) != Asking::No;
}

int PageBuilder::item_own_last(const Block& item, const Block* paragraph) const {
    int last = item.lines.first;
    if (paragraph == nullptr || is_answered_at_once({last, paragraph->lines.last})) return last;
    for (int n = last + 1; n <= paragraph->lines.last; ++n) {
        if (stands_out(trim(page_.line(n))) || is_first_option(trim(page_.line(n)))) break;
        last = n;
    }
    return last;
}

void PageBuilder::add_item(const Block& found, bool ordered, Place place) {
    std::span<const Block> blocks = found.children;
    const bool opens = !blocks.empty();
    const auto* paragraph =
        opens && blocks.front().kind == BlockKind::Paragraph ? &blocks.front() : nullptr;
    const int own_last = item_own_last(found, paragraph);
    const int part = page_.part_count();
    auto& item = add(PartKind::Item, found.lines, place);
    item.own_last = own_last;
    item.ordered = ordered;
    item.task = found.task || opens_with_tick(page_.words_of(found.lines.first));
    Place inside{.parent = part, .depth = place.depth + 1, .quoted = place.quoted};
    if (paragraph != nullptr) {
        std::string joined;
        say(item, page_.own_words(item, joined));
        if (is_note_link(page_.words_of(found.lines.first)))  // its question stands over there
            item.asks = item.asks_in_list = Asking::No;
        const int last = paragraph->lines.last;
        if (last > own_last) add_paragraph({own_last + 1, last}, inside);
        blocks = blocks.subspan(1);
    } else if (opens) {
        inside.opens = true;
        add_block(blocks.front(), inside);
        inside.opens = false;
        blocks = blocks.subspan(1);
    }
    add_blocks(blocks, inside);
    page_.parts_[static_cast<std::size_t>(part)].end = page_.part_count();
}

void PageBuilder::add_quote(const Block& quote, Place place) {
    const int part = page_.part_count();
    add(PartKind::Quote, quote.lines, {.parent = place.parent, .depth = place.depth});
    add_blocks(quote.children, {.parent = part, .depth = place.depth, .quoted = true});
    page_.parts_[static_cast<std::size_t>(part)].end = page_.part_count();
}

}  // namespace wengu
