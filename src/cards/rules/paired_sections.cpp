// paired-section: a section named just "Question" and a section named "Answer" with the
// same remark ("(EN)"): the text of the one is asked, the other answers, however far
// apart they stand.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// What stands in brackets at the end of a title: "(EN)".
std::string remark_of(const Page& page, const Section& section) {
    const auto text = normalise(page.part(section.part).text);
    const auto open = text.rfind('(');
    return open == std::string::npos ? std::string{} : text.substr(open);
}

/// Text without quote marks, on as few lines as it has.
std::string plain_lines(const Page& page, LineRange lines) {
    std::string text;
    for (int n = lines.first; n <= lines.last; ++n) {
        if (n > lines.first) text += '\n';
        auto line = page.line(n);
        while (!line.empty() && (line[0] == '>' || line[0] == ' ') && !page.is_opaque(n))
            line.remove_prefix(1);
        text += line;
    }
    return text;
}

/// The answer's section for the question in section `s`; 0 if there is none.
int partner_of(const Reading& reading, int s) {
    const auto& page = reading.page();
    const auto& question = page.section(s);
    const auto remark = remark_of(page, question);
    for (int i = s + 1; i < page.section_count(); ++i) {
        const auto& section = page.section(i);
        if (section.rank < question.rank && section.parent != question.parent &&
            section.parent != s && section.rank < 2)
            break;
        if (reading.words().has("question titles", section.key) &&
            remark_of(page, section) == remark)
            break;
        const bool answers = reading.words().has("answer titles", section.key) ||
                             reading.words().has("answer list titles", section.key);
        if (answers && remark_of(page, section) == remark) return i;
    }
    return 0;
}

/// A heading above that asks the same is the same question, not another one.
void take_same_title(Reading& reading, int section, std::string_view asked) {
    const auto& page = reading.page();
    const auto key = title_key(clean_text(asked));
    for (int s = section; s > 0; s = page.section(s).parent) {
        const auto& above = page.section(s);
        if (above.key != key || !reading.is_free(above.lines.first)) continue;
        reading.take({above.lines.first, above.lines.first});
        reading.leave_out(above.lines.first, above.title, Why::Duplicate);
    }
}

}  // namespace

void find_paired_sections(Reading& reading) {
    const auto& page = reading.page();
    for (int s = 1; s < page.section_count(); ++s) {
        const auto& section = page.section(s);
        if (!reading.words().has("question titles", section.key) ||
            !reading.is_free(section.lines.first))
            continue;
        const int partner = partner_of(reading, s);
        if (partner == 0) continue;
        const int last = section.children.empty()
                             ? section.lines.last
                             : page.section(section.children[0]).lines.first - 1;
        const auto asked = reading.trimmed({section.body_first, last});
        const auto back = reading.body(partner);
        if (asked.empty() || reading.content(asked) < 4) continue;
        if (reading.fronts_in(asked) > 0 || reading.full_lines(asked) > 30) continue;
        auto front = plain_lines(page, asked);
        take_same_title(reading, section.parent, front);
        reading.add({.rule = "paired-section",
                     .front = std::move(front),
                     .front_lines = {section.lines.first, asked.last},
                     .back = back,
                     .section = section.parent});
        reading.take({page.section(partner).lines.first, page.section(partner).lines.first});
    }
}

}  // namespace wengu
