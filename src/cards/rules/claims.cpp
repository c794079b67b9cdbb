// claim: "观点1：…", "Risk 2: ..." as heading, or as bold lines of a series: the front is the
// claim with what it belongs to, the back what speaks for it, verdict first.

#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"

#include <map>

namespace wengu {
namespace {

void take_headings(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        const auto& part = page.part(section.part);
        if (!reading.is_free(section.lines.first) || reading.is_barred(s)) continue;
        if (!is_numbered(part.text, "claim labels", reading.words())) continue;
        const auto body = reading.body(s);
        if (reading.has_front_in(body)) continue;  // divided: its parts are the cards
        if (const auto why = refuse_body(reading, body); why && *why != Why::Short) {
            reading.leave_out(section.lines.first, part.text, *why);
            continue;
        }
        reading.add({.rule = "claim",
                     .kind = CardKind::Claim,
                     .front = std::string{part.text},
                     .front_lines = {section.lines.first, section.body_first - 1},
                     .back = body,
                     .context = ContextUse::Always,
                     .section = s,
                     .is_heading = true,
                     .anchor = anchor_in(page.line(section.lines.first))});
    }
}

void take_bold_lines(Reading& reading) {
    const auto& page = reading.page();
    std::map<std::pair<int, std::string_view>, std::vector<int>> series;
    for (const int i : page.parts_of(PartKind::Bold)) {
        const auto& part = page.part(i);
        const bool usable = part.depth == 0 && !part.quoted && part.rest.empty() &&
                            reading.is_free(part.lines.first) && !reading.is_barred(part.section);
        if (usable && is_numbered(part.text, "claim labels", reading.words()))
            series[{part.section, part.series}].push_back(i);
    }
    for (const auto& entry : series) {
        const auto& key = entry.first;
        const auto& parts = entry.second;
        if (parts.size() < 2) continue;
        for (const int i : parts) {
            const auto& part = page.part(i);
            const int last = end_of_card(page, i, [&](const Part& other, int) {
                return other.kind == PartKind::Bold && other.depth == 0 &&
                       other.series == key.second;
            });
            const auto back = reading.trimmed({part.lines.first + 1, last});
            if (refuse_body(reading, back) && refuse_body(reading, back) != Why::Short) continue;
            reading.add({.rule = "claim",
                         .kind = CardKind::Claim,
                         .front = std::string{part.text},
                         .front_lines = part.lines,
                         .back = back,
                         .context = ContextUse::Always,
                         .section = part.section});
        }
    }
}

}  // namespace

void find_claims(Reading& reading) {
    take_headings(reading);
    take_bold_lines(reading);
}

}  // namespace wengu
