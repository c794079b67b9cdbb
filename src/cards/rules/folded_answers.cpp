// fold: <details> whose summary asks; what it hides answers. A summary that only says
// "Answer" belongs to the question before it.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"

namespace wengu {
namespace {

bool is_toggle(std::string_view summary, const Words& words) {
    const auto key = title_key(summary);
    return key.empty() || words.has("answer titles", key) || words.has("labels", key);
}

/// "Explain MVCC" asks: what is folded away below a command is its answer.
bool is_command(std::string_view summary, const Words& words) {
    const auto key = title_key(summary);
    return !words.start_of("imperatives", key).empty() && key.find(' ') != std::string::npos;
}

/// The question just above an answer fold: a bold line, item or paragraph that asks.
int question_above(const Reading& reading, const Fold& fold) {
    const auto& page = reading.page();
    for (int i = part_from(page, fold.lines.first) - 1; i >= 0; --i) {
        const auto& part = page.part(i);
        const bool around = part.kind == PartKind::Item && part.lines.last >= fold.lines.last;
        if (part.end - i > 1 && !around) continue;
        if (part.kind == PartKind::Html || part.kind == PartKind::Code) continue;
        const bool running = part.kind == PartKind::Text || part.kind == PartKind::Bold ||
                             part.kind == PartKind::Item;
        if (part.kind == PartKind::Heading && page.section(part.section).part == i) return i;
        if (!running || fold.lines.first - part.own_last > 30) return -1;
        const auto words = clean_text(page.words_of(part.lines.first));
        return asking(question_text(words), reading.words()) == Asking::No ? -1 : i;
    }
    return -1;
}

void take_toggle(Reading& reading, const Fold& fold) {
    const int i = question_above(reading, fold);
    if (i < 0) return;
    const auto& page = reading.page();
    const auto& part = page.part(i);
    if (!reading.is_free(part.lines.first)) return;
    const bool heading = part.kind == PartKind::Heading;
    if (heading && is_label(part.text, reading.words())) return;
    const auto words =
        heading ? std::string{part.text} : clean_text(page.words_of(part.lines.first));
    std::string front{question_text(words)};
    if (fold.lines.first - part.own_last > 1) {  // code between the question and its answer
        const auto between = page.slice({part.own_last + 1, fold.lines.first - 1});
        if (content_size(between) > 0) front += "\n" + between;
    }
    reading.add({.rule = "fold",
                 .front = front,
                 .front_lines = {part.lines.first, fold.summary_lines.last},
                 .back = reading.trimmed(fold.content),
                 .context = ContextUse::Never,
                 .section = part.section,
                 .is_heading = heading});
}

}  // namespace

void find_folded_answers(Reading& reading) {
    const auto& page = reading.page();
    for (const auto& fold : page.folds()) {
        if (!reading.is_free(fold.summary_lines.first)) continue;
        const auto text = without_numbering(fold.summary);
        const auto marked = after_question_mark_word(text);
        if (is_toggle(text, reading.words())) {
            if (!fold.nested) take_toggle(reading, fold);
            continue;
        }
        const bool asks = !marked.empty() || asking(text, reading.words()) != Asking::No ||
                          text.find("? ") != std::string_view::npos ||
                          text.find("？") != std::string_view::npos ||
                          is_command(text, reading.words());
        if (!asks || reading.is_barred(page.section_at(fold.lines.first))) continue;
        reading.add({.rule = "fold",
                     .front = std::string{marked.empty() ? text : marked},
                     .front_lines = fold.summary_lines,
                     .back = reading.trimmed(fold.content),
                     .context = ContextUse::Never,
                     .section = page.section_at(fold.lines.first)});
    }
}

}  // namespace wengu
