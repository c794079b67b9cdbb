// question-table: a table whose header is exactly question and answer gives a card for
// each row. "Problem / solution" tables are something else.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

/// The cells of a row; a pipe in a code span or after a backslash is text.
std::vector<std::string_view> cells(std::string_view row) {
    row = trim(row);
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|')) row.remove_suffix(1);
    std::vector<std::string_view> result;
    std::size_t start = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '`') {
            const auto end = row.find('`', i + 1);
            if (end != std::string_view::npos) i = end;
        } else if (row[i] == '|') {
            result.push_back(trim(row.substr(start, i - start)));
            start = i + 1;
        }
    }
    result.push_back(trim(row.substr(start)));
    return result;
}

template <std::size_t size>
int column_named(const std::vector<std::string_view>& header,
                 const std::array<std::string_view, size>& names) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (std::ranges::find(names, normalise(clean_text(header[i]))) != names.end())
            return static_cast<int>(i);
    }
    return -1;
}

}  // namespace

void find_question_tables(Reading& reading) {
    const auto& page = reading.page();
    for (const auto& part : page.parts()) {
        if (part.kind != PartKind::Table) continue;
        constexpr std::array<std::string_view, 6> kQuestion{"问题",     "题目",      "面试题",
                                                            "question", "questions", "q"};
        constexpr std::array<std::string_view, 7> kAnswer{"答案",   "回答",    "参考答案", "答",
                                                          "answer", "answers", "a"};
        const auto header = cells(page.words_of(part.lines.first));
        const int question = column_named(header, kQuestion);
        const int answer = column_named(header, kAnswer);
        if (question < 0 || answer < 0) continue;
        for (int n = part.lines.first + 2; n <= part.lines.last; ++n) {
            const auto row = cells(page.words_of(n));
            const auto width = static_cast<int>(row.size());
            if (question >= width) continue;
            const auto front = clean_text(row[static_cast<std::size_t>(question)]);
            const auto back =
                answer < width ? std::string{row[static_cast<std::size_t>(answer)]} : std::string{};
            if (content_size(front) < 2) continue;
            reading.add({.rule = "question-table",
                         .confidence = 0.95,
                         .front = front,
                         .front_lines = {n, n},
                         .back = back.empty() ? LineRange{} : LineRange{n, n},
                         .back_text = back,
                         .context = ContextUse::Never,
                         .section = part.section});
        }
        reading.take(part.lines);
    }
}

}  // namespace wengu
