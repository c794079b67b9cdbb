// definition: items of a glossary ("- TERM - meaning", "- **术语**：解释"). Elsewhere such
// lines are ordinary text.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

namespace wengu {
namespace {

constexpr auto kNone = std::string_view::npos;

struct Definition {
    std::string term;
    std::string meaning;
};

std::optional<Definition> definition_in(std::string_view words) {
    std::size_t best = kNone;
    std::size_t length = 0;
    for (const std::string_view mark : {"：", ": ", " - ", " — ", " – ", "——", " = "}) {
        const auto at = words.find(mark);
        if (at != kNone && at < best) {
            best = at;
            length = mark.size();
        }
    }
    if (best == kNone || best == 0) return std::nullopt;
    auto term = words.substr(0, best);
    auto meaning = trim(words.substr(best + length));
    if (meaning.starts_with("**")) meaning = trim(meaning.substr(2));  // "**term:** meaning"
    Definition found{
        clean_text(std::string{term} +
                   (term.starts_with("**") && term.find("**", 2) == kNone ? "**" : "")),
        std::string{meaning}};
    if (content_size(found.term) < 1 || count_code_points(found.term) > 40 ||
        content_size(found.meaning) < 2)
        return std::nullopt;
    return found;
}

}  // namespace

void find_definitions(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        if (!reading.words().has("glossary titles", section.key) || reading.is_barred(s)) continue;
        int found = 0;
        for (int i = section.part + 1; i < page.part_count() && page.part(i).section == s; ++i) {
            const auto& part = page.part(i);
            if (part.kind != PartKind::Item || part.depth > 0 || part.task ||
                !reading.is_free(part.lines.first))
                continue;
            auto definition = definition_in(page.own_words(part));
            if (!definition) continue;
            ++found;
            auto text = definition->meaning;
            if (part.lines.last > part.own_last)
                text += "\n" + page.slice({part.own_last + 1, part.lines.last});
            reading.add({.rule = "definition",
                         .kind = CardKind::Term,
                         .confidence = 0.8,
                         .front = definition->term,
                         .front_lines = {part.lines.first, part.own_last},
                         .back = part.lines,
                         .back_text = std::move(text),
                         .context = ContextUse::Never,
                         .section = s});
        }
        if (found > 0) reading.leave_out(section.lines.first, section.title, Why::Divided);
    }
}

}  // namespace wengu
