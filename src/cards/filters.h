#pragma once
// What keeps noise out: tests on the lines of an answer-to-be.

#include "cards/reading.h"

#include <optional>

namespace wengu {

/// More than 30 % of its lines are check boxes.
[[nodiscard]] bool is_check_list(const Reading& reading, LineRange lines);
/// More than 30 % of its lines hold links, and they are not explained at length.
[[nodiscard]] bool is_link_list(const Reading& reading, LineRange lines);
/// Nothing but one link ("show the answer"), or a cross reference by link.
[[nodiscard]] bool is_only_link(const Reading& reading, LineRange lines);
/// A date, a version, a lone number: nothing to ask about.
[[nodiscard]] bool is_bare_number(std::string_view title);

/// Why the body of a section that asks nothing makes no answer; nullopt if it does.
[[nodiscard]] std::optional<Why> refuse_body(const Reading& reading, LineRange lines);

}  // namespace wengu
