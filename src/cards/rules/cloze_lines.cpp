// cloze: blocks that start with "C:" and hide what stands in [brackets] (up to the
// next mark, heading or rule), and text with {{c1::holes}} anywhere.

#include "cards/rules/cloze.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

namespace wengu {
namespace {

bool is_cloze_mark(std::string_view words) {
    return words.starts_with("C: ") || words.starts_with("C：") || words == "C:";
}

bool opens_card(std::string_view words) {
    return is_cloze_mark(words) || words.starts_with("Q:") || words.starts_with("Q：") ||
           words.starts_with("**Q");
}

/// The holes of a block, in the first way of writing that it uses.
std::vector<Hole> holes_in(std::string_view text) {
    auto holes = numbered_holes(text);
    if (holes.empty()) holes = bracketed_holes(text);
    return holes.empty() ? highlighted_holes(text) : holes;
}

void take_cloze_block(Reading& reading, const TextLine& start) {
    const auto& page = reading.page();
    int last = end_of_card(page, start.part,
                           [](const Part& part, int) { return part.kind == PartKind::Rule; });
    for (int n = start.line + 1; n <= last; ++n) {
        if (!page.is_opaque(n) && opens_card(page.words_of(n))) last = n - 1;
    }
    // A paragraph with holes is the card; without any, what it introduces belongs to it.
    const int paragraph = page.part(start.part).lines.last;
    const LineRange own{start.line, std::min(paragraph, last)};
    const auto lines =
        reading.trimmed(holes_in(page.slice(own)).empty() ? LineRange{start.line, last} : own);
    if (lines.empty()) return;
    auto text = page.slice(lines);
    const auto colon = text.find("：") < text.find(':') ? text.find("：") + 3 : text.find(':') + 1;
    text = std::string{trim(std::string_view{text}.substr(colon))};
    const auto holes = holes_in(text);
    add_cloze_cards(reading, "cloze", text, lines, holes, page.part(start.part).section);
}

}  // namespace

void find_cloze_lines(Reading& reading) {
    const auto& page = reading.page();
    for (const auto& line : page.text_lines()) {
        if (!reading.is_free(line.line)) continue;
        if (is_cloze_mark(line.words)) {
            take_cloze_block(reading, line);
        } else if (line.words.find("{{c") != std::string_view::npos) {
            const auto tagged = without_tags(line.words);
            const auto words = tagged.card ? tagged.words : line.words;
            add_cloze_cards(reading, "cloze", words, {line.line, line.line}, numbered_holes(words),
                            page.part(line.part).section);
        }
    }
}

void find_highlights(Reading& reading) {
    const auto& page = reading.page();
    if (page.text().find("==") == std::string_view::npos) return;
    for (const auto& line : page.text_lines()) {
        if (!reading.is_free(line.line) || line.words.find("==") == std::string_view::npos)
            continue;
        const auto holes = highlighted_holes(line.words);
        const bool sentence =
            line.words.size() < 600 && (reading.flashcards() || holes.size() <= 4);
        if (holes.empty() || !sentence || reading.is_barred(page.part(line.part).section)) continue;
        const bool whole = holes.size() == 1 &&
                           content_size(line.words.substr(0, holes[0].first)) == 0 &&
                           content_size(line.words.substr(holes[0].last)) == 0;
        if (whole) continue;  // nothing would be left to ask with
        add_cloze_cards(reading, "highlight", line.words, {line.line, line.line}, holes,
                        page.part(line.part).section);
    }
}

}  // namespace wengu
