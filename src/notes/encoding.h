#pragma once
// Whether the bytes of a file are text in UTF-8, and what they look like if not.

#include "core/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace wengu {

/// What a file's bytes seem to be. `name` is one iconv knows: "UTF-8",
/// "GB18030", "BIG5", "UTF-16LE", "UTF-16BE", "WINDOWS-1252"; empty for bytes
/// that are no text at all.
struct Encoding {
    std::string name;
    bool valid = false;      ///< Clean UTF-8, ready to be read.
    std::size_t offset = 0;  ///< First byte that is not UTF-8, when not valid.
    int line = 0;            ///< Its line, from 1; 0 when valid or when lines mean nothing.

    friend bool operator==(const Encoding&, const Encoding&) = default;
};

/// A guess from byte patterns alone. Empty input is valid.
[[nodiscard]] Encoding guess_encoding(std::string_view bytes);

/// `bytes`, written in the encoding of that name, in UTF-8; a byte order mark
/// is dropped. nullopt when the name is unknown or the bytes do not fit it.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, const std::string& name);

/// What to tell the user about a file that is not UTF-8. Requires: !encoding.valid.
[[nodiscard]] Problem encoding_problem(std::string_view path, const Encoding& encoding);

}  // namespace wengu
