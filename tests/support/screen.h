#pragma once
// What a terminal would show after the bytes it was sent: enough of one to read
// back what this program draws. It measures emoji sequences wrongly on purpose,
// as many terminals do.

#include "term/width.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wengu::test {

class Screen {
public:
    explicit Screen(int rows) : rows_(static_cast<std::size_t>(rows)) {}

    void write(std::string_view bytes) {
        buffer_ += bytes;
        while (!buffer_.empty() && take_one()) {
        }
    }

    /// The text of a row, blanks at its end left out.
    [[nodiscard]] std::string row(int index) const {
        std::string text;
        int column = 0;
        for (const auto& [at, cluster] : rows_.at(static_cast<std::size_t>(index))) {
            text.append(static_cast<std::size_t>(std::max(0, at - column)), ' ');
            text += cluster;
            column = std::max(at, column) + Widths{}.of_cluster(cluster);
        }
        return text.substr(0, text.find_last_not_of(' ') + 1);
    }

    int cursor_row = 0;
    int cursor_column = 0;
    bool cursor_shown = true;
    bool alternate = false;
    bool marks_pastes = false;

private:
    bool take_one() {
        if (buffer_.front() == '\x1b') return take_sequence();
        std::string_view rest = buffer_;
        const std::string cluster{take_cluster(rest)};
        if (rest.empty() && static_cast<unsigned char>(cluster.front()) >= 0x80) return false;
        buffer_.erase(0, cluster.size());
        if (cluster == "\r") {
            cursor_column = 0;
        } else if (cluster == "\n") {
            ++cursor_row;
        } else if (cluster != "\r\n") {
            put(cluster);
        }
        return true;
    }

    void put(const std::string& cluster) {
        const int width = Widths{}.of_cluster(cluster);
        auto& row = rows_.at(static_cast<std::size_t>(cursor_row));
        for (int i = 0; i < std::max(1, width); ++i) row.erase(cursor_column + i);
        row[cursor_column] = cluster;
        cursor_column += cluster.size() > 4 ? width + 2 : width;  // wrong on purpose
    }

    bool take_sequence() {
        const auto end = buffer_.find_first_not_of("0123456789;?", 2);
        if (buffer_.size() < 3 || end == std::string::npos) return false;
        const std::string parameters = buffer_.substr(2, end - 2);
        const char final = buffer_[end];
        buffer_.erase(0, end + 1);
        apply(parameters, final);
        return true;
    }

    void apply(const std::string& parameters, char final) {
        const int first = std::atoi(parameters.c_str());
        const auto semicolon = parameters.find(';');
        const int second =
            semicolon == std::string::npos ? 1 : std::atoi(parameters.c_str() + semicolon + 1);
        const bool on = final == 'h';
        if (final == 'H') cursor_row = std::max(first, 1) - 1;
        if (final == 'H') cursor_column = second - 1;
        if (final == 'G') cursor_column = first - 1;
        if (final == 'J') rows_.assign(rows_.size(), {});
        if (final == 'K') {
            auto& row = rows_.at(static_cast<std::size_t>(cursor_row));
            row.erase(row.lower_bound(cursor_column), row.end());
        }
        if (parameters == "?25") cursor_shown = on;
        if (parameters == "?1049") alternate = on;
        if (parameters == "?2004") marks_pastes = on;
    }

    std::vector<std::map<int, std::string>> rows_;
    std::string buffer_;
};

}  // namespace wengu::test
