// topic: a heading that asks nothing, with enough below it and no heading of its own
// inside, is asked as it is. A page without any heading is asked by its title.

#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr int kTellsEnough = 16;  ///< Characters that carry meaning.

/// All headings below are mere labels or numbered steps: one answer.
bool is_whole(const Reading& reading, const Section& section) {
    const auto& page = reading.page();
    return section.children.size() >= 2 && std::ranges::all_of(section.children, [&](int child) {
               const auto& below = page.section(child);
               return below.children.empty() &&
                      (is_label(below.title, reading.words()) ||
                       is_numbered(page.part(below.part).text, "part labels", reading.words()));
           });
}

/// Lines of a body that say something and belong to no card inside it.
int remaining_lines(const Reading& reading, LineRange body) {
    const auto& page = reading.page();
    int count = 0;
    for (int n = body.first; n <= body.last && !body.empty(); ++n) {
        if (!reading.is_free(n) || page.is_blank(n)) continue;
        const auto words = page.words_of(n);
        const auto bold = bold_line(words);
        const bool frame = (bold && bold->alone) || ends_with_colon(words);
        if (!frame && content_size(words, 1) > 0) ++count;
    }
    return count;
}

/// Whether what stands before the first card says enough, and does not only lead over to it.
bool answers_by_itself(const Reading& reading, LineRange lines) {
    if (lines.empty() || ends_with_colon(reading.page().line(lines.last))) return false;
    return remaining_lines(reading, lines) > 0 && reading.content(lines) >= kTellsEnough &&
           !refuse_body(reading, lines);
}

/// The body, or what stands before the first card inside it when that is enough.
std::optional<LineRange> own_answer(const Reading& reading, LineRange body) {
    const int front = reading.first_front_in(body);
    if (front == 0) return body;
    const auto before = reading.trimmed({body.first, front - 1});
    if (answers_by_itself(reading, before)) return before;
    const int rest = remaining_lines(reading, body);
    if (rest < 3 || 10 * rest < 3 * reading.full_lines(body)) return std::nullopt;
    if (before.empty() || ends_with_colon(reading.page().line(before.last))) return std::nullopt;
    if (remaining_lines(reading, before) < 2) return std::nullopt;
    return before;
}

/// In a list of questions, an outline without a word of explanation.
bool only_items(const Reading& reading, LineRange lines) {
    const auto& page = reading.page();
    for (int i = part_from(page, lines.first);
         i < page.part_count() && page.part(i).lines.first <= lines.last; ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item && part.kind != PartKind::Rule &&
            content_size(page.line(part.lines.first)) > 30)
            return false;
    }
    return true;
}

std::optional<Why> add(Reading& reading, int s, LineRange answer, Certainty certainty) {
    const auto& section = reading.page().section(s);
    reading.add({.rule = "topic",
                 .kind = CardKind::Topic,
                 .certainty = reading.is_project_page() ? Certainty::Doubtful : certainty,
                 .front = std::string{section.title},
                 .front_lines = {section.lines.first, section.body_first - 1},
                 .back = answer,
                 .section = s,
                 .is_heading = true,
                 .anchor = anchor_in(reading.page().line(section.lines.first))});
    return std::nullopt;
}

std::optional<Why> take_topic(Reading& reading, int s, LineRange body) {
    const auto& page = reading.page();
    const auto& section = page.section(s);
    const auto& part = page.part(section.part);
    if (body.empty()) return Why::Empty;
    if (reading.words().has("answer titles", section.key)) return Why::AnswerTitle;
    const auto answer = own_answer(reading, body);
    if (!answer) return Why::Divided;
    if (reading.is_question_bank() && only_items(reading, *answer)) return Why::Divided;
    const bool sentence = content_size(section.title, 60) >= 60;  // asked in prose
    if (sentence && reading.content(*answer) >= 8)
        return add(reading, s, *answer, Certainty::Certain);
    if (const auto why = refuse_body(reading, *answer)) return why;
    // "问题1：…" that asks nothing names a problem: one sentence about it is no answer.
    if (!after_question_mark_word(part.text).empty() && reading.full_lines(*answer) < 2)
        return Why::Short;
    if (is_bare_number(part.text)) return Why::Short;
    const bool label = is_label(section.title, reading.words());
    if (label && section.parent <= 0 && reading.title().empty()) return Why::Label;
    // "Summary" of the whole note is a part of it; "Singleton › Pros" may be asked.
    const auto& parent = page.section(std::max(0, section.parent));
    const bool of_page = parent.rank <= 1 && !is_whole(reading, parent);
    const auto certainty = label && of_page ? Certainty::Doubtful : Certainty::Certain;
    return add(reading, s, *answer, certainty);
}

/// Whether a section is the whole note: below its title stands what leads into it.
bool is_title_of_page(const Page& page, int s) {
    const auto is_chapter = [](const Section& section) { return section.rank == 1; };
    return page.section(s).rank == 1 && std::ranges::count_if(page.sections(), is_chapter) == 1;
}

/// What stands between a heading and its first sub-heading is said by no other card.
void take_introduction(Reading& reading, int s) {
    const auto& page = reading.page();
    const auto& section = page.section(s);
    const int last = page.section(section.children[0]).lines.first - 1;
    const auto intro = reading.trimmed({section.body_first, last});
    if (intro.empty() || is_title_of_page(page, s) || reading.is_question_bank()) return;
    if (reading.has_front_in(intro) || !answers_by_itself(reading, intro)) return;
    const bool label = is_label(section.title, reading.words());
    add(reading, s, intro, label ? Certainty::Doubtful : Certainty::Certain);
}

/// Whether a title announces questions: those asked are cards already.
bool names_questions(const Reading& reading, int s) {
    const auto& page = reading.page();
    const auto& section = page.section(s);
    const auto& words = reading.words();
    if (words.has("question list titles", section.key) ||
        words.has("follow-up titles", section.key))
        return true;
    const int first = section.part + 1;
    return words.contains("question list parts", section.key) && first < page.part_count() &&
           page.part(first).kind == PartKind::Item && page.part(first).section == s;
}

/// A journal asks nothing by its titles.
void leave_out_all(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        if (section.children.empty() && !reading.has_front_in(section.lines))
            reading.leave_out(section.lines.first, page.part(section.part).text, Why::Journal);
    }
}

/// A page without headings and without cards is one answer, if it has a name.
void take_page(Reading& reading) {
    const auto& page = reading.page();
    if (page.section_count() > 1 || reading.title().empty() ||
        reading.has_front_in({page.first_line(), page.last_line()}))
        return;
    const auto body = reading.body(0);
    if (body.empty() || reading.full_lines(body) > kLongAnswer || refuse_body(reading, body))
        return;
    reading.add({.rule = "topic",
                 .kind = CardKind::Topic,
                 .front = reading.title(),
                 .front_lines = {body.first, body.first},
                 .back = body,
                 .context = ContextUse::Never,
                 .section = 0});
}

}  // namespace

void find_topics(Reading& reading) {
    const auto& page = reading.page();
    if (reading.is_journal()) return leave_out_all(reading);
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        if (!reading.is_free(section.lines.first) || reading.is_barred(s)) continue;
        const bool whole =
            is_whole(reading, section) && reading.full_lines(reading.body(s)) <= kLongAnswer;
        const bool barred_only = std::ranges::all_of(
            section.children, [&](int child) { return reading.is_barred(child); });
        if (!whole && !barred_only) {
            take_introduction(reading, s);
            continue;
        }
        if (names_questions(reading, s)) {
            if (is_link_list(reading, reading.body(s)))
                reading.leave_out(section.lines.first, page.part(section.part).text, Why::Links);
            continue;
        }
        if (const auto why = take_topic(reading, s, reading.body(s)))
            reading.leave_out(section.lines.first, page.part(section.part).text, *why);
    }
    take_page(reading);
}

}  // namespace wengu
