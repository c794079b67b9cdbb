#pragma once
// A stable 64-bit fingerprint of text: the same on every machine and for ever,
// because it ends up in the database as part of ids.

#include <cstdint>
#include <string>
#include <string_view>

namespace wengu {

/// XXH64 of the bytes. Not for secrets.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

/// `value` as 16 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(std::uint64_t value);

}  // namespace wengu
