// Reads lines as a terminal showed them and says what is wrong with them.
//
//   check_lines WIDTH AMBIGUOUS < capture

#include "support/pictures.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace wengu;
    if (argc != 3) return 2;
    std::vector<Line> lines;
    for (std::string line; std::getline(std::cin, line);) lines.emplace_back(line);
    const auto found = test::faults(lines, std::atoi(argv[1]), Widths{std::atoi(argv[2])});
    std::cout << found;
    return found.empty() ? 0 : 1;
}
