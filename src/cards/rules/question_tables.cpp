// question-table: a table with a column of questions ("问题", "Question", "追问") and one of
// answers ("答案", "关键答案") gives a card for each row. "Problem / solution" tables are
// something else.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <initializer_list>

namespace wengu {
namespace {

/// The first column whose heading passes; -1 if none does.
template <typename Test>
int column_where(const std::vector<std::string_view>& header, Test test) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (test(title_key(clean_text(header[i])))) return static_cast<int>(i);
    }
    return -1;
}

bool ends_with_any(std::string_view key, const std::initializer_list<std::string_view>& ends) {
    return std::ranges::any_of(ends, [&](std::string_view end) { return key.ends_with(end); });
}

}  // namespace

void find_question_tables(Reading& reading) {
    const auto& page = reading.page();
    for (const int i : page.parts_of(PartKind::Table)) {
        const auto& part = page.part(i);
        const auto header = table_cells(page.words_of(part.lines.first));
        const auto& words = reading.words();
        const int question = column_where(header, [&](const std::string& key) {
            return key == "q" || words.has("question titles", key) ||
                   words.has("question list titles", key) || words.has("follow-up titles", key);
        });
        const int answer = column_where(header, [&](const std::string& key) {
            return key == "a" || words.has("answer titles", key) ||
                   ends_with_any(key,
                                 {" answer", "答案", "回答", "回答要点", "答案要点", "答题要点"});
        });
        if (question < 0 || answer < 0) continue;
        for (int n = part.lines.first + 2; n <= part.lines.last; ++n) {
            const auto row = table_cells(page.words_of(n));
            const auto width = static_cast<int>(row.size());
            if (question >= width) continue;
            const auto front = clean_text(row[static_cast<std::size_t>(question)]);
            const auto back =
                answer < width ? std::string{row[static_cast<std::size_t>(answer)]} : std::string{};
            if (content_size(front) < 2) continue;
            reading.add({.rule = "question-table",
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
