#pragma once
// What the words in front matter mean: days, counts and shares as people write them.

#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// "2025-10-29", "2025/10/29", with or without a time of day after it, also as
/// a link "[[2025-10-29]]".
[[nodiscard]] std::optional<Day> read_day(std::string_view text);

/// A whole number from 0 on.
[[nodiscard]] std::optional<int> read_count(std::string_view text);

/// A number from 0 to 1, or a percentage: "0.35", "35%".
[[nodiscard]] std::optional<double> read_share(std::string_view text);

/// A plain decimal number of any size.
[[nodiscard]] std::optional<double> read_number(std::string_view text);

/// "go, 并发", "#go #并发" or "go 并发": the tags without their `#`.
[[nodiscard]] std::vector<std::string> read_tags(std::string_view text);

/// The targets of the links in "[[a]], [[b|shown as]]"; without links the text itself.
[[nodiscard]] std::vector<std::string> read_links(std::string_view text);

}  // namespace wengu
