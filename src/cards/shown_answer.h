#pragma once
// A back as the reader sees it.

#include <string>
#include <string_view>

namespace wengu {

/// `back` without the "A:" or "答：" at its very front, which only said that the
/// answer begins. The stored back stays verbatim.
[[nodiscard]] std::string shown_answer(std::string_view back);

}  // namespace wengu
