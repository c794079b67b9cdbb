#pragma once
// Numbers as people say and write them, brought to one form: "三到五年", "3-5年",
// "three to five years" are all "3y" and "5y"; "八成" and "80%" are "80%".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// One or two numbers with their unit, found at the front of a text.
struct NumberPhrase {
    std::vector<std::string> tokens;  ///< "3y", "80%", "4x", "2025"; empty: read, but says nothing.
    std::size_t length = 0;           ///< Code points taken from the text.
    std::string counter = {};         ///< What is counted, if the language says so: "次", "个".
};

/// The number phrase that `text` begins with; nullopt when it begins with none.
/// `text` is lower case, compatibility-normalised and simplified. Numbers
/// written in Chinese characters or English words need a unit to count as
/// numbers: 一般 and "one of them" are words.
[[nodiscard]] std::optional<NumberPhrase> number_phrase(std::u32string_view text);

/// Whether an English word is a number: "ten", not "one" or "a".
[[nodiscard]] bool is_number_word(std::string_view word);

}  // namespace wengu
