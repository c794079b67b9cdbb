#pragma once
// Traditional characters read as simplified ones, so that an answer in either
// script is held against a note in the other. One character for one; it makes
// no claim to write good simplified Chinese.

#include <string>
#include <string_view>

namespace wengu {

[[nodiscard]] char32_t simplified(char32_t code_point);
[[nodiscard]] std::u32string simplified(std::u32string_view text);
/// The same of UTF-8 text.
[[nodiscard]] std::string simplified(std::string_view text);

}  // namespace wengu
