// tagged: a line that ends in #flashcard (or #card, #flashcards/deck) is a front; the
// back goes on to the next rule, heading, tagged line or item of the same list.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/needle.h"
#include "core/text.h"

namespace wengu {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_card_tag(std::string_view tag) {
    return tag == "flashcard" || tag == "card" || tag == "flashcards" || tag == "卡片" ||
           tag.starts_with("flashcards/") || tag.starts_with("card/");
}

struct Tagged {
    std::string_view words;
    std::vector<std::string> tags;
    bool card = false;
};

/// Takes the tags off the end of a line.
Tagged without_tags(std::string_view text) {
    Tagged found{trim(text), {}, false};
    while (true) {
        const auto start = found.words.rfind('#');
        if (start == kNone || (start > 0 && found.words[start - 1] != ' ')) break;
        const auto tag = found.words.substr(start + 1);
        if (tag.empty() || tag.find(' ') != kNone || tag[0] == '#') break;
        found.card = found.card || is_card_tag(tag);
        if (!is_card_tag(tag)) found.tags.insert(found.tags.begin(), std::string{tag});
        found.words = trim(found.words.substr(0, start));
    }
    return found;
}

}  // namespace

void find_tagged_blocks(Reading& reading) {
    const auto& page = reading.page();
    if (!reading.flashcards() && !Needle{"#card"}.is_in(page.text())) return;
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
                     .confidence = 0.97,
                     .front = clean_text(tagged.words),
                     .front_lines = {line.line, line.line},
                     .back = back,
                     .context = ContextUse::Never,
                     .section = start.section,
                     .tags = std::move(tagged.tags)});
    }
}

}  // namespace wengu
