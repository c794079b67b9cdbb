#pragma once
// The terms of a text: what two texts about the same thing have in common, in any language.

#include <set>
#include <string>
#include <string_view>

namespace wengu {

/// Words of two letters or digits and more, in lower case, and pairs of neighbouring Han
/// characters.
[[nodiscard]] std::set<std::string> terms_of(std::string_view text);

/// Whether one of the terms of a text is among `terms`.
[[nodiscard]] bool says_one_of(std::string_view text, const std::set<std::string>& terms);

}  // namespace wengu
