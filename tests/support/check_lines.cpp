// Reads screens as a terminal showed them and says what is wrong with them.
//
//   check_lines WIDTH AMBIGUOUS < SCREEN      every line fits, none begins with a closing
//                                             mark, the columns of tables stand in line
//   check_lines answer FILE < SCREENS         the bodies of these screens, one page after the
//                                             other, show every letter of FILE, and no other

#include "support/pictures.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace wengu;

using Texts = std::vector<std::string>;

/// The columns at which the dashes below a table's head begin: "----  ---".
std::vector<int> column_starts(const std::string& line) {
    if (line.find_first_not_of("- ") != std::string::npos) return {};
    std::vector<int> starts;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '-' && (i == 0 || line[i - 1] == ' ')) starts.push_back(static_cast<int>(i));
    }
    return starts;
}

/// Whether cell `column` of `line` is a blank, or beyond its end.
bool is_blank_at(std::string_view line, int column, const Widths& widths) {
    int at = 0;
    while (!line.empty()) {
        const auto cluster = take_cluster(line);
        const int cells = widths.of_cluster(cluster);
        if (column < at + cells) return cluster == " ";
        at += cells;
    }
    return true;
}

/// Rows of tables that stand in the gap between two columns.
std::string crooked_tables(const Texts& lines, const Widths& widths) {
    std::string found;
    std::vector<int> starts;
    for (const auto& line : lines) {
        if (trim(line).empty() || line.starts_with("-")) starts.clear();
        if (const auto own = column_starts(line); own.size() > 1) starts = own;
        for (std::size_t i = 1; i < starts.size(); ++i) {
            if (!is_blank_at(line, starts[i] - 1, widths)) found += "crooked: " + line + '\n';
        }
    }
    return found;
}

Texts read_lines() {
    Texts lines;
    for (std::string line; std::getline(std::cin, line);) lines.push_back(line);
    return lines;
}

/// What stands between the rules of each screen; a screen begins where another ends.
std::vector<Texts> bodies(const Texts& lines) {
    std::vector<Texts> all;
    bool inside = false;
    for (const auto& line : lines) {
        if (line.starts_with("----------")) {
            inside = !inside;
            if (inside) all.emplace_back();
        } else if (inside && !trim(line).empty()) {
            all.back().push_back(line);
        }
    }
    return all;
}

/// `page` behind `text`, lines that both have only once.
void join(Texts& text, const Texts& page) {
    for (auto shared = std::min(text.size(), page.size());; --shared) {
        const auto from = text.end() - static_cast<std::ptrdiff_t>(shared);
        if (!std::equal(from, text.end(), page.begin())) continue;
        text.insert(text.end(), page.begin() + static_cast<std::ptrdiff_t>(shared), page.end());
        return;
    }
}

int check_answer(const char* file) {
    std::ifstream in{file};
    const std::string source{std::istreambuf_iterator<char>{in}, {}};
    Texts text;
    for (const auto& page : bodies(read_lines())) join(text, page);
    std::string shown;
    for (const auto& line : text) shown += line + '\n';
    if (test::letters(shown) == test::letters(source)) return 0;
    std::cout << "shown:\n"
              << test::letters(shown) << "\nwanted:\n"
              << test::letters(source) << '\n';
    return 1;
}

int check_screen(int width, const Widths& widths) {
    const auto texts = read_lines();
    std::vector<Line> lines;
    for (const auto& text : texts) lines.emplace_back(text);
    const auto found = test::faults(lines, width, widths) + crooked_tables(texts, widths);
    std::cout << found;
    return found.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    if (std::string_view{argv[1]} == "answer") return check_answer(argv[2]);
    return check_screen(std::atoi(argv[1]), Widths{std::atoi(argv[2])});
}
