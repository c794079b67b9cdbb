#pragma once
// Damaged copies of a seed, the same ones on every machine.

#include "core/random.h"

#include <string>
#include <string_view>

namespace wengu::fuzz {

/// A stretch of `bytes`, `limit` bytes long at most, with one to four small changes: a
/// byte flipped, a stretch taken out, repeated or replaced by one of `other`, or a piece
/// of Markdown or front matter put in.
[[nodiscard]] std::string mutate(std::string_view bytes, std::string_view other, std::size_t limit,
                                 Random& random);

}  // namespace wengu::fuzz
