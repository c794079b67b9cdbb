// standard-answer: a section titled "标准答案" and the like holds the answer to recite; the
// heading above it (usually the note's title) is what is asked. However long the
// detailed explanation after it is, it is no part of the answer.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"

#include <algorithm>

namespace wengu {
namespace {

/// A title as a question.
std::string as_question(const Reading& reading, std::string title) {
    if (asking(title, reading.words()) != Asking::No || title.empty()) return title;
    return title + (has_cjk(title) ? "？" : "?");
}

/// Sections below it that ask are answered one by one.
bool holds_questions(const Page& page, const Section& section) {
    return std::ranges::any_of(section.children, [&](int child) {
        const auto& part = page.part(page.section(child).part);
        return part.asks == Asking::Openly || !after_question_mark_word(part.text).empty();
    });
}

}  // namespace

void find_standard_answers(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        if (!names_standard_answer(section.key, reading.words()) || holds_questions(page, section))
            continue;
        const int above = section.parent;
        const auto& parent = page.section(above);
        // The question's own rule keeps the answer together where the whole is short.
        const bool asks =
            above > 0 && (asking(parent.title, reading.words()) == Asking::Openly ||
                          !after_question_mark_word(page.part(parent.part).text).empty());
        if (asks && parent.rank > 1 && reading.full_lines(reading.body(above)) <= 60) continue;
        const int front_line = above > 0 ? parent.lines.first : section.lines.first;
        const auto back = reading.body(s);
        auto title = above > 0 ? std::string{parent.title} : reading.title();
        if (back.empty() || title.empty() || !reading.is_free(front_line) ||
            !reading.is_free(section.lines.first))
            continue;
        reading.add({.rule = "standard-answer",
                     .kind = CardKind::StandardAnswer,
                     .front = as_question(reading, std::move(title)),
                     .front_lines = {front_line, front_line},
                     .back = back,
                     .context = ContextUse::Never,
                     .section = above > 0 ? above : s,
                     .is_heading = true,
                     .anchor = anchor_in(page.line(front_line))});
        reading.take({section.lines.first, section.lines.first});
    }
}

}  // namespace wengu
