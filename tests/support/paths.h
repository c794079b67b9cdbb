#pragma once
// Where the tests' own files are. In a file of its own, so that only that one
// file differs between two checkouts and a compiler cache can serve the rest.

#include <string>

namespace wengu::test {

[[nodiscard]] std::string source_dir();
[[nodiscard]] std::string tests_dir();

}  // namespace wengu::test
