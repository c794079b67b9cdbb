#pragma once
// Lists for other programs: --plain prints a row a line, its cells separated by tabs.

#include <iosfwd>
#include <string>
#include <vector>

namespace wengu {

/// Control characters in a cell, tabs and line ends among them, become blanks.
void print_row(std::ostream& out, const std::vector<std::string>& cells);

}  // namespace wengu
