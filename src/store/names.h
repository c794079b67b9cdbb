#pragma once
// How the enumerations of the core are written in the database: never change them.

#include "core/review.h"
#include "core/schedule.h"

#include <string_view>

namespace wengu::store {

/// "new", "learning", "review", "relearning".
[[nodiscard]] std::string_view name_of(Phase phase);
/// The phase with that name; `New` for a name nobody knows.
[[nodiscard]] Phase phase_of(std::string_view name);

/// "review", "drill", "import", "cram".
[[nodiscard]] std::string_view name_of(Source source);
/// The source with that name; `Review` for a name nobody knows.
[[nodiscard]] Source source_of(std::string_view name);

}  // namespace wengu::store
