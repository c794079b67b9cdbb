#include "support/paths.h"

namespace wengu::test {

std::string source_dir() { return WENGU_SOURCE_DIR; }
std::string tests_dir() { return WENGU_TESTS_DIR; }

}  // namespace wengu::test
