// anki-block: "START", the name of a note type, the front, "Back: ..." and "END" on lines of
// their own, as a plug-in for Anki has them; also "STARTI [Basic] front Back: back ENDI".

#include "cards/none.h"
#include "cards/rules/rules.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

std::string_view after_field(std::string_view text, std::string_view field) {
    return text.starts_with(field) ? trim(text.substr(field.size())) : text;
}

std::string field_text(const Page& page, int first, int last, std::string_view field) {
    std::string text;
    for (int n = first; n <= last; ++n) {
        auto line = page.line(n);
        if (n == first) line = after_field(trim(line), field);
        if (line.starts_with("<!--ID") || line.starts_with("Tags:")) continue;
        if (!text.empty()) text += '\n';
        text += line;
    }
    return std::string{trim(text)};
}

/// The first line in (first, last) that starts with `text`; 0 if none does.
int line_with(const Page& page, int first, int last, std::string_view text) {
    for (int n = first + 1; n < last; ++n) {
        if (trim(page.line(n)).starts_with(text)) return n;
    }
    return 0;
}

void take_anki_block(Reading& reading, int start, int end) {
    const auto& page = reading.page();
    const int back = line_with(page, start, end, "Back:");
    if (back == 0 || back < start + 3) return;  // START, the type, the front
    const auto front = field_text(page, start + 2, back - 1, "Front:");
    int last = end - 1;
    while (last > back && (page.line(last).starts_with("<!--") || page.is_blank(last))) --last;
    reading.add({.rule = "anki-block",
                 .front = clean_text(front),
                 .front_lines = {start + 2, back - 1},
                 .back = {back, last},
                 .back_text = field_text(page, back, last, "Back:"),
                 .context = ContextUse::Never,
                 .section = page.section_at(start)});
    reading.take({start, end});
}

void take_line(Reading& reading, int line) {
    auto text = trim(reading.page().line(line));
    const auto end = text.rfind("ENDI");
    const auto back = text.find("Back:");
    const auto type = text.find(']');
    if (end == kNone || back == kNone || type == kNone || type > back || back > end) return;
    reading.add({.rule = "anki-block",
                 .front = clean_text(trim(text.substr(type + 1, back - type - 1))),
                 .front_lines = {line, line},
                 .back = {line, line},
                 .back_text = std::string{trim(text.substr(back + 5, end - back - 5))},
                 .context = ContextUse::Never,
                 .section = reading.page().section_at(line)});
}

}  // namespace

void find_anki_blocks(Reading& reading) {
    const auto& page = reading.page();
    for (int n = page.first_line(); n <= page.last_line(); ++n) {
        const auto line = trim(page.line(n));
        if (page.is_opaque(n) || !reading.is_free(n)) continue;
        if (line.starts_with("STARTI ")) take_line(reading, n);
        if (line != "START") continue;
        const int end = line_with(page, n, page.last_line() + 1, "END");
        if (end > 0) take_anki_block(reading, n, end);
    }
}

}  // namespace wengu
