// Paragraphs of a page: most are text, but some of their lines are parts by themselves, and some
// are lists that Markdown does not know.

#include "cards/affixes.h"
#include "cards/page_builder.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// A list marker set in by four columns or more.
bool is_deep_item(std::string_view line) {
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || indent < 4 || indent + 2 >= line.size()) return false;
    return (line[indent] == '-' || line[indent] == '*' || line[indent] == '+') &&
           line[indent + 1] == ' ';
}

/// The number that opens a line, and what closes it: "1、", "2）", "（3）", "4.中文".
struct LineNumber {
    int number = 0;
    std::string_view close;
};

/// Nothing for the ways of Markdown, which opens a list by itself.
std::optional<LineNumber> line_number(std::string_view text) {
    static constexpr ByteSet kStarts{"0123456789(\xEF"};
    if (text.empty() || !kStarts.has(text.front())) return std::nullopt;
    const bool open = text.starts_with('(') || text.starts_with("（");
    if (open) text.remove_prefix(text[0] == '(' ? 1 : 3);
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 3) return std::nullopt;
    const auto number = number_in<int>(text.substr(0, digits));
    text.remove_prefix(digits);
    for (const std::string_view close : {"、", "．", "）", ")", "."}) {
        if (!text.starts_with(close)) continue;
        const auto rest = text.substr(close.size());
        const bool closes = close == ")" || close == "）";
        if (rest.empty() || (open && !closes)) return std::nullopt;
        if (close == "." && (is_digit(rest[0]) || rest[0] == ' ')) return std::nullopt;
        return LineNumber{*number, close};
    }
    return std::nullopt;
}

/// What may follow "##" without a blank: "标题", "1.锁的作用", "volatile的作用", "What is it?".
bool may_be_title(std::string_view text) {
    if (has_cjk(text.substr(0, 3))) return true;
    if (!is_alpha(text[0]) && !is_digit(text[0])) return false;
    return text.ends_with('?') || has_cjk(text);
}

}  // namespace

/// "##标题": a heading without its blank.
bool PageBuilder::add_tight_heading(std::string_view text, int line, Place place) {
    const auto rest = text.substr(std::min(text.find_first_not_of('#'), text.size()));
    const auto level = static_cast<int>(text.size() - rest.size());
    if (level > 6 || rest.empty() || rest[0] == ' ' || !may_be_title(rest)) return false;
    auto& part = add(PartKind::Heading, {line, line}, place);
    part.level = level;
    say(part, rest);
    return true;
}

/// Adds one line of a paragraph that is a part by itself; false if it is plain text.
bool PageBuilder::add_special_line(int line, Place place) {
    const auto source = page_.line(line);
    const auto text = place.opens
                          ? page_.words_of(line)
                          : trim(source.substr(std::min(kIndent.skip(source), source.size())));
    if (text.starts_with("##") && add_tight_heading(text, line, place)) return true;
    const bool marked = text.starts_with("==") || text.starts_with("__") || text.starts_with("【");
    if (!marked && text.substr(0, 18).find("**") == std::string_view::npos) return false;
    const auto bold = bold_line(text);
    if (!bold) return false;
    auto& part = add(PartKind::Bold, {line, line}, place);
    say(part, bold->alone && !marked ? text : bold->bold);
    if (!bold->alone) part.rest = page_.keep(clean_text(bold->rest));
    return true;
}

/// Lines that begin with numbers that count on: a list, as Chinese writes it. Adds it with
/// what stands below each number; false if the paragraph has none.
bool PageBuilder::add_counted_lines(LineRange lines, Place place) {
    std::vector<int> starts;
    LineNumber before;
    for (int n = lines.first; n <= lines.last; ++n) {
        const auto source = page_.line(n);
        const auto found =
            line_number(source.substr(std::min(kIndent.skip(source), source.size())));
        if (!found) continue;
        const bool counts_on =
            starts.empty() || (found->number == before.number + 1 && found->close == before.close);
        if (!counts_on) return false;
        before = *found;
        starts.push_back(n);
    }
    if (starts.size() < 2) return false;
    if (starts[0] > lines.first) add_paragraph({lines.first, starts[0] - 1}, place);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const int first = starts[i];
        const int last = i + 1 < starts.size() ? starts[i + 1] - 1 : lines.last;
        const int index = page_.part_count();
        auto& item = add(PartKind::Item, {first, last}, place);
        item.own_last = first;
        item.ordered = true;
        say(item, page_.words_of(first));
        if (last > first) {
            add_paragraph({first + 1, last},
                          {.parent = index, .depth = place.depth + 1, .quoted = place.quoted});
        }
        page_.parts_[static_cast<std::size_t>(index)].end = page_.part_count();
    }
    return true;
}

void PageBuilder::add_paragraph(LineRange lines, Place place) {
    if (lines.last > lines.first && add_counted_lines(lines, place)) return;
    bool in_text = false;
    for (int n = lines.first; n <= lines.last; ++n) {
        auto here = place;
        here.opens = place.opens && n == lines.first;
        if (add_special_line(n, here)) {
            in_text = false;
        } else if (place.parent < 0 && n > lines.first && is_deep_item(page_.line(n))) {
            // meant as an item below the text, though Markdown reads it as more of the text
            say(add(PartKind::Item, {n, n}, {.quoted = place.quoted}), page_.words_of(n));
            in_text = false;
        } else if (in_text) {
            page_.parts_.back().lines.last = page_.parts_.back().own_last = n;
        } else {
            add(PartKind::Text, {n, n}, here);
            in_text = true;
        }
    }
}

}  // namespace wengu
