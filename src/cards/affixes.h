#pragma once
// What stands before and after the words of a title: numbers, stars and other pictures.

#include "core/byte_set.h"
#include "core/text.h"

#include <cstddef>
#include <string_view>

namespace wengu {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a text may begin with a number, in any way of writing it, or with a bracket.
[[nodiscard]] inline bool may_be_numbered(std::string_view text) {
    static constexpr ByteSet kStarts{"ivx0123456789([\xE2\xE3\xE4\xE5\xE7\xE9\xEF"};
    static constexpr ByteSet kSeconds{"\x80\x85\x8D\x91\x99\x9B\xAC\xB8\xB9\xBA\xBC"};
    if (text.empty() || !kStarts.has(text.front())) return false;
    const bool wide = static_cast<unsigned char>(text.front()) >= 0x80;
    return !wide || (text.size() > 1 && kSeconds.has(text[1]));
}

/// Whether the last character is a letter, a digit or a Han character: nothing is to be taken
/// off the end then. Most titles end so.
[[nodiscard]] inline bool ends_plainly(std::string_view text) {
    if (text.empty()) return false;
    if (is_alpha(text.back()) || is_digit(text.back())) return true;
    const auto byte = [&](std::size_t from_end) {
        return static_cast<unsigned char>(text[text.size() - from_end]);
    };
    return text.size() > 2 && byte(3) >= 0xE4 && byte(3) <= 0xE9 && (byte(2) & 0xC0U) == 0x80 &&
           (byte(1) & 0xC0U) == 0x80;
}

/// Without blanks, pictures and :shortcodes: at the front, or at the end.
[[nodiscard]] std::string_view without_leading_decoration(std::string_view text);
[[nodiscard]] std::string_view without_final_decoration(std::string_view text);
[[nodiscard]] inline std::string_view without_trailing_decoration(std::string_view text) {
    text = trim(text);
    return ends_plainly(text) ? text : without_final_decoration(text);
}

/// The offset of the last code point, and the code point. `last_start` requires !text.empty().
[[nodiscard]] std::size_t last_start(std::string_view text);
[[nodiscard]] char32_t last_code_point(std::string_view text);

/// Bytes of leading "12" or "1.2.3", or 0.
[[nodiscard]] std::size_t arabic_number(std::string_view text);
/// Bytes of a leading "十二", or 0.
[[nodiscard]] std::size_t han_number(std::string_view text);
/// A mark that ends a number: "1." "一、" "3)".
[[nodiscard]] bool is_number_end(char32_t c);

}  // namespace wengu
