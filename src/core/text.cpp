#include "core/text.h"

#include "core/text_buffer.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace wengu {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kUncommon = 0xFFFFFFFF;
constexpr char32_t kNothing = 0xFFFFFFFE;

std::uint8_t byte_at(std::string_view text, std::size_t i) {
    return static_cast<std::uint8_t>(text[i]);
}

bool continues(std::string_view text, std::size_t i) { return (byte_at(text, i) & 0xC0U) == 0x80U; }

/// Decodes the code point at the front; its length in bytes, or 0 when invalid: cut off,
/// overlong, a surrogate, beyond U+10FFFF.
std::size_t decode(std::string_view text, char32_t& code_point) {
    const auto first = byte_at(text, 0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
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

/// What NFKC_Casefold makes of the ASCII characters; a blank for white space.
constexpr auto kFoldedAscii = [] {
    std::array<char, 128> folded{};
    for (int c = 0; c < 128; ++c) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        folded[static_cast<std::size_t>(c)] = static_cast<char>(upper   ? c + ('a' - 'A')
                                                                : blank ? ' '
                                                                        : c);
    }
    return folded;
}();

/// What it makes of the other characters that nearly every text consists of: Han, its
/// punctuation, arrows, boxes and pictures. kNothing where it drops the character, kUncommon
/// for any other one.
char32_t fold_common(char32_t c) {
    const bool plain = (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3001 && c <= 0x3015) || c == 0xB7 ||
                       c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C ||
                       c == 0x201D || (c >= 0x2190 && c <= 0x2193) ||
                       (c >= 0x2500 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
                       (c >= 0x1F300 && c <= 0x1FAFF);
    if (plain) return c;
    if (c == 0x3000) return ' ';
    if (c == 0xFE0F || c == 0x200D) return kNothing;  // they only shape the picture before them
    return c >= 0xFF01 && c <= 0xFF5E ? static_cast<char32_t>(kFoldedAscii[c - 0xFEE0]) : kUncommon;
}

/// Whether a Han character that `fold_common` leaves as it is stands at `i`. Nearly all
/// bytes of a Chinese text are asked, so it is not decoded.
bool is_plain_han(std::string_view text, std::size_t i) {
    constexpr auto kFirst = 0xE4B880;  // U+4E00
    constexpr auto kLast = 0xE9BEA5;   // U+9FA5
    if (i + 3 > text.size() || !continues(text, i + 1) || !continues(text, i + 2)) return false;
    const auto bytes = byte_at(text, i) << 16U | byte_at(text, i + 1) << 8U | byte_at(text, i + 2);
    return bytes >= kFirst && bytes <= kLast;
}

/// How many bytes at the front `normalise` leaves as they are. A blank is counted where it
/// stands between two other characters.
std::size_t unchanged_bytes(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (c == ' ') {
            if (i == 0 || i + 1 == text.size() || text[i + 1] == ' ') break;
            ++i;
        } else if (byte_at(text, i) < 0x80) {
            if (kFoldedAscii[byte_at(text, i)] != c) break;
            ++i;
        } else if (is_plain_han(text, i)) {
            i += 3;
        } else {
            break;
        }
    }
    return i;
}

/// `normalise` for texts of common characters, which never get longer, from byte `i` on;
/// false at the first other one.
bool normalise_common(std::string_view text, std::size_t i, TextBuffer& out) {
    out.resize(text.size());
    std::copy_n(text.data(), i, out.data());
    auto* to = out.data() + i;
    const auto put = [&](char c) {
        if (c != ' ' || (to != out.data() && to[-1] != ' ')) *to++ = c;
    };
    while (i < text.size()) {
        if (byte_at(text, i) < 0x80) {
            put(kFoldedAscii[byte_at(text, i++)]);
        } else if (is_plain_han(text, i)) {
            for (const auto end = i + 3; i < end; ++i) *to++ = text[i];
        } else {
            auto rest = text.substr(i);
            const char32_t c = fold_common(take_code_point(rest));
            if (c == kUncommon) return false;
            if (c < 0x80) put(static_cast<char>(c));
            for (const auto end = text.size() - rest.size(); i < end; ++i) {
                if (c >= 0x80 && c != kNothing) *to++ = text[i];
            }
        }
    }
    if (to != out.data() && to[-1] == ' ') --to;
    out.resize(static_cast<std::size_t>(to - out.data()));
    return true;
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

char32_t take_other_code_point(std::string_view& text) {
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

std::string_view trim_ends(std::string_view text) {
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
    SourceLines lines;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        const bool crlf = text.substr(end, 2) == "\r\n";
        text.remove_prefix(end + (crlf ? 2 : 1));
    }
    return lines;
}

std::string normalise(std::string_view text) {
    TextBuffer buffer;
    return std::string{normalise(text, buffer)};
}

std::string_view normalise(std::string_view text, TextBuffer& buffer) {
    const auto unchanged = unchanged_bytes(text);
    if (unchanged == text.size()) return text;
    if (normalise_common(text, unchanged, buffer)) return view_of(buffer);
    utf8proc_uint8_t* folded = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
    std::string_view source = text;
    if (length >= 0)
        source = {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
    const auto collapsed = collapse_blanks(source);
    std::free(folded);  // NOLINT: allocated by utf8proc with malloc
    buffer.clear();
    buffer.append(collapsed);
    return view_of(buffer);
}

}  // namespace wengu
