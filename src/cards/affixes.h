#pragma once
// What stands before and after the words of a title: numbers, stars and other pictures.

#include "core/text.h"

#include <cstddef>
#include <string_view>

namespace wengu {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Without blanks, pictures and :shortcodes: at the front, or at the end.
[[nodiscard]] std::string_view without_leading_decoration(std::string_view text);
[[nodiscard]] std::string_view without_trailing_decoration(std::string_view text);

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
