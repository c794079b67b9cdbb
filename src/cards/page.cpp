#include "cards/page.h"

#include "cards/page_builder.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// Bytes of blanks and quote marks before a line's own text.
std::size_t indent_of(std::string_view line) { return std::min(kIndent.skip(line), line.size()); }

/// Bytes of a list marker at the front of `text`, its blank included; 0 if none.
std::size_t marker_of(std::string_view text) {
    static constexpr ByteSet kBlanks{" \t"};
    static constexpr ByteSet kDigits{"0123456789"};
    static constexpr ByteSet kStarts{"-*+0123456789"};
    if (text.empty() || !kStarts.has(text[0])) return 0;
    std::size_t length = 1;
    if (kDigits.has(text[0])) {
        length = std::min(kDigits.skip(text), text.size());
        if (length > 9 || length >= text.size()) return 0;
        if (text[length] != '.' && text[length] != ')') return 0;
        ++length;
    }
    if (length < text.size() && !kBlanks.has(text[length])) return 0;
    return std::min(kBlanks.skip(text, length), text.size());
}

std::string_view without_check_box(std::string_view text) {
    const bool box = text.size() > 3 && text[0] == '[' && text[2] == ']' && text[3] == ' ';
    return box && (text[1] == ' ' || text[1] == 'x' || text[1] == 'X') ? trim(text.substr(3))
                                                                       : text;
}

/// A line without indentation, quote marks and list marker.
std::string_view own_words_in(std::string_view text) {
    text.remove_prefix(indent_of(text));
    const auto marker = marker_of(text);
    // "- - -" and "* * *" are rules; a lone marker is an empty item
    text.remove_prefix(marker);
    while (marker > 0) {
        const auto more = marker_of(text);
        if (more == 0 || more == text.size()) break;
        if (text[0] >= '0' && text[0] <= '9') break;  // "- 1. text": the number is the author's
        text.remove_prefix(more);
    }
    return trim(marker > 0 ? without_check_box(text) : text);
}

/// What stands after the number in a line of a series.
bool ends_series_mark(char32_t c) {
    switch (c) {
        case U':':
        case U'：':
        case U'(':
        case U'（':
        case U'、':
        case U'.':
        case U')':
        case U'）':
        case U',':
        case U'，':
        case U'"':
        case U'“':
        case U'「': return true;
        default: return false;
    }
}

bool is_han_digit(char32_t c) {
    return c >= 0x4E00 &&
           std::u32string_view{U"一二三四五六七八九十"}.find(c) != std::u32string_view::npos;
}

}  // namespace

Page::Page(std::string_view text, int first_line, const Words& words)
    : text_(text), lines_(split_lines(text)), first_line_(first_line) {
    if (!lines_.empty() && lines_[0].starts_with("\xEF\xBB\xBF")) lines_[0].remove_prefix(3);
    PageBuilder{*this, words}.build(text);
}

std::string_view Page::keep(std::string_view text) { return kept_.emplace_back(text); }

std::string_view Page::words_of(int number) const { return own_words_in(line(number)); }

bool Page::is_blank(int number) const {
    return kIndent.skip(line(number)) == std::string_view::npos;
}

int Page::section_at(int number) const {
    const auto index = static_cast<std::size_t>(number - first_line_);
    return index < section_of_line_.size() ? section_of_line_[index] : 0;
}

std::string Page::slice(LineRange range) const {
    std::string text;
    if (range.empty()) return text;
    auto shared = std::string_view::npos;
    for (int n = range.first; n <= range.last; ++n) {
        const auto indent = line(n).find_first_not_of(' ');
        if (indent != std::string_view::npos) shared = std::min(shared, indent);
    }
    if (shared == std::string_view::npos) shared = 0;
    const auto end = line(range.last);
    text.reserve(static_cast<std::size_t>(end.data() + end.size() - line(range.first).data()));
    for (int n = range.first; n <= range.last; ++n) {
        const auto source = line(n);
        if (n > range.first) text += '\n';
        text += source.substr(std::min(shared, source.size()));
    }
    return text;
}

std::string_view Page::own_words(const Part& part, std::string& joined) const {
    if (part.own_last == part.lines.first) return words_of(part.lines.first);
    auto& text = joined;
    text.clear();
    for (int n = part.lines.first; n <= part.own_last; ++n) {
        const auto words =
            n == part.lines.first ? words_of(n) : trim(line(n).substr(indent_of(line(n))));
        const bool wide = !text.empty() && static_cast<unsigned char>(text.back()) >= 0xE3;
        if (!text.empty() && !words.empty() && !wide && !has_cjk(text)) text += ' ';
        text += words;
    }
    return text;
}

namespace {

/// What asks in "==why?==" and "__why?__", where nothing else stands on the line.
std::string_view marked_question(std::string_view text) {
    const auto mark = text.substr(0, 2);
    if ((mark != "==" && mark != "__") || text.size() < 7 || !text.ends_with(mark)) return {};
    const auto inside = text.substr(2, text.size() - 4);
    const bool asks = inside.ends_with('?') || inside.ends_with("？");
    return asks && inside.find(mark) == std::string_view::npos ? trim(inside) : std::string_view{};
}

/// What stands in "【职业规划】" and "【反问】（必问）"; empty where more follows.
std::string_view bracketed_title(std::string_view text) {
    constexpr std::string_view kOpen = "【";
    constexpr std::string_view kClose = "】";
    const auto close = text.find(kClose);
    if (!text.starts_with(kOpen) || close == std::string_view::npos) return {};
    const auto rest = trim(text.substr(close + kClose.size()));
    const bool remark = rest.starts_with("（") && rest.ends_with("）");
    const auto inside = trim(text.substr(kOpen.size(), close - kOpen.size()));
    return (rest.empty() || remark) && count_code_points(inside) >= 3 ? inside : std::string_view{};
}

}  // namespace

std::optional<BoldLine> bold_line(std::string_view text) {
    if (const auto title = bracketed_title(text); !title.empty())
        return BoldLine{title, text.substr(text.size()), true};
    if (const auto asked = marked_question(text); !asked.empty())
        return BoldLine{asked, text.substr(text.size()), true};
    const auto found = text.find("**");
    if (found == std::string_view::npos) return std::nullopt;
    if (found > 0) {  // decoration may come first: "✅ **...**"
        const auto lead = text.substr(0, found);
        if (found > 16 || content_size(lead, 1) > 0 ||
            lead.find_first_of("|`<[(") != std::string_view::npos) {
            return std::nullopt;
        }
    }
    const auto start = text.find_first_not_of('*', found);
    if (start == std::string_view::npos || start - found > 3 || text[start] == ' ')
        return std::nullopt;
    const auto close = text.find("**", start);
    if (close == std::string_view::npos) return std::nullopt;
    const auto end = std::min(text.find_first_not_of('*', close), text.size());
    const auto rest = trim(text.substr(end));
    const auto said = clean_text(rest);
    const bool remark = said.empty() || content_size(said, 1) == 0 ||
                        (said.size() < 40 && (said.starts_with("（") || said.starts_with('(')) &&
                         (said.ends_with("）") || said.ends_with(')')));
    return BoldLine{trim(text.substr(start, close - start)), rest, remark};
}

std::string series_of(std::string_view text) {
    std::string key;
    bool counted = false;
    const auto normalised = normalise(text);
    std::string_view rest = normalised;
    while (!rest.empty() && key.size() < 24) {
        const auto before = rest;
        const char32_t c = take_code_point(rest);
        if (ends_series_mark(c)) return counted ? key : std::string{};
        const bool digit = (c >= '0' && c <= '9') || is_han_digit(c);
        auto next = rest;
        const char32_t after = rest.empty() ? U' ' : take_code_point(next);
        const bool letter =
            c >= 'a' && c <= 'z' &&
            (key.empty() || key.back() == ' ' || static_cast<unsigned char>(key.back()) >= 0x80) &&
            !(after >= 'a' && after <= 'z') && after != '\'';
        if (digit || letter) {
            if (key.empty() || key.back() != '#') key += '#';
            counted = true;
        } else if (counted && c == ' ' && key.size() < 3) {
            return key;
        } else {
            key += before.substr(0, before.size() - rest.size());
        }
    }
    return {};
}

}  // namespace wengu
