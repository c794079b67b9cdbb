// choice: a heading, bold line or paragraph that asks, perhaps some code, options
// lettered from A, and the answer: in a fold, under an answer heading, or after
// "Answer:". The options belong to the front, never to the back.

#include "cards/none.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// 'A' for "A: ...", "A. ...", "(A) ...", "A、..."; 0 for anything else. Options may be
/// numbered ("- 1: ...") where a digit is asked for.
char option_letter(std::string_view words, char first = 'A') {
    if (words.starts_with("**")) words.remove_prefix(2);
    if (words.starts_with('`')) words.remove_prefix(1);
    if (words.starts_with("[ ] ")) words = trim(words.substr(3));
    const bool bracket = words.starts_with('(') || words.starts_with("（");
    if (bracket) words.remove_prefix(words[0] == '(' ? 1 : 3);
    if (words.size() < 2 || words[0] < first || words[0] > first + 7) return 0;
    const auto rest = words.substr(1);
    if (first == '1') return rest.starts_with(": ") ? words[0] : char{0};
    for (const std::string_view mark :
         {":", "：", ".", ")", "）", "、", "．", " :", "\u00A0:", " ：", " )"}) {
        if (rest.starts_with(mark)) return words[0];
    }
    return 0;
}

/// What follows "[!question]-"; all of any other text.
std::string_view without_callout_mark(std::string_view words) {
    const auto end = words.starts_with("[!") ? words.find(']') : kNone;
    if (end == kNone) return words;
    words.remove_prefix(end + 1);
    if (words.starts_with('-') || words.starts_with('+')) words.remove_prefix(1);
    return trim(words);
}

struct Options {
    int first_line = 0;
    int last_line = 0;
    int next_part = 0;    ///< The part after the options.
    int answer_line = 0;  ///< Where the answer follows the last option in the same paragraph.
};

/// Whether a line begins an answer or what explains it: "答案：B", "Answer: B", "解析：…".
bool opens_answer(std::string_view line, const Words& words) {
    const auto text = clean_text(without_callout_mark(line));
    if (line.starts_with("[!success]")) return true;
    if (answer_start(text, words) != kNone) return true;
    const auto key = title_key(text);
    if (words.has("answer titles", key)) return true;
    for (const std::string_view start :
         {"正确答案", "答案是", "答案", "the answer is", "correct answer"}) {
        if (key.starts_with(start)) return true;
    }
    return false;
}

/// Reads options A, B, C... (or 1, 2, 3... in a bulleted list) from part `i` on, as list
/// items or as lines.
Options options_at(const Reading& reading, int i, char first = 'A') {
    const auto& page = reading.page();
    Options found;
    char expected = first;
    for (int k = i; k < page.part_count(); ++k) {
        const auto& part = page.part(k);
        if (part.kind != PartKind::Item && part.kind != PartKind::Text &&
            part.kind != PartKind::Bold)
            break;
        bool any = false;
        for (int n = part.lines.first; n <= part.own_last; ++n) {
            if (option_letter(page.words_of(n), first) == expected) {
                ++expected;
                any = true;
                if (found.first_line == 0) found.first_line = n;
            } else if (any && opens_answer(page.words_of(n), reading.words())) {
                found.answer_line = n;
                break;
            }
        }
        if (!any) break;
        found.last_line = found.answer_line > 0 ? found.answer_line - 1 : part.lines.last;
        found.next_part = part.end;
        k = part.end - 1;
        if (found.answer_line > 0) break;
    }
    return expected >= first + 2 ? found : Options{};
}

/// Finds the answer that follows the options.
class AnswerFinder {
public:
    AnswerFinder(const Reading& reading, const Options& options)
        : reading_(reading), page_(reading.page()), options_(options) {}

    /// The answer's lines; empty if there is none before line `last`.
    LineRange find(int last) const {
        if (options_.answer_line > 0) return reading_.trimmed({options_.answer_line, last});
        const auto& folds = page_.folds();
        auto fold = std::ranges::upper_bound(folds, options_.last_line, {},
                                             [](const Fold& f) { return f.lines.first; });
        for (; fold != folds.end() && fold->lines.first <= std::min(last, options_.last_line + 4);
             ++fold) {
            const auto content = reading_.trimmed(fold->content);
            if (!content.empty()) return content;
        }
        for (int i = options_.next_part;
             i < page_.part_count() && page_.part(i).lines.first <= last; ++i) {
            const auto& part = page_.part(i);
            if (part.kind == PartKind::Heading ||
                opens_answer(page_.words_of(part.lines.first), reading_.words())) {
                const bool heading = part.kind == PartKind::Heading;
                const bool alone =
                    heading ? bare(part.text) : page_.words_of(part.lines.first).starts_with("[!");
                return reading_.trimmed({part.lines.first + (alone ? 1 : 0), last});
            }
        }
        return {};
    }

private:
    bool bare(std::string_view text) const {
        return is_titled(text, "answer titles", reading_.words());
    }

    const Reading& reading_;
    const Page& page_;
    const Options& options_;
};

struct Start {
    int part = -1;
    int line = 0;
    std::string front;
    std::string answer{};  ///< Where the question gives it away: "始动环节是（ A ）".
};

/// Takes the letters out of "（ A ）"; they are the answer. False if the text has no such blank:
/// where the question still goes on to ask, as in "Is plan (B) cheaper?", a letter only names.
bool empty_blank(Start& start) {
    auto& text = start.front;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        for (auto at = text.find(open); at != kNone; at = text.find(open, at + open.size())) {
            const auto from = at + open.size();
            const auto end = text.find(close, from);
            if (end == kNone) break;
            const auto inside = trim(std::string_view{text}.substr(from, end - from));
            if (at == 0 || inside.empty() || inside.size() > 6 ||
                inside.find_first_not_of("ABCDEFGH") != kNone ||
                has_any_question_mark(std::string_view{text}.substr(end)))
                continue;
            start.answer = inside;
            text.replace(from, end - from, " ");
            return true;
        }
    }
    return false;
}

/// What the options belong to: the nearest heading, bold line or question above.
Start start_of(const Reading& reading, int options_part) {
    const auto& page = reading.page();
    for (int i = options_part - 1; i >= 0 && options_part - i < 12; --i) {
        const auto& part = page.part(i);
        if (part.kind == PartKind::Rule || part.kind == PartKind::Html ||
            part.kind == PartKind::Table)
            break;
        if (part.kind == PartKind::Heading) {
            Start start{i, part.lines.first, std::string{question_text(part.text)}};
            empty_blank(start);
            return start;
        }
        const auto words = clean_text(without_callout_mark(page.words_of(part.lines.first)));
        const auto text = question_text(words);
        const bool asks = asking(text, reading.words()) == Asking::Openly ||
                          text.ends_with("（）") || text.ends_with("()") || text.ends_with("( )") ||
                          text.ends_with("（ ）");
        const bool asking_part = part.kind == PartKind::Bold || part.kind == PartKind::Text ||
                                 part.kind == PartKind::Item;
        Start start{i, part.lines.first, std::string{text}};
        if (asking_part && (empty_blank(start) || asks)) return start;
    }
    return {};
}

/// What the options that start at a part begin with, 'A' or '1'; 0 if none start there.
char first_option(const Page& page, const Part& part) {
    static constexpr ByteSet kStarts{"A1*`[(\xEF"};
    const auto words = page.words_of(part.lines.first);
    if (words.empty() || !kStarts.has(words.front())) return 0;
    if (option_letter(words) == 'A') return 'A';
    const bool bullet = part.kind == PartKind::Item && !part.ordered;
    return bullet && option_letter(words, '1') == '1' ? '1' : char{0};
}

/// The last line of a list item, of the paragraph that follows it outside, and of those after
/// it that still answer or explain.
int end_of_item(const Reading& reading, int item) {
    const auto& page = reading.page();
    int last = page.part(item).lines.last;
    for (int next = page.part(item).end; next < page.part_count(); ++next) {
        const auto& part = page.part(next);
        const bool follows = (part.kind == PartKind::Text || part.kind == PartKind::Bold) &&
                             part.section == page.part(item).section;
        const bool at_once = next == page.part(item).end;
        if (!follows ||
            (!at_once && !opens_answer(page.words_of(part.lines.first), reading.words())))
            break;
        last = part.lines.last;
    }
    return last;
}

int card_end(const Reading& reading, int options_part) {
    const auto& page = reading.page();
    for (int i = options_part; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        const bool heading = part.kind == PartKind::Heading && page.section(part.section).part == i;
        if (heading || (part.kind == PartKind::Rule && part.parent < 0))
            return part.lines.first - 1;
        if (i > options_part && options_at(reading, i).first_line > 0) {
            const auto next = start_of(reading, i);  // the question that these belong to
            return (next.part >= options_part ? next.line : part.lines.first) - 1;
        }
    }
    return page.last_line();
}

/// Where the card ends: with the fold that holds its answer, if one does.
int end_of_answer(const Page& page, const Options& options, LineRange back, int last) {
    const auto& folds = page.folds();
    auto fold = std::ranges::upper_bound(folds, options.last_line, {},
                                         [](const Fold& f) { return f.lines.first; });
    for (; fold != folds.end() && fold->lines.first <= std::min(last, options.last_line + 4);
         ++fold) {
        if (fold->lines.first <= back.first && back.last <= fold->lines.last)
            return fold->lines.last;
    }
    return last;
}

}  // namespace

namespace {

bool is_bold_as_a_whole(std::string_view words) {
    return words.size() > 4 && words.starts_with("**") && words.ends_with("**");
}

/// Options in a plain list of which the right ones are bold, below a question or a heading
/// "Question 3". What follows them up to the next heading, rule or tag explains.
class BoldOptions {
public:
    explicit BoldOptions(Reading& reading) : reading_(reading), page_(reading.page()) {}

    void run() {
        for (int i = 1; i < page_.part_count();) {
            const int end = end_of_list(i);
            if (end > i) take(i, end);
            i = std::max(i + 1, end);
        }
    }

private:
    static constexpr int kMostOptions = 8;

    /// The part after the single-line items that start at `i`; `i` if none does.
    int end_of_list(int i) const {
        int end = i;
        while (end < page_.part_count()) {
            const auto& part = page_.part(end);
            const bool option = part.kind == PartKind::Item && part.depth == 0 && !part.quoted &&
                                !part.task && part.end == end + 1 &&
                                part.lines.first == part.own_last;
            if (!option) break;
            ++end;
        }
        return end;
    }

    void take(int first, int end) {
        int bold = 0;
        int right = 0;  // line of the first one that is right
        std::string options;
        for (int i = first; i < end; ++i) {
            const auto& part = page_.part(i);
            const bool is_right = is_bold_as_a_whole(page_.words_of(part.lines.first));
            if (is_right && bold++ == 0) right = part.lines.first;
            options.append("\n- ").append(part.text);
        }
        const auto& question = page_.part(first - 1);
        const bool told = question.kind == PartKind::Text || question.kind == PartKind::Bold;
        const int count = end - first;
        if (bold == 0 || bold == count || count < 2 || count > kMostOptions || !told ||
            question.parent >= 0 || !reading_.is_free(question.lines.first) ||
            reading_.is_barred(question.section))
            return;
        const auto& heading = page_.section(question.section);
        const bool numbered = heading.part >= 0 && heading.part == first - 2 &&
                              heading.key.find_first_of("0123456789") != kNone &&
                              reading_.words().has("question titles", without_number(heading.key));
        const auto asked = clean_text(page_.slice(question.lines));
        if (!numbered && asking(asked, reading_.words()) != Asking::Openly) return;
        int last = page_.part(end - 1).lines.last;
        for (int i = end; i < page_.part_count(); ++i) {
            const auto& part = page_.part(i);
            if (part.section != question.section || part.kind == PartKind::Html ||
                part.kind == PartKind::Rule || end_of_list(i + 1) > i + 1)
                break;
            last = std::max(last, part.lines.last);
        }
        const int front_line = numbered ? heading.lines.first : question.lines.first;
        reading_.add({.rule = "choice",
                      .kind = CardKind::Choice,
                      .front = std::string{question_text(asked)} + "\n" + options,
                      .front_lines = {front_line, page_.part(end - 1).lines.last},
                      .back = {right, last},
                      .context = ContextUse::Never,
                      .section = question.section,
                      .is_heading = numbered});
        reading_.take({front_line, last});
    }

    /// "question 3" as "question".
    static std::string_view without_number(std::string_view key) {
        return trim(key.substr(0, key.find_first_of("0123456789")));
    }

    Reading& reading_;
    const Page& page_;
};

}  // namespace

void find_choices(Reading& reading) {
    const auto& page = reading.page();
    BoldOptions{reading}.run();
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item && part.kind != PartKind::Text) continue;
        const char first = first_option(page, part);
        if (first == 0) continue;
        const auto options = options_at(reading, i, first);
        if (options.first_line == 0) continue;
        const auto start = start_of(reading, i);
        if (start.part < 0 || !reading.is_free(start.line)) continue;
        const bool in_item = part.parent >= 0 && page.part(part.parent).kind == PartKind::Item;
        const bool in_quote = part.parent >= 0 && page.part(part.parent).kind == PartKind::Quote;
        const int last = in_item    ? end_of_item(reading, part.parent)
                         : in_quote ? page.part(part.parent).lines.last
                                    : card_end(reading, options.next_part);
        const auto back = AnswerFinder{reading, options}.find(last);
        if (first == '1' && back.empty()) continue;  // a numbered list like any other
        const LineRange below{page.part(start.part).own_last + 1, options.last_line};
        const auto rest =
            in_quote ? unquoted(page, {start.line + 1, options.last_line}) : page.slice(below);
        auto lines = back;
        auto said = in_quote ? unquoted(page, back) : start.answer;
        if (!start.answer
                 .empty()) {  // it counts as said with the last option, so that lines stay true
            lines.first = options.last_line;
            const auto between = static_cast<std::size_t>(std::max(0, back.first - lines.first));
            if (back.empty()) {
                lines.last = lines.first;
            } else {
                said.append(between, '\n').append(page.slice(back));
            }
        }
        reading.add({.rule = "choice",
                     .kind = CardKind::Choice,
                     .front = start.front + "\n" + rest,
                     .front_lines = {start.line, options.last_line},
                     .back = lines,
                     .back_text = std::move(said),
                     .context = ContextUse::Never,
                     .section = page.part(start.part).section,
                     .is_heading = page.part(start.part).kind == PartKind::Heading});
        reading.take({start.line, end_of_answer(page, options, back, last)});
        i = options.next_part - 1;
    }
}

}  // namespace wengu
