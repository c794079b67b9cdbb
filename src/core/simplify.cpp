#include "core/simplify.h"

#include "core/text.h"
#include "traditional_text.h"

#include <array>

namespace wengu {
namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FFF;

/// For each character of the block its simplified form; 0 where there is none.
using Table = std::array<char16_t, kLast - kFirst + 1>;

Table read_table(std::string_view text) {
    Table table{};
    for (const auto line : split_lines(text)) {
        if (line.starts_with('#')) continue;
        const auto pairs = to_code_points(line);
        for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
            table.at(pairs[i] - kFirst) = static_cast<char16_t>(pairs[i + 1]);
        }
    }
    return table;
}

}  // namespace

char32_t simplified(char32_t code_point) {
    static const Table table = read_table(kTraditional.front().text);
    if (code_point < kFirst || code_point > kLast) return code_point;
    const char16_t simple = table[code_point - kFirst];
    return simple == 0 ? code_point : simple;
}

std::u32string simplified(std::u32string_view text) {
    std::u32string result{text};
    for (auto& code_point : result) code_point = simplified(code_point);
    return result;
}

std::string simplified(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto before = text;
        const char32_t c = take_code_point(text);
        if (const char32_t simple = simplified(c); simple != c) {
            append_utf8(result, simple);
        } else {
            result += before.substr(0, before.size() - text.size());
        }
    }
    return result;
}

}  // namespace wengu
