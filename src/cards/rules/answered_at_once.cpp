// list-question: "**What is X?** A thing." and "- 为什么？（答：因为。）".

#include "cards/affixes.h"
#include "cards/rules/list_questions.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <map>
#include <optional>

namespace wengu {
namespace {

/// A question and, on the same line, its answer: "**What is X?** A thing."
struct AnsweredAtOnce {
    std::string question;
    std::string answer;
    bool marked = false;  ///< The question is bold, or the answer is said to be one.
};

/// What answers in "（答：数据不经过用户态）"; empty if it is any other remark.
std::string_view answer_in_brackets(std::string_view remark, const Words& words) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        if (!remark.starts_with(open) || !remark.ends_with(close)) continue;
        const auto inside = remark.substr(open.size(), remark.size() - open.size() - close.size());
        const auto start = answer_start(inside, words);
        if (start != std::string_view::npos) return trim(inside.substr(start));
    }
    return {};
}

/// "什么是缓存穿透：查不存在的数据": no mark, but words that ask before the first colon.
std::optional<AnsweredAtOnce> answered_after_colon(std::string_view source, const Words& words) {
    constexpr std::size_t kLongest = 80;  // bytes
    const auto colon = first_colon(source, kLongest);
    if (colon == std::string_view::npos || !has_cjk(source.substr(0, colon))) return std::nullopt;
    const auto question = clean_text(source.substr(0, colon));
    const auto rest = trim(source.substr(colon + (source[colon] == ':' ? 1 : 3)));
    const auto asks = item_asking(question, asking(question, words), words);
    const bool marks = rest.starts_with("**") || rest.starts_with("//");
    if (asks == Asking::No || marks || content_size(question, 4) < 4 || content_size(rest, 2) < 2)
        return std::nullopt;
    return AnsweredAtOnce{std::string{question_text(question)}, std::string{rest}};
}

std::optional<AnsweredAtOnce> answered_at_once(const Page& page, const Part& part,
                                               const Words& words) {
    std::string joined;
    const auto source = page.own_words(part, joined);
    if (!has_any_question_mark(source)) return answered_after_colon(source, words);
    const bool bold = source.starts_with("**");
    std::size_t at = std::string::npos;
    std::size_t end = 0;
    for (const std::string_view mark : {"？", "?"}) {
        const auto found = source.find(mark);
        if (found >= at) continue;
        at = found;
        end = found + mark.size();
    }
    if (at == std::string::npos) return std::nullopt;
    const bool in_word = source[at] == '?' && end < source.size() && is_alpha(source[end]);
    if (in_word) return std::nullopt;  // "auto-(de)?activation"
    const auto before = source.substr(0, at);
    const auto open = before.rfind('[');
    const bool in_link = open != std::string::npos && before.find(']', open) == std::string::npos;
    if (in_link || before.find('`') != std::string::npos ||
        before.find("](") != std::string::npos || before.find("://") != std::string::npos)
        return std::nullopt;  // a mark in code, a link or an address asks nothing here
    if (bold && source.substr(end, 2) != "**") return std::nullopt;
    auto rest = trim(source.substr(end + (bold ? 2 : 0)));
    if (rest.empty()) return std::nullopt;
    const auto question = clean_text(source.substr(0, end + (bold ? 2 : 0)));
    for (const std::string_view lead : {"：", ":", "——", "—", "- "}) {
        if (rest.starts_with(lead)) rest = trim(rest.substr(lead.size()));
    }
    const auto marked = answer_in_brackets(rest, words);
    if (!marked.empty()) rest = marked;
    const auto said = clean_text(rest);
    const bool remark = said.starts_with("（") || said.starts_with('(') || said.starts_with('[');
    const bool asks_on = said.ends_with('?') || said.ends_with("？");
    if (remark || asks_on || content_size(said) < 2 || content_size(question_text(question)) < 4)
        return std::nullopt;
    return AnsweredAtOnce{std::string{question_text(question)}, std::string{rest},
                          bold || !marked.empty()};
}

/// Whether a text is a question without its mark as well: "(bold ？ lines" is none.
bool asks_by_its_words(std::string_view question, const Words& words) {
    while (question.ends_with('?') || question.ends_with("？"))
        question.remove_suffix(question.ends_with('?') ? 1 : std::string_view{"？"}.size());
    return asking(question, words) != Asking::No ||
           !words.start_of("question starts", title_key(question)).empty();
}

}  // namespace

void take_answered_at_once(Reading& reading) {
    const auto& page = reading.page();
    std::map<std::pair<int, int>, std::vector<std::pair<int, AnsweredAtOnce>>> lists;
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item || part.task || part.quoted ||
            !reading.is_free(part.lines.first) || reading.is_barred(part.section))
            continue;
        auto found = answered_at_once(page, part, reading.words());
        if (found && (found->marked || !has_any_question_mark(found->question) ||
                      asks_by_its_words(found->question, reading.words())))
            lists[{part.section, part.parent}].emplace_back(i, std::move(*found));
    }
    for (const auto& list : lists) {
        for (const auto& [i, found] : list.second) {
            const auto& part = page.part(i);
            const bool in_prose = reading.is_journal() || list.second.size() < 2;
            if ((!found.marked && in_prose) || !reading.is_free(part.lines.first)) continue;
            auto text = found.answer;
            if (part.lines.last > part.own_last)
                text += "\n" + page.slice({part.own_last + 1, part.lines.last});
            reading.add({.rule = "list-question",
                         .front = found.question,
                         .front_lines = {part.lines.first, part.own_last},
                         .back = part.lines,
                         .back_text = std::move(text),
                         .section = part.section,
                         .anchor = anchor_in(page.line(part.lines.first))});
        }
    }
}

}  // namespace wengu
