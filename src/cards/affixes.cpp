#include "cards/affixes.h"

#include "cards/none.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

/// Pictures that rate or decorate: stars, babies, rockets and what joins them.
bool is_decoration(char32_t c) {
    return (c >= 0x1F300 && c <= 0x1FAFF) ||
           (c >= 0x2600 && c <= 0x27BF && c != 0x2705 && c != 0x274C) || c == 0x2B50 ||
           c == 0x2B06 || c == 0xFE0F || c == 0x200D || (c >= 0x1F1E6 && c <= 0x1F1FF);
}

/// Length in bytes of a ":star:"-like word at the front, or 0.
std::size_t shortcode(std::string_view text) {
    if (text.size() < 4 || text[0] != ':') return 0;
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", 1);
    if (end == kNone || text[end] != ':' || end < 3 || !is_alpha(text[1])) return 0;
    return end + 1;
}

bool is_han_number(char32_t c) {
    switch (c) {
        case U'零':
        case U'一':
        case U'二':
        case U'两':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
        case U'百': return true;
        default: return false;
    }
}

}  // namespace

std::string_view without_leading_decoration(std::string_view text) {
    text = trim(text);
    while (!text.empty()) {
        auto rest = text;
        const auto length = shortcode(text);
        if (length > 0) {
            rest.remove_prefix(length);
        } else if (!is_decoration(take_code_point(rest))) {
            break;
        }
        text = trim(rest);
    }
    return text;
}

std::size_t last_start(std::string_view text) {
    auto start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    return start;
}

char32_t last_code_point(std::string_view text) {
    if (text.empty()) return 0;
    auto last = text.substr(last_start(text));
    return take_code_point(last);
}

std::string_view without_trailing_decoration(std::string_view text) {
    text = trim(text);
    while (!text.empty()) {
        auto start = last_start(text);
        if (text[start] == ':') {
            start = text.size() < 4 ? kNone : text.rfind(':', start - 1);
            if (start == kNone || shortcode(text.substr(start)) != text.size() - start) break;
        } else if (!is_decoration(last_code_point(text))) {
            break;
        }
        text = trim(text.substr(0, start));
    }
    return text;
}

bool is_number_end(char32_t c) {
    return std::u32string_view{U".．、)）:：,，]】"}.find(c) != std::u32string_view::npos;
}

std::size_t arabic_number(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i == 0 || i > 4) return 0;
    while (i + 1 < text.size() && (text[i] == '.' || text[i] == '-') && is_digit(text[i + 1])) {
        const auto start = ++i;
        while (i < text.size() && is_digit(text[i])) ++i;
        if (i - start > 3) return 0;
    }
    return i;
}

std::size_t han_number(std::string_view text) {
    auto rest = text;
    std::size_t length = 0;
    while (!rest.empty() && is_han_number(take_code_point(rest)))
        length = text.size() - rest.size();
    return length > 12 ? 0 : length;
}

namespace {

bool is_counter(char32_t c) {
    return std::u32string_view{U"次个种层大条步年月天级款类倍段"}.find(c) !=
           std::u32string_view::npos;
}

/// "30 秒介绍": a length of time is no number of a title.
bool is_time(std::string_view words) {
    constexpr std::array<std::string_view, 3> kUnits{"秒", "分钟", "小时"};
    return !words.starts_with("秒杀") && std::ranges::any_of(kUnits, [&](std::string_view unit) {
        return words.starts_with(unit);
    });
}

/// The text after a number in brackets or "第…题", or the text itself.
std::string_view without_enclosed_number(std::string_view text) {
    for (const std::string_view open : {"（", "(", "[", "【"}) {
        if (!text.starts_with(open)) continue;
        auto rest = text.substr(open.size());
        const auto length = std::max(arabic_number(rest), han_number(rest));
        if (length == 0) return text;
        rest.remove_prefix(length);
        for (const std::string_view close : {"）", ")", "]", "】"}) {
            if (rest.starts_with(close)) return trim(rest.substr(close.size()));
        }
        return text;
    }
    if (!text.starts_with("第")) return text;
    auto rest = text.substr(std::string_view{"第"}.size());
    const auto length = std::max(arabic_number(rest), han_number(rest));
    rest.remove_prefix(length);
    for (const std::string_view unit : {"题", "问", "章", "节", "讲", "篇", "部分", "课"}) {
        if (length == 0 || !rest.starts_with(unit)) continue;
        const auto after = rest.substr(unit.size());
        rest = trim(after);
        for (const std::string_view mark : {"：", ":", "、", ".", "，", ","}) {
            if (rest.starts_with(mark)) return trim(rest.substr(mark.size()));
        }
        return rest.empty() || rest.size() == after.size() ? text : rest;  // "第二题是什么？"
    }
    return text;
}

/// Text after a plain number, given where the number ends.
std::string_view after_number(std::string_view text, std::size_t length, bool arabic) {
    auto rest = text.substr(length);
    auto after = rest;
    if (after.empty()) return text;
    const char32_t next = take_code_point(after);
    if (is_number_end(next)) {
        if (after.starts_with(')')) after.remove_prefix(1);
        return after.empty() || trim(after).empty() ? text : trim(after);
    }
    if (!arabic) return text;
    if (next != ' ' && next != U'\u3000' && next != '\t') {
        // "1.2标题": a dotted number needs no blank before Chinese text
        return text.substr(0, length).find('.') != kNone && is_cjk(next) && !is_counter(next)
                   ? rest
                   : text;
    }
    const auto words = trim(after);
    if (is_time(words)) return text;
    auto first = words;
    const char32_t start = words.empty() ? 0 : take_code_point(first);
    const bool dotted = text.substr(0, length).find('.') != kNone;
    if (dotted || (is_cjk(start) && !is_counter(start)) || (has_cjk(words) && !is_cjk(start)))
        return words;
    return text;
}

/// The length in bytes of "①" to "⑳", or of a digit in a key cap; 0 for anything else.
std::size_t circled_number(std::string_view text) {
    constexpr std::string_view kKeyCap = "\uFE0F\u20E3";
    if (text.size() > kKeyCap.size() && is_digit(text[0]) && text.substr(1).starts_with(kKeyCap))
        return 1 + kKeyCap.size();
    if (text.empty()) return 0;
    auto rest = text;
    const char32_t first = take_code_point(rest);
    return first >= U'①' && first <= U'⑳' ? text.size() - rest.size() : 0;
}

/// The text after a small Roman number, "ii. ", or the text itself.
std::string_view without_roman_number(std::string_view text) {
    const auto length = text.find_first_not_of("ivx");
    if (length == kNone || length == 0 || length > 5 || length + 2 >= text.size()) return text;
    const bool ended = text[length] == '.' || text[length] == ')';
    return ended && text[length + 1] == ' ' ? trim(text.substr(length + 2)) : text;
}

}  // namespace

std::string_view without_numbering(std::string_view text) {
    text = trim(text);
    if (const auto rest = without_roman_number(text); rest.size() != text.size()) return rest;
    const auto enclosed = without_enclosed_number(text);
    if (enclosed.size() != text.size()) return enclosed;
    if (const auto length = circled_number(text); length > 0) return trim(text.substr(length));
    if (const auto length = arabic_number(text); length > 0)
        return after_number(text, length, true);
    if (const auto length = han_number(text); length > 0) return after_number(text, length, false);
    return text;
}

}  // namespace wengu
