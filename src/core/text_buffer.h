#pragma once
// Room for a text that is made to be read at once: titles need no memory but its own.

#include <fmt/format.h>

#include <string_view>

namespace wengu {

using TextBuffer = fmt::basic_memory_buffer<char, 256>;

[[nodiscard]] inline std::string_view view_of(const TextBuffer& buffer) {
    return {buffer.data(), buffer.size()};
}

/// `normalise` (see text.h) without a copy where nothing changes: a view of `text`, or of
/// `buffer`.
[[nodiscard]] std::string_view normalise(std::string_view text, TextBuffer& buffer);

}  // namespace wengu
