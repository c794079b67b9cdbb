#pragma once
// What a search in a text gives that finds nothing.

#include <string_view>

namespace wengu {

inline constexpr auto kNone = std::string_view::npos;

}  // namespace wengu
