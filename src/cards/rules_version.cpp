#include "rules_version.h"
#include "cards/split.h"

namespace wengu {

std::uint64_t rules_version() { return kRulesVersion; }

}  // namespace wengu
