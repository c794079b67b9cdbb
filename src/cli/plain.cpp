#include "cli/plain.h"

#include "tui/print.h"

#include <algorithm>
#include <iterator>

namespace wengu {

void print_row(std::ostream& out, const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) {
        if (&cell != &cells.front()) line += '\t';
        std::ranges::transform(cell, std::back_inserter(line), [](unsigned char c) {
            return c < 0x20 || c == 0x7F ? ' ' : static_cast<char>(c);
        });
    }
    print(out, "{}\n", line);
}

}  // namespace wengu
