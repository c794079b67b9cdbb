#pragma once
// Says why headings, bold lines and questions gave no card.

#include "cards/reading.h"
#include "cards/split.h"

namespace wengu {

[[nodiscard]] Explanation explain(int line, std::string_view text, Why why);

/// One explanation for every heading, bold line and item that asks without a card.
[[nodiscard]] std::vector<Explanation> explain_rest(const Reading& reading);

}  // namespace wengu
