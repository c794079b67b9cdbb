// led-question: a section whose heading says little ("练习 1") and that opens with what is
// asked: "题目：…", "**问题**：…？"; the rest of the section answers. Also a section that
// holds nothing but a question: it is asked, and has no answer yet.

#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// What a line asks after a mark like "题目："; empty without one.
std::string question_led_by(const Reading& reading, const Part& part) {
    const auto& page = reading.page();
    if (part.kind == PartKind::Bold) {  // a bold question alone on its line has its own rule
        if (part.rest.empty() || !reading.words().has("question titles", title_key(part.text)))
            return {};
        std::string_view rest = part.rest;
        for (const std::string_view colon : {"：", ":"}) {
            if (rest.starts_with(colon)) rest.remove_prefix(colon.size());
        }
        return std::string{trim(rest)};
    }
    const auto text = clean_text(page.words_of(part.lines.first));
    return std::string{after_question_mark_word(text)};
}

/// The fold that hides the answer of a section; nullptr if there is none.
const Fold* answer_fold(const Reading& reading, LineRange lines) {
    const auto& folds = reading.page().folds();
    const auto fold = std::ranges::find_if(folds, [&](const Fold& candidate) {
        return lines.first <= candidate.lines.first && candidate.lines.last <= lines.last;
    });
    return fold == folds.end() ? nullptr : &*fold;
}

/// Whether another line of the section is marked as a question or an answer as well.
bool is_marked_again(const Reading& reading, int from, LineRange body) {
    const auto& page = reading.page();
    for (int i = from + 1; i < page.part_count() && page.part(i).lines.first <= body.last; ++i) {
        const auto& part = page.part(i);
        const bool running = part.kind == PartKind::Text || part.kind == PartKind::Bold;
        if (running && !question_led_by(reading, part).empty()) return true;
    }
    return false;
}

void take_led(Reading& reading, int s, int p) {
    const auto& page = reading.page();
    const auto& part = page.part(p);
    const auto body = reading.body(s);
    const auto asked = question_led_by(reading, part);
    if (content_size(asked) < 4 || is_marked_again(reading, p, body)) return;
    const auto* fold = answer_fold(reading, body);
    if (fold == nullptr && asking(asked, reading.words()) == Asking::No) return;
    const auto back = fold != nullptr ? reading.trimmed(fold->content)
                                      : reading.trimmed({part.lines.first + 1, body.last});
    if (back.empty() && asking(asked, reading.words()) != Asking::Openly) return;
    reading.add({.rule = "led-question",
                 .front = asked,
                 .front_lines = {part.lines.first, part.lines.first},
                 .back = back,
                 .section = s});
    reading.take(page.section(s).lines);
}

/// A body of one short paragraph that asks: the heading is its title.
void take_bare(Reading& reading, int s, int p) {
    const auto& page = reading.page();
    const auto& part = page.part(p);
    const auto body = reading.body(s);
    if (part.kind != PartKind::Text || part.lines != body || reading.full_lines(body) > 3) return;
    std::string joined;
    const auto text = clean_text(page.own_words(part, joined));
    if (!(text.ends_with('?') || text.ends_with("？")) || content_size(text) < 8) return;
    reading.add({.rule = "led-question",
                 .kind = CardKind::Open,
                 .front = std::string{question_text(text)},
                 .front_lines = body,
                 .back = {},
                 .context = ContextUse::Always,
                 .section = s});
    reading.take(page.section(s).lines);
}

}  // namespace

void find_led_questions(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        const auto& heading = page.part(section.part);
        const bool open = section.children.empty() && !reading.is_barred(s) &&
                          reading.is_free(section.lines.first) && heading.asks == Asking::No;
        const int p = section.part + 1;
        if (!open || p >= page.part_count() || page.part(p).section != s ||
            !reading.is_free(page.part(p).lines.first) || page.part(p).quoted)
            continue;
        if (reading.words().has("question titles", section.key) ||
            reading.words().has("question list titles", section.key))
            continue;
        const bool running =
            page.part(p).kind == PartKind::Text || page.part(p).kind == PartKind::Bold;
        if (!running || reading.has_front_in(section.lines)) continue;
        if (!question_led_by(reading, page.part(p)).empty())
            take_led(reading, s, p);
        else
            take_bare(reading, s, p);
    }
}

}  // namespace wengu
