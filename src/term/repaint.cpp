#include "term/repaint.h"

#include <fmt/format.h>

namespace wengu {

std::string Repaint::bytes_for(const Picture& picture, Size size) {
    std::string bytes = "\x1b[?25l";
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < static_cast<std::size_t>(size.rows); ++row) {
        Line line;
        if (row < picture.lines.size()) line = clipped(picture.lines[row], size.columns, widths_);
        rows.push_back(encoded_in_place(line, theme_, widths_));
        if (row < shown_.size() && shown_[row] == rows.back()) continue;
        bytes += fmt::format("\x1b[{};1H", row + 1) + rows.back();
        if (line.width(widths_) < size.columns) bytes += "\x1b[K";
    }
    shown_ = std::move(rows);
    if (const auto& cursor = picture.cursor) {
        bytes += fmt::format("\x1b[{};{}H\x1b[?25h", cursor->row + 1, cursor->column + 1);
    }
    return bytes;
}

}  // namespace wengu
