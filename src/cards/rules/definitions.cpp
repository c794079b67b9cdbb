// definition: items, lines or table rows of a glossary ("- TERM - meaning", "**术语**：解释").
// Elsewhere such lines are ordinary text, unless the note is a list of them (see pairs.h).

#include "cards/rules/pairs.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr std::size_t kMostTermColumns = 4;  // of a table of terms

class Glossary {
public:
    Glossary(Reading& reading, int section)
        : reading_(reading), page_(reading.page()), section_(section) {}

    /// Adds its terms; how many there are.
    int take() {
        for (int i = page_.section(section_).part + 1;
             i < page_.part_count() && page_.part(i).section == section_; ++i) {
            const auto& part = page_.part(i);
            if (part.depth > 0 || part.task || !reading_.is_free(part.lines.first)) continue;
            if (part.kind == PartKind::Item) take_item(part);
            if (part.kind == PartKind::Bold || part.kind == PartKind::Text) take_lines(part);
            if (part.kind == PartKind::Table) take_table(part);
        }
        return found_;
    }

private:
    void add(Pair pair, LineRange front, LineRange back) {
        ++found_;
        reading_.add({.rule = "definition",
                      .kind = CardKind::Term,
                      .front = std::move(pair.term),
                      .front_lines = front,
                      .back = back,
                      .back_text = std::move(pair.meaning),
                      .context = ContextUse::Never,
                      .section = section_});
    }

    void take_item(const Part& part) {
        std::string joined;
        auto pair = pair_in(page_.own_words(part, joined));
        if (!pair) return;
        if (part.lines.last > part.own_last)
            pair->meaning += "\n" + page_.slice({part.own_last + 1, part.lines.last});
        add(std::move(*pair), {part.lines.first, part.own_last}, part.lines);
    }

    /// Paragraphs of which every line is a term with its meaning.
    void take_lines(const Part& part) {
        for (int n = part.lines.first; n <= part.lines.last; ++n) {
            if (!pair_in(page_.words_of(n))) return;
        }
        for (int n = part.lines.first; n <= part.lines.last; ++n)
            add(*pair_in(page_.words_of(n)), {n, n}, {n, n});
    }

    /// The term, its meaning, and perhaps an example and a remark.
    void take_table(const Part& part) {
        const auto columns = table_cells(page_.words_of(part.lines.first)).size();
        if (columns < 2 || columns > kMostTermColumns) return;
        for (int n = part.lines.first + 2; n <= part.lines.last; ++n) {
            const auto row = table_cells(page_.words_of(n));
            if (row.size() < 2 || content_size(row[0]) < 1 || content_size(row[1]) < 2) continue;
            std::string meaning{row[1]};
            for (std::size_t i = 2; i < std::min(row.size(), columns); ++i) {
                if (!row[i].empty()) meaning.append(" — ").append(row[i]);
            }
            add({.term = clean_text(row[0]), .meaning = std::move(meaning)}, {n, n}, {n, n});
        }
        reading_.take(part.lines);
    }

    Reading& reading_;
    const Page& page_;
    int section_;
    int found_ = 0;
};

}  // namespace

void find_definitions(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        if (!reading.words().has("glossary titles", section.key) || reading.is_barred(s)) continue;
        if (!reading.is_free(section.lines.first)) continue;
        if (Glossary{reading, s}.take() > 0)
            reading.leave_out(section.lines.first, section.title, Why::Divided);
    }
    take_pair_lists(reading);
}

}  // namespace wengu
