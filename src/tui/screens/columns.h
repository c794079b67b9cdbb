#pragma once
// Lists in columns. Unlike tables of an answer they may be shortened, and give
// up whole columns on a narrow screen.

#include "term/style.h"

namespace wengu {

struct Column {
    std::string head = {};
    bool right = false;  ///< Numbers.
    int keep = 0;        ///< On a narrow screen columns go in this order, 1 first; 0 stays.
    int least = 0;       ///< May be shortened to so many cells; 0: never.
    Role role = Role::Text;
};

/// The heads and the rows, no line wider than `width`. Each row has a cell per column.
[[nodiscard]] std::vector<Line> in_columns(std::vector<Column> columns,
                                           std::vector<std::vector<std::string>> rows, int width,
                                           const Widths& widths);

}  // namespace wengu
