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

/// `take_code_point` of a text that begins neither with ASCII nor with a Han character.
char32_t take_other_code_point(std::string_view& text);

/// Takes one code point from the front of `text`. An invalid byte is taken
/// alone and gives U+FFFD. Requires: !text.empty().
inline char32_t take_code_point(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const char32_t first = byte(0);
    if (first < 0x80) {
        text.remove_prefix(1);
        return first;
    }
    // Han characters and their punctuation: three bytes, and none of them in a forbidden range.
    if (first > 0xE0 && first < 0xED && text.size() > 2 && continues(1) && continues(2)) {
        const auto value = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        text.remove_prefix(3);
        return value;
    }
    return take_other_code_point(text);
}

/// The code points of `text`; invalid bytes become U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);

/// Number of code points.
[[nodiscard]] int count_code_points(std::string_view text);

/// `trim` of a text that may have something to trim.
[[nodiscard]] std::string_view trim_ends(std::string_view text);

/// Without white space at both ends: ASCII blanks, line ends, U+00A0, U+3000,
/// U+200B and U+FEFF.
[[nodiscard]] inline std::string_view trim(std::string_view text) {
    static constexpr ByteSet kFirst{" \t\n\v\f\r\xC2\xE2\xE3\xEF"};  // bytes of white space
    static constexpr ByteSet kLast{" \t\n\v\f\r\xA0\x80\x8B\xBF"};
    const bool clean = text.empty() || (!kFirst.has(text.front()) && !kLast.has(text.back()));
    return clean ? text : trim_ends(text);
}

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
