#include "cards/explain.h"

#include "cards/wording.h"
#include "core/message.h"

#include <set>

namespace wengu {
namespace {

std::string message_of(Why why) {
    switch (why) {
        case Why::Empty: return tr("nothing stands below it");
        case Why::Group: return tr("it only gathers the headings below it");
        case Why::Divided: return tr("its content became the cards below it");
        case Why::PartOfAnswer: return tr("it stands inside the answer of another card");
        case Why::Label: return tr("it names a part of an answer and asks nothing");
        case Why::NoCardTitle: return tr("nothing is asked under a title like this");
        case Why::CheckList: return tr("it is a check list");
        case Why::Links: return tr("it is a list of links");
        case Why::Dated: return tr("its figures go out of date");
        case Why::Short: return tr("there is too little to ask about");
        case Why::Duplicate: return tr("another card asks the same");
        case Why::AnswerTitle: return tr("it belongs to the question before it");
        case Why::Footer: return tr("it stands in the footer of the note");
        case Why::Staged: return tr("it is long: its stages became the cards");
        case Why::Journal: return tr("the note is a journal or keeps the minutes of a meeting");
        case Why::Template: return tr("another program makes notes of this template");
        case Why::Statement: return tr("it is neither a question nor a claim by itself");
    }
    return {};
}

/// Why a part that is no front gave no card.
Why reason_for(const Reading& reading, const Part& part) {
    const auto& page = reading.page();
    if (reading.is_barred(part.section)) return Why::NoCardTitle;
    if (part.task) return Why::CheckList;
    if (part.kind == PartKind::Heading &&
        page.section(part.section).lines.first != part.lines.first)
        return Why::AnswerTitle;
    if (reading.is_answer(part.lines.first)) return Why::PartOfAnswer;
    if (part.kind == PartKind::Heading) {
        const auto& section = page.section(part.section);
        if (!section.children.empty()) return Why::Group;
        return reading.has_front_in(section.lines) ? Why::Divided : Why::Empty;
    }
    return is_label(part.text, reading.words()) || ends_with_colon(part.text) || !part.rest.empty()
               ? Why::Label
               : Why::Statement;
}

}  // namespace

Explanation explain(int line, std::string_view text, Why why) {
    return {line, std::string{text}, std::string{name_of(why)}, message_of(why)};
}

std::vector<Explanation> explain_rest(const Reading& reading) {
    std::vector<Explanation> explanations;
    std::set<int> done;
    for (const auto& left : reading.left_out()) {
        if (!reading.is_front(left.line) && done.insert(left.line).second)
            explanations.push_back(explain(left.line, left.text, left.why));
    }
    for (const auto& part : reading.page().parts()) {
        const bool asks = part.kind == PartKind::Item && part.asks_in_list != Asking::No;
        if (part.kind != PartKind::Heading && part.kind != PartKind::Bold && !asks) continue;
        if (reading.is_front(part.lines.first) || !done.insert(part.lines.first).second) continue;
        explanations.push_back(explain(part.lines.first, part.text, reason_for(reading, part)));
    }
    return explanations;
}

}  // namespace wengu
