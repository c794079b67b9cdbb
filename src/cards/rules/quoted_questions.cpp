// quoted-question: a quote of one or two lines that asks ("> 问题：…？"), answered by the
// text after it. Without a mark at least two such quotes must stand in a section: one
// alone may be an aside.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <map>

namespace wengu {
namespace {

/// What a short quote asks; empty if it does not.
std::string asked_in(const Page& page, const Part& quote) {
    if (quote.lines.last > quote.lines.first + 1) return {};
    std::string text;
    for (int n = quote.lines.first; n <= quote.lines.last; ++n) text += page.words_of(n);
    text = clean_text(text);
    const bool asks = text.ends_with('?') || text.ends_with("？");
    return asks && content_size(text) >= 4 ? text : std::string{};
}

void take_quote(Reading& reading, int i, const std::string& text) {
    const auto& page = reading.page();
    const auto& quote = page.part(i);
    const int last = end_of_card(page, i, [&](const Part& other, int) {
        return other.kind == PartKind::Quote && other.depth == 0 && !asked_in(page, other).empty();
    });
    const auto back = reading.trimmed({quote.lines.last + 1, last});
    if (back.empty() || reading.has_front_in(back)) return;
    reading.add({.rule = "quoted-question",
                 .front = std::string{question_text(text)},
                 .front_lines = quote.lines,
                 .back = back,
                 .section = quote.section});
}

}  // namespace

void find_quoted_questions(Reading& reading) {
    const auto& page = reading.page();
    std::map<int, std::vector<int>> quotes;  // by section
    for (const int i : page.parts_of(PartKind::Quote)) {
        const auto& part = page.part(i);
        const bool usable = part.depth == 0 && part.parent < 0 &&
                            reading.is_free(part.lines.first) && !reading.is_barred(part.section);
        if (usable && !asked_in(page, part).empty()) quotes[part.section].push_back(i);
    }
    for (const auto& entry : quotes) {
        for (const int i : entry.second) {
            const auto text = asked_in(page, page.part(i));
            if (entry.second.size() >= 2 || !after_question_mark_word(text).empty())
                take_quote(reading, i, text);
        }
    }
}

}  // namespace wengu
