// list-question: a list item that asks, answered by what is nested below it. Where every
// nested item asks too, they are follow-ups and nothing is answered. Also numbered
// questions that stand alone with their answers between them, not nested.

#include "cards/affixes.h"
#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace wengu {
namespace {

std::string question_of(std::string_view text) { return std::string{question_text(text)}; }

bool asks(const Part& part) {
    return part.asks == Asking::Openly && content_size(part.asked, 4) >= 4;
}

/// "1. 简述休克的分期。": a numbered task, as exams put it.
bool is_task(const Part& part, const Words& words) {
    TextBuffer buffer;
    return part.ordered && part.asks_in_list == Asking::Implied &&
           has_cjk(words.start_of("question starts", title_key(part.text, buffer)));
}

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

std::optional<AnsweredAtOnce> answered_at_once(const Page& page, const Part& part,
                                               const Words& words) {
    std::string joined;
    const auto source = page.own_words(part, joined);
    if (!has_any_question_mark(source)) return std::nullopt;
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

/// Items that ask and answer on one line: bold questions, and others where a list has at
/// least two of them.
void take_answered_at_once(Reading& reading) {
    const auto& page = reading.page();
    std::map<std::pair<int, int>, std::vector<std::pair<int, AnsweredAtOnce>>> lists;
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item || part.task || part.quoted ||
            !reading.is_free(part.lines.first) || reading.is_barred(part.section))
            continue;
        auto found = answered_at_once(page, part, reading.words());
        if (found && (found->marked || asks_by_its_words(found->question, reading.words())))
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
                         .confidence = 0.85,
                         .front = found.question,
                         .front_lines = {part.lines.first, part.own_last},
                         .back = part.lines,
                         .back_text = std::move(text),
                         .section = part.section,
                         .anchor = anchor_in(page.line(part.lines.first))});
        }
    }
}

/// Whether all items nested in part `i` ask, and there is nothing else.
bool only_follow_ups(const Reading& reading, int i) {
    const auto& page = reading.page();
    for (int k = i + 1; k < page.part(i).end; ++k) {
        const auto& part = page.part(k);
        if (part.kind != PartKind::Item || part.asks_in_list == Asking::No) return false;
    }
    return true;
}

/// Whether what is nested is an outline of headings rather than an answer.
bool is_outline(const Reading& reading, int i) {
    const auto& page = reading.page();
    if (!reading.is_question_bank()) return false;
    for (int k = i + 1; k < page.part(i).end; ++k) {
        const auto& part = page.part(k);
        if (part.kind != PartKind::Item || content_size(part.text) > 60 ||
            part.text.find("。") != std::string::npos)
            return false;
    }
    return true;
}

/// "2.1 ...": a nested question that stands for itself.
bool has_outline_number(std::string_view text) {
    const auto number = text.substr(0, text.find_first_not_of("0123456789."));
    return number.size() >= 3 && number.find('.') != std::string_view::npos &&
           number.find('.') + 1 < number.size();
}

/// A question nested in a list of questions is a follow-up of the one above it, unless it
/// has a number of its own or only a title stands directly above it.
bool stands_for_itself(const Page& page, int k) {
    const auto& part = page.part(k);
    if (part.kind != PartKind::Item) return false;
    if (has_outline_number(part.text)) return true;
    int above = part.parent;  // "- 1. text" is an item in an item without words
    while (above >= 0 && page.part(above).text.empty()) above = page.part(above).parent;
    return part.asks == Asking::Openly && above >= 0 && page.part(above).asks_in_list == Asking::No;
}

void take_nested(Reading& reading, int i) {
    const auto& part = reading.page().part(i);
    const LineRange back{part.own_last + 1, part.lines.last};
    const bool follow_ups =
        only_follow_ups(reading, i) || is_only_link(reading, back) || is_outline(reading, i);
    reading.add({.rule = "list-question",
                 .confidence = 0.85,
                 .front = std::string{part.asked},
                 .front_lines = {part.lines.first, part.own_last},
                 .back = follow_ups ? LineRange{} : back,
                 .section = part.section,
                 .lead = {},
                 .anchor = anchor_in(reading.page().line(part.lines.first))});
    if (!follow_ups || !reading.is_question_bank()) return reading.take(part.lines);
    for (int k = i + 1; k < part.end; ++k) {
        const auto& below = reading.page().part(k);
        const bool wrapper = below.kind == PartKind::Item && below.text.empty();
        if (!wrapper && !stands_for_itself(reading.page(), k))
            reading.take({below.lines.first, below.own_last});
    }
}

/// "3. Name three brokers." beside items that ask openly and are answered alike.
void take_implied_siblings(Reading& reading) {
    const auto& page = reading.page();
    std::vector<std::pair<int, int>> answered;
    for (const auto& part : page.parts()) {
        const bool asking = part.kind == PartKind::Item && !part.task && !part.quoted &&
                            (part.asks == Asking::Openly || reading.is_front(part.lines.first));
        const std::pair place{part.section, part.depth};
        if (asking && (answered.empty() || answered.back() != place)) answered.push_back(place);
    }
    std::ranges::sort(answered);
    for (int i = 0; i < page.part_count() && !answered.empty(); ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item || part.task || part.quoted || part.end == i + 1 ||
            !reading.is_free(part.lines.first))
            continue;
        const bool asks = part.asks_in_list == Asking::Implied &&
                          !is_link_list(reading, {part.own_last + 1, part.lines.last});
        const bool beside =
            asks && std::ranges::binary_search(answered, std::pair{part.section, part.depth});
        if (beside && !only_follow_ups(reading, i)) take_nested(reading, i);
    }
}

/// Questions that are numbered in running text or in broken lists.
class LooseQuestions {
public:
    explicit LooseQuestions(Reading& reading) : reading_(reading), page_(reading.page()) {}

    void run() {
        std::vector<int> starts;
        for (int i = 0; i < page_.part_count(); ++i) {
            const auto& part = page_.part(i);
            if (!starts.empty() && page_.part(starts.back()).section != part.section)
                finish(starts);
            if (is_start(i) || (!starts.empty() && goes_on(i, starts.back()))) starts.push_back(i);
        }
        finish(starts);
    }

private:
    std::string_view first_line(const Part& part) const { return page_.words_of(part.lines.first); }

    /// A question alone in its list, or the first line of a paragraph with a number.
    bool is_start(int i) const {
        const auto& part = page_.part(i);
        if (part.depth > 0 || part.quoted || part.task || !reading_.is_free(part.lines.first))
            return false;
        if (part.kind == PartKind::Item)
            return part.end == i + 1 && (asks(part) || is_task(part, reading_.words()));
        if (part.kind != PartKind::Text) return false;
        if (!has_any_question_mark(first_line(part))) return false;
        const auto text = clean_text(first_line(part));
        const bool numbered =
            without_numbering(text).size() < text.size() || !after_question_mark_word(text).empty();
        const bool alone = part.lines.first == part.lines.last && opens_with_question(part.section);
        return (numbered || alone) &&
               asking(question_text(text), reading_.words()) == Asking::Openly &&
               content_size(text, 4) >= 4;
    }

    int number_of(const Part& part) const {
        const auto line = trim(page_.line(part.lines.first));
        int number = 0;
        for (const char c :
             line.substr(0, std::min(line.find_first_not_of("0123456789"), std::size_t{4})))
            number = number * 10 + (c - '0');
        return number;
    }

    /// "3. The data format of a reward model": the next number after a question, alone in its
    /// list or paragraph, with no question mark.
    bool goes_on(int i, int before) const {
        const auto& part = page_.part(i);
        const bool alone = part.end == i + 1 && part.own_last == part.lines.last &&
                           (part.kind == PartKind::Item || part.kind == PartKind::Text);
        if (!alone || part.depth > 0 || part.quoted || part.task ||
            !reading_.is_free(part.lines.first) || part.lines.last > part.lines.first)
            return false;
        const int number = number_of(part);
        return number > 1 && number == number_of(page_.part(before)) + 1 &&
               content_size(page_.line(part.lines.first)) >= 6;
    }

    /// Whether the first thing in a section is a question in a paragraph of its own.
    bool opens_with_question(int section) const {
        const int first = page_.section(section).part + 1;
        if (first >= page_.part_count()) return false;
        const auto& part = page_.part(first);
        return part.section == section && part.kind == PartKind::Text &&
               part.lines.first == part.lines.last &&
               asking(clean_text(first_line(part)), reading_.words()) == Asking::Openly;
    }

    /// "二、事务" on a line of its own: a heading that is none.
    bool opens_chapter(const Part& part) const {
        if ((part.kind != PartKind::Bold && part.kind != PartKind::Text) || part.depth > 0 ||
            part.lines.last > part.lines.first)
            return false;
        const auto text = clean_text(first_line(part));
        const auto number = han_number(text);
        return number > 0 && std::string_view{text}.substr(number).starts_with("、") &&
               count_code_points(text) <= 20;
    }

    bool is_answered(int i, int next) const {
        const auto& part = page_.part(i);
        if (part.kind == PartKind::Text && part.lines.last > part.lines.first) return true;
        if (part.end >= page_.part_count() || part.end == next) return false;
        const auto& after = page_.part(part.end);
        return after.section == part.section && after.kind != PartKind::Rule &&
               after.kind != PartKind::Item && after.kind != PartKind::Heading;
    }

    void finish(std::vector<int>& starts) {
        std::size_t answered = 0;
        std::size_t asked = 0;
        for (std::size_t k = 0; k < starts.size(); ++k) {
            if (is_answered(starts[k], k + 1 < starts.size() ? starts[k + 1] : -1)) ++answered;
            if (is_start(starts[k])) ++asked;
        }
        if (answered >= 2 && 2 * answered > starts.size() && 2 * asked >= starts.size()) {
            for (std::size_t k = 0; k < starts.size(); ++k)
                take(starts[k], k + 1 < starts.size() ? starts[k + 1] : -1);
        }
        starts.clear();
    }

    void take(int i, int next) {
        const auto& part = page_.part(i);
        if (reading_.is_barred(part.section) || !is_answered(i, next)) return;
        int last = end_of_card(
            page_, i, [&](const Part& other, int k) { return k == next || opens_chapter(other); });
        last = std::min(last, std::max(part.lines.first, reading_.body(part.section).last));
        const int own_last = part.kind == PartKind::Text ? part.lines.first : part.own_last;
        reading_.add({.rule = "list-question",
                      .confidence = 0.75,
                      .front = question_of(
                          clean_text(part.kind == PartKind::Text ? first_line(part) : part.text)),
                      .front_lines = {part.lines.first, own_last},
                      .back = {own_last + 1, last},
                      .section = part.section});
    }

    Reading& reading_;
    const Page& page_;
};

}  // namespace

void find_list_questions(Reading& reading) {
    const auto& page = reading.page();
    take_answered_at_once(reading);
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item || part.task || part.quoted || part.end == i + 1) continue;
        const bool asking = asks(part) || is_task(part, reading.words());
        if (!reading.is_free(part.lines.first) || reading.is_barred(part.section) || !asking)
            continue;
        take_nested(reading, i);
    }
    take_implied_siblings(reading);
    LooseQuestions{reading}.run();
}

}  // namespace wengu
