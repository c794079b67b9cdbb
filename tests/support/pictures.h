#pragma once
// What every picture must keep to, whatever it shows.

#include "core/text.h"
#include "term/terminal.h"
#include "term/wrap.h"

#include <string>
#include <vector>

namespace wengu::test {

/// Marks that Chinese readers never want to see at the start of a line.
inline constexpr std::u32string_view kNeverFirst = U"，。、；：？！）】》」』”’％";

/// What is wrong with `lines` on a screen `width` cells wide; empty if nothing is.
inline std::string faults(const std::vector<Line>& lines, int width, const Widths& widths = {}) {
    std::string found;
    for (const auto& line : lines) {
        const std::string text = line.text();
        if (line.width(widths) > width) found += "too wide: " + text + '\n';
        const auto start = trim(text);
        if (start.empty()) continue;
        auto rest = start;
        if (kNeverFirst.find(take_code_point(rest)) != std::u32string_view::npos) {
            found += "begins with a closing mark: " + text + '\n';
        }
    }
    return found;
}

/// The same for a whole picture, which must also fit in height and keep its cursor inside.
inline std::string faults(const Picture& picture, Size size, const Widths& widths = {}) {
    std::string found = faults(picture.lines, size.columns, widths);
    if (static_cast<int>(picture.lines.size()) > size.rows) found += "too high\n";
    if (const auto& cursor = picture.cursor) {
        if (cursor->row < 0 || cursor->row >= size.rows || cursor->column < 0 ||
            cursor->column >= size.columns) {
            found += "the cursor is outside\n";
        }
    }
    return found;
}

/// The letters, digits and Han characters of `text`, in order: what must survive layout.
inline std::string letters(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        const bool ascii =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (ascii || is_cjk(c)) append_utf8(result, c);
    }
    return result;
}

}  // namespace wengu::test
