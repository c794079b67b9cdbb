#include "core/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace wengu {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t i) {
    return static_cast<std::uint8_t>(text[i]);
}

bool continues(std::string_view text, std::size_t i) { return (byte_at(text, i) & 0xC0U) == 0x80U; }

/// How many bytes a code point has that begins with `first`; 0 if none does.
std::size_t length_after(std::uint8_t first) {
    if (first < 0x80) return 1;
    if (first < 0xC2) return 0;
    if (first < 0xE0) return 2;
    if (first < 0xF0) return 3;
    return first < 0xF5 ? 4 : 0;
}

/// Decodes the code point at the front; its length in bytes, or 0 when invalid: cut off,
/// overlong, a surrogate, beyond U+10FFFF.
std::size_t decode(std::string_view text, char32_t& code_point) {
    const auto first = byte_at(text, 0);
    const auto length = length_after(first);
    if (length == 0 || text.size() < length) return 0;
    char32_t value = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, i)) return 0;
        value = value << 6U | (byte_at(text, i) & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
    code_point = value;
    return length;
}

bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x00A0 || c == 0x3000 || c == 0x200B ||
           c == 0xFEFF;
}

constexpr char32_t kUncommon = 0xFFFFFFFF;
constexpr char32_t kNothing = 0xFFFFFFFE;

/// What NFKC_Casefold makes of the characters that nearly every text consists of: ASCII, Han and
/// its punctuation, arrows, boxes, pictures. A blank for white space, kNothing where it drops the
/// character, kUncommon for any other one.
char32_t fold_common(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // the wide forms of ASCII
    if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x3000) return ' ';
    const bool plain = c < 0x80 || (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3001 && c <= 0x3015) ||
                       c == 0xB7 || c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 ||
                       c == 0x201C || c == 0x201D || (c >= 0x2190 && c <= 0x2193) ||
                       (c >= 0x2500 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
                       (c >= 0x1F300 && c <= 0x1FAFF);
    if (plain) return c;
    const bool shapes = c == 0xFE0F || c == 0x200D;  // only the picture before it
    return shapes ? kNothing : kUncommon;
}

/// `normalise` for a text of common characters; nullopt for any other one. The library takes
/// several times as long.
std::optional<std::string> normalise_common(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto before = text;
        const char32_t c = take_code_point(text);
        const char32_t folded = fold_common(c);
        if (folded == kUncommon) return std::nullopt;
        if (folded == kNothing || (folded == ' ' && (result.empty() || result.back() == ' ')))
            continue;
        if (folded < 0x80) {
            result += static_cast<char>(folded);
        } else {
            result += before.substr(0, before.size() - text.size());
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        if (static_cast<unsigned char>(text[offset]) < 0x80) {
            ++offset;
            continue;
        }
        char32_t code_point = 0;
        const auto length = decode(text.substr(offset), code_point);
        if (length == 0) return offset;
        offset += length;
    }
    return std::nullopt;
}

char32_t take_code_point(std::string_view& text) {
    char32_t code_point = kReplacement;  // what an invalid byte gives
    text.remove_prefix(std::max<std::size_t>(1, decode(text, code_point)));
    return code_point;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    while (!text.empty()) result.push_back(take_code_point(text));
    return result;
}

void append_utf8(std::string& text, char32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length =
        utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string to_utf8(std::u32string_view code_points) {
    std::string text;
    text.reserve(code_points.size() * 3);
    for (const char32_t c : code_points) append_utf8(text, c);
    return text;
}

int count_code_points(std::string_view text) {
    int count = 0;
    for (; !text.empty(); ++count) take_code_point(text);
    return count;
}

std::string_view trim(std::string_view text) {
    static constexpr std::array<std::string_view, 4> kWide{"\u3000", "\u00A0", "\u200B", "\uFEFF"};
    const auto is_narrow = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    const auto blank_at_front = [&]() -> std::size_t {
        if (is_narrow(text.front())) return 1;
        const auto found = std::ranges::find_if(
            kWide, [&](std::string_view blank) { return text.starts_with(blank); });
        return found == kWide.end() ? 0 : found->size();
    };
    const auto blank_at_end = [&]() -> std::size_t {
        if (is_narrow(text.back())) return 1;
        const auto found = std::ranges::find_if(
            kWide, [&](std::string_view blank) { return text.ends_with(blank); });
        return found == kWide.end() ? 0 : found->size();
    };
    for (std::size_t n = 1; !text.empty() && n > 0; text.remove_prefix(n)) n = blank_at_front();
    for (std::size_t n = 1; !text.empty() && n > 0; text.remove_suffix(n)) n = blank_at_end();
    return text;
}

std::string collapse_blanks(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto before = text;
        const char32_t c = take_code_point(text);
        if (c == kReplacement) {
            append_utf8(result, c);
        } else if (!is_blank(c)) {
            result += before.substr(0, before.size() - text.size());
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

SourceLines split_lines(std::string_view text) {
    static constexpr ByteSet kEnds{"\r\n"};
    SourceLines lines;
    while (!text.empty()) {
        const auto end = kEnds.find(text);
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        const bool crlf = text.substr(end, 2) == "\r\n";
        text.remove_prefix(end + (crlf ? 2 : 1));
    }
    return lines;
}

std::string normalise(std::string_view text) {
    if (auto common = normalise_common(text)) return std::move(*common);
    utf8proc_uint8_t* folded = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
    std::string_view source = text;
    if (length >= 0)
        source = {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
    auto collapsed = collapse_blanks(source);
    std::free(folded);  // NOLINT: allocated by utf8proc with malloc
    return collapsed;
}

}  // namespace wengu
