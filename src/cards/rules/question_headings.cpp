// question-heading: a heading that asks with a question mark, or is marked "Q1:". The
// answer goes on to the next heading of its rank. A heading whose sub-headings ask is
// only their frame. implied-question: the same for headings that ask by their words.

#include "cards/affixes.h"
#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

struct Question {
    std::string_view text;
    bool asks = false;
};

/// "Q1: ..." asks by its mark; "问题1：..." and "题目：..." may also name a problem.
Question question_in(const Part& part) {
    const std::string_view text = part.text;
    const auto marked = after_question_mark_word(text);
    if (!marked.empty()) {
        const bool certain = text[0] == 'Q' || text.starts_with("问：") ||
                             text.starts_with("问:") || text.starts_with("面试题");
        return {marked, certain || part.asks != Asking::No};
    }
    return {part.asked, part.asks == Asking::Openly};
}

bool any_below(const Page& page, int s, const auto& test) {
    return std::ranges::any_of(page.section(s).children, [&](int child) {
        return test(child) || any_below(page, child, test);
    });
}

/// The first section below `s` that asks; 0 if none does.
int first_asking_below(const Reading& reading, int s) {
    const auto& page = reading.page();
    const int last = page.section(s).lines.last;
    for (int i = s + 1; i < page.section_count() && page.section(i).lines.first <= last; ++i) {
        if (question_in(page.part(page.section(i).part)).asks) return i;
    }
    return 0;
}

/// The line of the first chapter of an article where two or more ask by their words alone; 0 if
/// they do not.
int first_chapter_that_asks(const Reading& reading, int s) {
    const auto& page = reading.page();
    int first = 0;
    int count = 0;
    for (const int child : page.section(s).children) {
        if (page.part(page.section(child).part).asks != Asking::Implied) continue;
        if (++count == 1) first = page.section(child).lines.first;
    }
    return count >= 2 ? first : 0;
}

/// The line of the first "追问" section below `s`; 0 if there is none.
int first_follow_ups_below(const Reading& reading, int s) {
    const auto& page = reading.page();
    for (const int child : page.section(s).children) {
        if (reading.words().has("follow-up titles", page.section(child).key))
            return page.section(child).lines.first;
    }
    return 0;
}

/// The line of the first of two or more bold questions that divide the answer of section `s`;
/// 0 if nothing or only one stands there: one may be the author's turn of speech.
int first_bold_question_in(const Reading& reading, int s) {
    const auto& page = reading.page();
    const auto& bold = page.parts_of(PartKind::Bold);
    int first = 0;
    for (auto i = std::ranges::upper_bound(bold, page.section(s).part);
         i != bold.end() && page.part(*i).section == s; ++i) {
        const auto& part = page.part(*i);
        if (part.depth > 0 || !part.rest.empty() || !is_bold_question(part) ||
            !reading.is_free(part.lines.first))
            continue;
        if (first > 0) return first;
        first = part.lines.first;
    }
    return 0;
}

/// What is left of an answer when other cards stand inside it.
LineRange before_cards(const Reading& reading, LineRange body, int limit) {
    const int front = reading.first_front_in(body);
    int last = limit > 0 ? std::min(body.last, limit - 1) : body.last;
    if (front > 0 && reading.fronts_in(body) >= 2) last = std::min(last, front - 1);
    return last < body.first ? LineRange{} : reading.trimmed({body.first, last});
}

/// Whether what stands before the headings that ask answers by itself: a few words that lead
/// over to them do not.
bool is_answer_before_cards(const Reading& reading, LineRange lines) {
    if (lines.empty()) return false;
    const auto last = trim(reading.page().line(lines.last));
    const bool sentence = last.ends_with('.') || last.ends_with("。");
    return !ends_with_colon(last) && reading.content(lines) >= (sentence ? 6 : 16);
}

/// Whether cards marked by the author make up the whole of an answer.
bool is_all_cards(const Reading& reading, LineRange body) {
    if (!reading.has_front_in(body)) return false;
    const auto& page = reading.page();
    for (int n = body.first; n <= body.last; ++n) {
        const auto line = page.line(n);
        if (!reading.is_free(n) || line.starts_with('#')) continue;
        const auto words = page.words_of(n);
        const bool letter = !words.empty() && is_alpha(words.front());
        if (letter || content_size(clean_text(line), 1) > 0) return false;
    }
    return true;
}

void add_heading_card(Reading& reading, int s, std::string front, LineRange back,
                      std::string_view rule) {
    const auto& section = reading.page().section(s);
    reading.add({.rule = rule,
                 .front = std::move(front),
                 .front_lines = {section.lines.first, section.body_first - 1},
                 .back = back,
                 .section = s,
                 .is_heading = true,
                 .anchor = anchor_in(reading.page().line(section.lines.first))});
}

/// In a list of questions a heading that asks is the title of its list.
bool is_frame_in_bank(const Reading& reading, LineRange body) {
    if (!reading.is_question_bank()) return false;
    const auto& page = reading.page();
    for (int i = part_from(page, body.first);
         i < page.part_count() && page.part(i).lines.first <= body.last; ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item && part.kind != PartKind::Text) return false;
        if (part.kind == PartKind::Text && content_size(page.line(part.lines.first)) > 30)
            return false;
    }
    return true;
}

/// Code or a table between a heading and "Answer:" is looked at to answer; it belongs to the
/// question. The line where the answer begins; 0 if none is marked.
int marked_answer_line(const Reading& reading, LineRange body) {
    const auto& page = reading.page();
    for (int i = part_from(page, body.first);
         i < page.part_count() && page.part(i).lines.first <= body.last; ++i) {
        const auto& part = page.part(i);
        const bool shown = part.kind == PartKind::Code || part.kind == PartKind::Table ||
                           part.kind == PartKind::Math;
        if (shown) continue;
        const auto text = clean_text(page.words_of(part.lines.first));
        const bool answer = answer_start(text, reading.words()) != std::string_view::npos;
        return answer && part.lines.first > body.first ? part.lines.first : 0;
    }
    return 0;
}

/// Adds the card of a heading that asks; `false` when it is only a frame.
bool take_heading(Reading& reading, int s, std::string_view front, std::string_view rule) {
    const auto& page = reading.page();
    const auto& section = page.section(s);
    const auto body = reading.body(s);
    if (is_frame_in_bank(reading, body) || is_all_cards(reading, body)) return false;
    const int child = first_asking_below(reading, s);
    const bool title_page =
        section.rank == 1 && section.children.size() >= 2 && reading.full_lines(body) > kLongAnswer;
    int limit = child > 0 ? page.section(child).lines.first : 0;
    if (section.rank == 1 && limit == 0) limit = first_chapter_that_asks(reading, s);
    if (const int follow_ups = first_follow_ups_below(reading, s); follow_ups > 0 && limit == 0)
        limit = follow_ups;
    if (const int bold = first_bold_question_in(reading, s); bold > 0)
        limit = limit > 0 ? std::min(limit, bold) : bold;
    if (title_page && limit == 0) limit = page.section(section.children[0]).lines.first;
    const auto back = before_cards(reading, body, limit);
    const bool cut = back != body;
    if (cut && !is_answer_before_cards(reading, back)) return false;
    if (is_only_link(reading, back)) {
        add_heading_card(reading, s, std::string{front}, {}, rule);
        reading.take(back);
        return true;
    }
    if (const int answer = marked_answer_line(reading, back); answer > 0) {
        const auto shown = page.slice(reading.trimmed({back.first, answer - 1}));
        add_heading_card(reading, s, std::string{front} + "\n\n" + shown, {answer, back.last},
                         rule);
        reading.take({back.first, answer - 1});
        return true;
    }
    add_heading_card(reading, s, std::string{front}, back, rule);
    return true;
}

/// Sections that ask and have nothing below them, where that is the manner of the page.
bool asks_without_answers(const Reading& reading) {
    const auto& page = reading.page();
    int asked = 0;
    int empty = 0;
    for (int s = 1; s < page.section_count(); ++s) {
        if (!page.section(s).children.empty() || !question_in(page.part(page.section(s).part)).asks)
            continue;
        ++asked;
        if (reading.body(s).empty()) ++empty;
    }
    return empty >= 3 && 3 * empty >= asked;
}

/// Two or three short headings that ask nothing divide an answer: "JDK 1.8 之前", "之后".
bool has_short_parts(const Reading& reading, int s) {
    const auto& page = reading.page();
    const auto& children = page.section(s).children;
    return has_cjk(page.section(s).title) && children.size() >= 2 && children.size() <= 3 &&
           reading.full_lines(reading.body(s)) <= kLongAnswer / 3 &&
           std::ranges::all_of(children, [&](int child) {
               const auto& below = page.section(child);
               return below.children.empty() && content_size(below.title) <= 10 &&
                      page.part(below.part).asks == Asking::No;
           });
}

}  // namespace

void find_question_headings(Reading& reading) {
    const auto& page = reading.page();
    const bool open = asks_without_answers(reading);
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        const auto& part = page.part(section.part);
        const auto question = question_in(part);
        if (!question.asks || reading.is_barred(s) || !reading.is_free(section.lines.first))
            continue;
        if (content_size(question.text, 2) < 2) continue;
        if (reading.is_journal() && reading.words().contains("words of the day", section.key)) {
            reading.leave_out(section.lines.first, part.text, Why::Journal);
            continue;
        }
        if (reading.body(s).empty()) {
            if (open)
                add_heading_card(reading, s, std::string{question.text}, {}, "question-heading");
            else
                reading.leave_out(section.lines.first, part.text, Why::Empty);
            continue;
        }
        if (!take_heading(reading, s, question.text, "question-heading")) {
            reading.leave_out(section.lines.first, part.text, Why::Divided);
        }
    }
}

void find_implied_questions(Reading& reading) {
    const auto& page = reading.page();
    if (reading.is_journal()) return;
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        const auto& part = page.part(section.part);
        if (reading.is_barred(s) || !reading.is_free(section.lines.first) || section.rank == 1)
            continue;
        if (part.asks != Asking::Implied || is_label(section.title, reading.words())) continue;
        const bool frame = !has_short_parts(reading, s) && any_below(page, s, [&](int child) {
            return !is_label(page.section(child).title, reading.words());
        });
        const auto body = reading.body(s);
        if (first_asking_below(reading, s) > 0 &&
            take_heading(reading, s, section.title, "implied-question"))
            continue;
        if (const int front = reading.first_front_in(body); front > 0 && !frame) {
            const auto before = reading.trimmed({body.first, front - 1});
            if (!before.empty() && !refuse_body(reading, before))
                add_heading_card(reading, s, std::string{section.title}, before,
                                 "implied-question");
            continue;
        }
        if (frame || is_frame_in_bank(reading, body) || body.empty() ||
            is_check_list(reading, body) || is_link_list(reading, body))
            continue;
        add_heading_card(reading, s, std::string{section.title}, body, "implied-question");
    }
}

}  // namespace wengu
