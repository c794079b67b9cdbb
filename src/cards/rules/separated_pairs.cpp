// separator: the lines before a line "?" are the front, those after it up to the next
// blank line the back; "??" asks both ways. The front may also be the paragraph or
// heading above.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

namespace wengu {
namespace {

std::string trimmed_lines(const Page& page, LineRange lines) {
    std::string text;
    for (int n = lines.first; n <= lines.last; ++n) {
        if (n > lines.first) text += '\n';
        text += trim(page.line(n));
    }
    return text;
}

bool is_heading(const Page& page, int line) { return trim(page.line(line)).starts_with('#'); }

/// The paragraph (or heading) that ends just above `line`, blank lines passed over.
LineRange front_above(const Reading& reading, int line) {
    const auto& page = reading.page();
    int last = line - 1;
    while (last >= page.first_line() && page.is_blank(last) && line - last < 3) --last;
    int first = last;
    while (first > page.first_line() && !page.is_blank(first - 1) && !page.is_opaque(first - 1) &&
           !is_heading(page, first) && !is_heading(page, first - 1))
        --first;
    if (last < page.first_line() || page.is_blank(last)) return {};
    return {first, last};
}

/// The block that starts below `line`, or after one blank line.
LineRange back_below(const Page& page, int line) {
    if (page.is_blank(line + 1) && line + 1 < page.last_line()) ++line;
    int last = line;
    while (last < page.last_line() && (!page.is_blank(last + 1) || page.is_opaque(last + 1)))
        ++last;
    return last == line ? LineRange{} : LineRange{line + 1, last};
}

void take_pair(Reading& reading, int line, bool both_ways) {
    const auto& page = reading.page();
    const auto front = front_above(reading, line);
    const auto back = back_below(page, line);
    if (front.empty() || back.empty() || !reading.is_free(front.first)) return;
    const int section = page.section_at(line);
    auto words = trimmed_lines(page, front);
    while (words.starts_with('#')) words.erase(0, 1);
    reading.add({.rule = "separator",
                 .front = clean_text(words),
                 .front_lines = front,
                 .back = back,
                 .context = ContextUse::Never,
                 .section = section,
                 .anchor = anchor_in(page.line(back.last))});
    if (!both_ways) return;
    reading.add({.rule = "separator",
                 .front = trimmed_lines(page, back),
                 .front_lines = front,
                 .back = front,
                 .back_text = words,
                 .context = ContextUse::Never,
                 .section = section});
}

}  // namespace

void find_separated_pairs(Reading& reading) {
    const auto& page = reading.page();
    bool marked = false;
    for (int n = page.first_line() + 1; n <= page.last_line() && !marked; ++n)
        marked = page.line(n).starts_with('?');
    if (!marked) return;
    for (int n = page.first_line(); n <= page.last_line(); ++n) {
        const auto line = trim(page.line(n));
        if ((line == "?" || line == "??") && !page.is_opaque(n))
            take_pair(reading, n, line.size() == 2);
    }
}

}  // namespace wengu
