#include "core/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace wengu {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Decodes the code point at the front; its length in bytes, or 0 when invalid.
std::size_t decode(std::string_view text, char32_t& code_point) {
    utf8proc_int32_t value = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (length <= 0 || value < 0) return 0;
    code_point = static_cast<char32_t>(value);
    return static_cast<std::size_t>(length);
}

bool is_blank(char32_t c) {
    constexpr std::array<char32_t, 4> kWide{0x00A0, 0x3000, 0x200B, 0xFEFF};
    return c == ' ' || (c >= '\t' && c <= '\r') || std::ranges::find(kWide, c) != kWide.end();
}

/// What NFKC_Casefold does to ASCII, Han characters and the punctuation between them, and
/// nothing else: nearly every text is made of these. nullopt at the first other one.
std::optional<std::string> fold_common(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            const char c = text.front();
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
            text.remove_prefix(1);
            continue;
        }
        const auto before = text;
        const char32_t c = take_code_point(text);
        const bool plain = (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3001 && c <= 0x3015) ||
                           c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
        const bool full_width = c >= 0xFF01 && c <= 0xFF5E;
        if (!plain && !full_width) return std::nullopt;
        if (plain) {
            out += before.substr(0, before.size() - text.size());
        } else {
            const auto narrow = static_cast<char>(c - 0xFEE0);
            out +=
                narrow >= 'A' && narrow <= 'Z' ? static_cast<char>(narrow + ('a' - 'A')) : narrow;
        }
    }
    return out;
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
    if (static_cast<unsigned char>(text.front()) < 0x80) {
        const auto ascii = static_cast<char32_t>(text.front());
        text.remove_prefix(1);
        return ascii;
    }
    char32_t code_point = kReplacement;
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
    while (!text.empty()) {
        auto rest = text;
        if (!is_blank(take_code_point(rest))) break;
        text = rest;
    }
    while (!text.empty()) {
        auto start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
        auto last = text.substr(start);
        if (!is_blank(take_code_point(last))) break;
        text = text.substr(0, start);
    }
    return text;
}

std::string collapse_blanks(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (!is_blank(c)) {
            append_utf8(result, c);
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
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
    if (auto folded = fold_common(text)) return collapse_blanks(*folded);
    utf8proc_uint8_t* folded = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
    std::string_view source = text;
    if (length >= 0)
        source = {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
    auto result = collapse_blanks(source);
    std::free(folded);  // NOLINT: allocated by utf8proc with malloc
    return result;
}

bool is_cjk(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x3040 && c <= 0x30FF) ||
           (c >= 0xAC00 && c <= 0xD7AF);
}

}  // namespace wengu
