#pragma once
// Looking for one of several bytes in a text.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wengu {

/// A set of bytes, for scans that look for many of them at once.
class ByteSet {
public:
    explicit constexpr ByteSet(std::string_view bytes) {
        for (const char c : bytes) has_[static_cast<std::uint8_t>(c)] = true;
    }
    [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<std::uint8_t>(c)]; }

    /// The offset of the first byte at or after `from` that is in the set; npos without one.
    [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t from = 0) const {
        for (auto i = from; i < text.size(); ++i) {
            if (has(text[i])) return i;
        }
        return std::string_view::npos;
    }
    /// The same for the first byte that is not in the set.
    [[nodiscard]] constexpr std::size_t skip(std::string_view text, std::size_t from = 0) const {
        for (auto i = from; i < text.size(); ++i) {
            if (!has(text[i])) return i;
        }
        return std::string_view::npos;
    }

private:
    std::array<bool, 256> has_{};
};

}  // namespace wengu
