#pragma once
// Golden vectors: comma-separated tables with a line of column names.

#include "support/paths.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace wengu::test {

class Row {
public:
    explicit Row(std::map<std::string, std::string> cells) : cells_{std::move(cells)} {}

    [[nodiscard]] const std::string& text(const std::string& column) const {
        return cells_.at(column);
    }
    [[nodiscard]] int integer(const std::string& column) const { return std::stoi(text(column)); }
    [[nodiscard]] double number(const std::string& column) const { return std::stod(text(column)); }
    /// "2.36" as 236: exact.
    [[nodiscard]] int hundredths(const std::string& column) const {
        const auto& digits = text(column);
        return std::stoi(digits.substr(0, digits.find('.'))) * 100 +
               std::stoi(digits.substr(digits.find('.') + 1));
    }

private:
    std::map<std::string, std::string> cells_;
};

inline std::vector<std::string> split_cells(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream{line};
    for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
    return cells;
}

/// The rows of tests/memory/vectors/<name>.
inline std::vector<Row> read_vectors(const std::string& name) {
    std::ifstream file{tests_dir() + "/memory/vectors/" + name};
    std::string line;
    std::getline(file, line);
    const auto columns = split_cells(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const auto cells = split_cells(line);
        std::map<std::string, std::string> named;
        for (std::size_t i = 0; i < cells.size(); ++i) named[columns[i]] = cells[i];
        rows.emplace_back(std::move(named));
    }
    return rows;
}

}  // namespace wengu::test
