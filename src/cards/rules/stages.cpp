// stage: a long section divided by bold lines of one series ("Year 0-2：…", "阶段一：…"),
// each with labels of its own: the stages are the cards, not the whole.

#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"

#include <algorithm>

namespace wengu {
namespace {

/// The bold lines of the first series of at least three in a section, if they divide it.
std::vector<int> stages_of(const Reading& reading, int s) {
    const auto& page = reading.page();
    const auto& section = page.section(s);
    std::vector<int> stages;
    std::string key;
    for (int i = section.part + 1;
         i < page.part_count() && page.part(i).lines.first <= section.lines.last; ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Bold || part.depth > 0 || part.quoted || !part.rest.empty())
            continue;
        const auto series = part.series;
        if (series.size() < 2 || series[0] == '#' || is_label(part.text, reading.words()))
            continue;  // "#": plain numbers
        if (key.empty()) key = series;
        if (series == key) stages.push_back(i);
    }
    return stages.size() >= 3 ? stages : std::vector<int>{};
}

/// Whether a stage is structured inside: bold labels of its own.
bool has_labels(const Page& page, int stage, int next) {
    for (int i = stage + 1; i < next; ++i) {
        if (page.part(i).kind == PartKind::Bold && page.part(i).depth == 0) return true;
    }
    return false;
}

void take_stages(Reading& reading, int s) {
    const auto& page = reading.page();
    const auto stages = stages_of(reading, s);
    if (stages.empty()) return;
    const int end = part_from(page, page.section(s).lines.last + 1);
    std::size_t structured = 0;
    for (std::size_t k = 0; k < stages.size(); ++k) {
        structured +=
            has_labels(page, stages[k], k + 1 < stages.size() ? stages[k + 1] : end) ? 1U : 0U;
    }
    const auto body = reading.body(s);
    if (2 * structured < stages.size() && reading.full_lines(body) <= kLongAnswer) return;
    if (is_check_list(reading, body)) return;
    for (std::size_t k = 0; k < stages.size(); ++k) {
        const auto& part = page.part(stages[k]);
        const int last =
            k + 1 < stages.size() ? page.part(stages[k + 1]).lines.first - 1 : body.last;
        const auto back = reading.trimmed({part.lines.first + 1, last});
        if (back.empty()) continue;
        reading.add({.rule = "stage",
                     .kind = CardKind::Topic,
                     .front = std::string{part.text},
                     .front_lines = part.lines,
                     .back = back,
                     .context = ContextUse::Always,
                     .section = s});
    }
    reading.leave_out(page.section(s).lines.first, page.section(s).title, Why::Staged);
}

}  // namespace

void find_stages(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        if (!section.children.empty() || reading.is_barred(s) ||
            !reading.is_free(section.lines.first))
            continue;
        if (!reading.has_front_in(reading.body(s))) take_stages(reading, s);
    }
}

}  // namespace wengu
