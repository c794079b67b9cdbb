#include "term/table_view.h"

#include "term/inline_view.h"
#include "term/wrap.h"

#include <algorithm>
#include <numeric>

namespace wengu {
namespace {

constexpr int kGap = 2;  ///< Blanks between two columns.

/// A cell: the lines its author asked for.
using Cell = std::vector<Line>;
using Row = std::vector<Cell>;

Row row_of(const Block& block, std::size_t columns, bool header) {
    Row row;
    for (const auto& cell : block.children) {
        row.push_back(styled_inlines(cell.inlines, Style{.strong = header}));
    }
    row.resize(std::max(columns, row.size()), Cell{Line{}});
    return row;
}

int width_of(const Cell& cell, const Widths& widths) {
    int cells = 0;
    for (const auto& line : cell) cells = std::max(cells, line.width(widths));
    return cells;
}

std::vector<int> natural_widths(const std::vector<Row>& rows, const Widths& widths) {
    std::vector<int> columns(rows.front().size(), 1);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i] = std::max(columns[i], width_of(row[i], widths));
        }
    }
    return columns;
}

int total(const std::vector<int>& columns) {
    return std::accumulate(columns.begin(), columns.end(), 0) +
           kGap * static_cast<int>(columns.size() - 1);
}

/// Takes from the widest column until the table fits; false if it cannot.
bool shrink(std::vector<int>& columns, int width) {
    for (int excess = total(columns) - width; excess > 0; --excess) {
        auto widest = std::ranges::max_element(columns);
        if (*widest <= kNarrowestColumn) return false;
        --*widest;
    }
    return true;
}

std::vector<Line> wrapped_cell(const Cell& cell, int width, const Widths& widths) {
    std::vector<Line> lines;
    for (const auto& part : cell) {
        for (auto& line : wrapped(part, {.width = width}, widths)) lines.push_back(std::move(line));
    }
    return lines;
}

Line aligned(const Line& text, int width, Alignment alignment, const Widths& widths) {
    const int missing = std::max(0, width - text.width(widths));
    int left = 0;
    if (alignment == Alignment::Right) left = missing;
    if (alignment == Alignment::Center) left = missing / 2;
    Line line;
    line.add(std::string(static_cast<std::size_t>(left), ' ')).add(text);
    line.add(std::string(static_cast<std::size_t>(missing - left), ' '));
    return line;
}

Line without_end_blanks(const Line& line) {
    Line result;
    std::string pending;
    for (const auto& span : line.spans()) {
        const auto end = span.text.find_last_not_of(' ');
        if (end == std::string::npos && span.style == Style{}) {
            pending += span.text;
            continue;
        }
        result.add(pending).add(span.text.substr(0, end + 1), span.style);
        pending = end == std::string::npos ? span.text : span.text.substr(end + 1);
    }
    return result;
}

class Grid {
public:
    Grid(const Block& table, std::vector<int> columns, const Widths& widths)
        : alignments_{table.alignments}, columns_{std::move(columns)}, widths_{widths} {
        alignments_.resize(columns_.size(), Alignment::None);
    }

    [[nodiscard]] std::vector<Line> lines(const std::vector<Row>& rows) const {
        std::vector<std::vector<Line>> drawn;
        drawn.reserve(rows.size());
        for (const auto& row : rows) drawn.push_back(row_lines(row));
        const bool tall =
            std::ranges::any_of(drawn, [](const auto& row) { return row.size() > 1; });
        std::vector<Line> lines;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            if (i > 1 && tall) lines.emplace_back();
            lines.insert(lines.end(), drawn[i].begin(), drawn[i].end());
            if (i == 0) lines.push_back(rule());
        }
        return lines;
    }

private:
    [[nodiscard]] std::vector<Line> row_lines(const Row& row) const {
        std::vector<std::vector<Line>> cells;
        std::size_t height = 1;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            cells.push_back(wrapped_cell(row[i], columns_[i], widths_));
            height = std::max(height, cells.back().size());
        }
        std::vector<Line> lines;
        for (std::size_t y = 0; y < height; ++y) {
            Line line;
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                if (i > 0) line.add(std::string(kGap, ' '));
                const Line text = y < cells[i].size() ? cells[i][y] : Line{};
                line.add(aligned(text, columns_[i], alignments_[i], widths_));
            }
            lines.push_back(without_end_blanks(line));
        }
        return lines;
    }

    [[nodiscard]] Line rule() const {
        std::string text;
        for (const int column : columns_) {
            if (!text.empty()) text += std::string(kGap, ' ');
            text += std::string(static_cast<std::size_t>(column), '-');
        }
        return Line{text, Role::Dim};
    }

    std::vector<Alignment> alignments_;
    std::vector<int> columns_;
    Widths widths_;
};

Line on_one_line(const Cell& cell) {
    Line text;
    for (const auto& part : cell) {
        if (!text.empty()) text.add(" ");
        text.add(part);
    }
    return text;
}

/// One "heading: value" line per cell, a blank line between rows. A table of
/// headings alone gives the headings.
std::vector<Line> records(const std::vector<Row>& rows, int width, const Widths& widths) {
    std::vector<Line> lines;
    for (std::size_t y = rows.size() > 1 ? 1 : 0; y < rows.size(); ++y) {
        if (y > 1) lines.emplace_back();
        for (std::size_t x = 0; x < rows[y].size(); ++x) {
            Line text;
            if (y > 0) text = on_one_line(rows[0][x]);
            if (!text.empty()) text.add(": ");
            text.add(on_one_line(rows[y][x]));
            const WrapOptions options{.width = width, .rest = Line{"  "}};
            for (auto& line : wrapped(text, options, widths)) lines.push_back(std::move(line));
        }
    }
    return lines;
}

/// The cells of the table, every row as long as the longest.
std::vector<Row> rows_of(const Block& table) {
    std::vector<Row> rows;
    std::size_t most = table.alignments.size();
    for (const auto& block : table.children) most = std::max(most, block.children.size());
    for (const auto& block : table.children) rows.push_back(row_of(block, most, rows.empty()));
    return most == 0 ? std::vector<Row>{} : rows;
}

}  // namespace

std::vector<Line> table_lines(const Block& table, int width, const Widths& widths) {
    const auto rows = rows_of(table);
    if (rows.empty()) return {};
    auto columns = natural_widths(rows, widths);
    if (!shrink(columns, width)) return records(rows, width, widths);
    return Grid{table, std::move(columns), widths}.lines(rows);
}

std::vector<Line> table_records(const Block& table, int width, const Widths& widths) {
    return records(rows_of(table), width, widths);
}

}  // namespace wengu
