// key-list: a specific label ("需求驱动因素：") right above a numbered list of at least three
// points, each with a bold name: an enumeration worth knowing by itself. Generic
// labels (原因, Pros) never ask anything.

#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"

namespace wengu {
namespace {

struct BoldList {
    int items = 0;
    int last_line = 0;
};

/// The numbered list that starts at part `i`; no items unless all have bold names.
BoldList bold_list_at(const Page& page, int i) {
    BoldList list;
    while (i < page.part_count() && page.part(i).kind == PartKind::Item && page.part(i).ordered &&
           page.part(i).depth == 0) {
        const auto& part = page.part(i);
        if (!page.words_of(part.lines.first).starts_with("**")) return {};
        ++list.items;
        list.last_line = part.lines.last;
        i = part.end;
    }
    return list;
}

}  // namespace

void find_key_lists(Reading& reading) {
    const auto& page = reading.page();
    for (const int i : page.parts_of(PartKind::Bold)) {
        const auto& part = page.part(i);
        if (part.depth > 0 || part.quoted || !part.rest.empty() || !ends_with_colon(part.text))
            continue;
        if (part.section == 0 || is_label(part.text, reading.words()) ||
            content_size(part.text) < 4)
            continue;
        // Inside the answer of a claim an enumeration may stand for itself; inside
        // the answer of a question it is that answer.
        const bool in_claim = reading.is_answer(part.lines.first) &&
                              reading.is_front(page.section(part.section).lines.first) &&
                              is_numbered(page.part(page.section(part.section).part).text,
                                          "claim labels", reading.words());
        const bool barred = reading.is_barred(part.section);
        if (barred || (!reading.is_free(part.lines.first) && !in_claim)) continue;
        const auto list = bold_list_at(page, i + 1);
        if (list.items < 3 || reading.words().contains("dated words", title_key(part.text)))
            continue;
        const auto body = reading.body(part.section);
        const LineRange back{part.lines.last + 1, list.last_line};
        if (10 * reading.full_lines(back) > 7 * reading.full_lines(body))
            continue;  // the section's own card
        auto front = part.text;
        while (ends_with_colon(front))
            front.remove_suffix(front.ends_with(':') ? 1 : std::string_view{"："}.size());
        reading.add({.rule = "key-list",
                     .kind = CardKind::Topic,
                     .front = std::string{front},
                     .front_lines = part.lines,
                     .back = back,
                     .context = ContextUse::Always,
                     .section = part.section});
    }
}

}  // namespace wengu
