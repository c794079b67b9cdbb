#pragma once
// UTF-8 text as every room needs it: checking, walking, trimming, comparing.
// How wide text is on a screen is the term room's business.

#include "core/byte_set.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace wengu {

/// The byte offset of the first byte that is not valid UTF-8; nullopt if all is well.
[[nodiscard]] std::optional<std::size_t> invalid_utf8(std::string_view text);

/// Takes one code point from the front of `text`. An invalid byte is taken
/// alone and gives U+FFFD. Requires: !text.empty().
char32_t take_code_point(std::string_view& text);

/// The code points of `text`; invalid bytes become U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);

/// Number of code points.
[[nodiscard]] int count_code_points(std::string_view text);

/// Without white space at both ends: ASCII blanks, line ends, U+00A0, U+3000,
/// U+200B and U+FEFF.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The whole of `text` as a number; nullopt if it is none, or does not fit.
template <typename Number>
[[nodiscard]] std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && rest == end ? std::optional{number} : std::nullopt;
}

/// `text` on one line: every run of white space a single blank, none at the ends.
[[nodiscard]] std::string collapse_blanks(std::string_view text);

/// Views of the lines of a text, without their ends.
using SourceLines = std::vector<std::string_view>;

/// The lines of `text`. \n, \r\n and \r all end a line; a final line end opens no further
/// line.
[[nodiscard]] SourceLines split_lines(std::string_view text);

/// Compatibility-composed, case-folded, white space collapsed to single blanks
/// and trimmed (Unicode NFKC_Casefold by utf8proc). Two texts that a reader
/// would call the same come out equal.
[[nodiscard]] std::string normalise(std::string_view text);

/// Han, Hiragana, Katakana or Hangul: text that is written without blanks.
[[nodiscard]] constexpr bool is_cjk(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x3040 && c <= 0x30FF) ||
           (c >= 0xAC00 && c <= 0xD7AF);
}

}  // namespace wengu
