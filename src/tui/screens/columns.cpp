#include "tui/screens/columns.h"

#include <algorithm>
#include <numeric>

namespace wengu {
namespace {

constexpr int kGap = 2;

using Rows = std::vector<std::vector<std::string>>;

std::vector<int> natural(const std::vector<Column>& columns, const Rows& rows,
                         const Widths& widths) {
    std::vector<int> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        int most = widths.of(columns[i].head);
        for (const auto& row : rows) most = std::max(most, widths.of(row[i]));
        cells.push_back(most);
    }
    return cells;
}

int total(const std::vector<int>& cells) {
    return std::accumulate(cells.begin(), cells.end(), 0) +
           kGap * (static_cast<int>(cells.size()) - 1);
}

/// Shortens what may be shortened; false if that is not enough.
bool shrink(std::vector<int>& cells, const std::vector<Column>& columns, int width) {
    for (int excess = total(cells) - width; excess > 0; --excess) {
        std::size_t widest = cells.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool may = columns[i].least > 0 && cells[i] > columns[i].least;
            if (may && (widest == cells.size() || cells[i] > cells[widest])) widest = i;
        }
        if (widest == cells.size()) return false;
        --cells[widest];
    }
    return true;
}

/// Takes out the column that matters least; false if all must stay.
bool drop_one(std::vector<Column>& columns, Rows& rows) {
    std::size_t victim = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int keep = columns[i].keep;
        if (keep > 0 && (victim == columns.size() || keep < columns[victim].keep)) victim = i;
    }
    if (victim == columns.size()) return false;
    const auto at = static_cast<long>(victim);
    columns.erase(columns.begin() + at);
    for (auto& row : rows) row.erase(row.begin() + at);
    return true;
}

Line one_line(const std::vector<Column>& columns, const std::vector<int>& cells,
              const std::vector<std::string>& row, bool head, const Widths& widths) {
    Line line;
    int column = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto text = shortened(row[i], cells[i], widths);
        const int lead = columns[i].right ? cells[i] - widths.of(text) : 0;
        if (!text.empty()) {
            const int missing = column + lead - line.width(widths);
            line.add(std::string(static_cast<std::size_t>(std::max(0, missing)), ' '));
            line.add(text, head ? Role::Hint : columns[i].role);
        }
        column += cells[i] + kGap;
    }
    return line;
}

}  // namespace

std::vector<Line> in_columns(std::vector<Column> columns, Rows rows, int width,
                             const Widths& widths) {
    auto cells = natural(columns, rows, widths);
    while (!shrink(cells, columns, width) && drop_one(columns, rows)) {
        cells = natural(columns, rows, widths);
    }
    std::vector<std::string> heads;
    heads.reserve(columns.size());
    for (const auto& column : columns) heads.push_back(column.head);
    std::vector<Line> lines{one_line(columns, cells, heads, true, widths)};
    for (const auto& row : rows) lines.push_back(one_line(columns, cells, row, false, widths));
    for (auto& line : lines) line = clipped(line, width, widths);
    return lines;
}

}  // namespace wengu
