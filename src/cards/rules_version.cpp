#include "cards/split.h"
#include "rules_version.h"

namespace wengu {

std::uint64_t rules_version() { return kRulesVersion; }

}  // namespace wengu
