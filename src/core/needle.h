#pragma once
// Looking for a short text in long ones.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wengu {

/// A text that is looked for by its rarest byte. What begins like a heading, or with the
/// first byte of every fifth Han character, would be stopped at too often.
class Needle {
public:
    constexpr Needle(const char* text) : text_(text) {  // NOLINT: stands for the text
        for (std::size_t i = 1; i < text_.size(); ++i) {
            if (rarity(text_[i]) > rarity(text_[rarest_])) rarest_ = i;
        }
    }

    [[nodiscard]] bool is_in(std::string_view text) const {
        const char rare = text_[rarest_];
        for (auto at = text.find(rare); at != std::string_view::npos;
             at = text.find(rare, at + 1)) {
            if (at >= rarest_ && text.substr(at - rarest_).starts_with(text_)) return true;
        }
        return false;
    }

private:
    /// How rare a byte is in notes: from the lead bytes of Han characters to capitals.
    static constexpr std::size_t rarity(char c) {
        constexpr std::string_view kOften = " etaoinsrhldcu*-mfpgwyb#vkxjqz";
        constexpr std::string_view kInMarks = "\x80\x82\x84\x8C\x9A\xBC";  // of "，。、的"
        if (static_cast<std::uint8_t>(c) >= 0xC0) return 0;
        if (kInMarks.find(c) != std::string_view::npos) return 1;
        if (static_cast<std::uint8_t>(c) >= 0x80) return kOften.find('m');
        return kOften.find(c) == std::string_view::npos ? kOften.size() : kOften.find(c);
    }

    std::string_view text_;
    std::size_t rarest_ = 0;
};

}  // namespace wengu
