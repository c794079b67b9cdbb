// tagged: a line that ends in #flashcard (or #card, #flashcards/deck) is a front; the
// back goes on to the next rule, heading, tagged line or item of the same list.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

namespace wengu {

void find_tagged_blocks(Reading& reading) {
    const auto& page = reading.page();
    if (!reading.flashcards() && page.text().find("#card") == std::string_view::npos) return;
    for (const auto& line : page.text_lines()) {
        if (!reading.is_free(line.line)) continue;
        auto tagged = without_tags(line.words);
        if (!tagged.card || content_size(tagged.words) < 2) continue;
        const auto& start = page.part(line.part);
        const int last = end_of_card(page, line.part, [&](const Part& part, int) {
            const bool next_item = start.kind == PartKind::Item && part.kind == PartKind::Item &&
                                   part.parent == start.parent;
            return next_item || (part.kind != PartKind::Code &&
                                 without_tags(page.words_of(part.lines.first)).card);
        });
        const auto back = reading.trimmed({line.line + 1, last});
        if (back.empty()) continue;
        reading.add({.rule = "tagged",
                     .front = clean_text(tagged.words),
                     .front_lines = {line.line, line.line},
                     .back = back,
                     .context = ContextUse::Never,
                     .section = start.section,
                     .tags = std::move(tagged.tags)});
    }
}

}  // namespace wengu
