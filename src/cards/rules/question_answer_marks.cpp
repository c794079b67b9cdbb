// qa-mark: "Q: ..." and "A: ..." (also 问：/答：, Q1:, in bold, in lists). The question
// may have several lines; the answer goes on to the next question, heading or rule.
// A Q: without an A: is no pair ("Q: Query matrix"); only where at least three of a page ask
// with a question mark, and none is answered, are they a list of questions.

#include "cards/affixes.h"
#include "cards/none.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::size_t kLongestMark = 48;  // bytes

enum class Mark : char { None, Question, Answer, Cloze };

std::string_view after_mark(std::string_view text) {
    const auto marked = after_question_mark_word(text);
    const bool asks = marked.ends_with('?') || marked.ends_with("？");
    // 问题 also means problem; "问题1：…？" asks
    const bool problem = text.starts_with("问题") || text.starts_with("题");
    const bool numbered = text.find_first_of("0123456789") < std::string_view{"问题 "}.size() + 1;
    return problem && !(numbered && asks) ? std::string_view{} : marked;
}

/// The words of a line without the marks of emphasis before them.
std::string_view head_of(const TextLine& line) {
    static constexpr ByteSet kEmphasis{"*_`> "};
    const auto start = kEmphasis.skip(line.words);
    return start == kNone ? std::string_view{} : line.words.substr(start);
}

bool has_mark(std::string_view head) {
    const bool numbered =
        head.size() > 2 && (head[0] == 'Q' || head[0] == 'A') && is_digit(head[1]);
    return numbered || head.starts_with("【") || first_colon(head, kLongestMark) != kNone;
}

/// Whether a line asks or hides.
Mark opening_mark_of(const Page& page, const TextLine& line) {
    const auto head = head_of(line);
    if (head.starts_with("C: ") || head.starts_with("C：")) return Mark::Cloze;
    if (!has_mark(head)) return Mark::None;
    return after_mark(said_in(page, line)).empty() ? Mark::None : Mark::Question;
}

bool answers(const Page& page, const TextLine& line, const Words& lists) {
    return has_mark(head_of(line)) && answer_start(said_in(page, line), lists) != kNone;
}

/// Finds the pairs of one page.
class Pairs {
public:
    explicit Pairs(Reading& reading)
        : reading_(reading), page_(reading.page()), lines_(page_.text_lines()) {
        marks_.reserve(lines_.size());
        for (const auto& line : lines_) marks_.push_back(opening_mark_of(page_, line));
    }

    void run() {
        const bool asked = std::ranges::find(marks_, Mark::Question) != marks_.end();
        if (!asked && page_.text().find("答") == kNone) return;
        find_answers();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (marks_[i] == Mark::Question && reading_.is_free(lines_[i].line)) take(i);
        }
        take_unanswered();
    }

private:
    void find_answers() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (marks_[i] == Mark::None && answers(page_, lines_[i], reading_.words()))
                marks_[i] = Mark::Answer;
        }
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (marks_[i] == Mark::Answer && marks_[i - 1] == Mark::None &&
                asks_above_answer(i - 1))
                marks_[i - 1] = Mark::Question;
        }
    }

    /// What follows the mark of the question on line index `i`, or all of it without a mark.
    std::string question(std::size_t i) const {
        const auto said = said_in(page_, lines_[i]);
        const auto marked = after_mark(said);
        return std::string{marked.empty() ? question_text(said) : marked};
    }

    /// A line of running text that asks, directly above "答：…".
    bool asks_above_answer(std::size_t i) const {
        const auto& part = page_.part(lines_[i].part);
        const bool text = part.kind == PartKind::Text && !part.quoted && part.depth == 0;
        const bool adjoins = lines_[i + 1].line == lines_[i].line + 1;
        const auto words = lines_[i].words;
        return text && adjoins && (words.ends_with('?') || words.ends_with("？")) &&
               content_size(words, 4) >= 4;
    }

    /// The outermost list item that holds the line's part, or the part itself.
    int outer(int part) const {
        while (page_.part(part).parent >= 0 &&
               page_.part(page_.part(part).parent).kind == PartKind::Item) {
            part = page_.part(part).parent;
        }
        return part;
    }

    /// Where the text that began at line index `i` ends at the latest.
    int limit(std::size_t i) const {
        const auto& start = page_.part(lines_[i].part);
        const bool item = start.kind == PartKind::Item || start.depth > 0;
        int last = item ? page_.part(start.kind == PartKind::Item ? lines_[i].part : start.parent)
                              .lines.last
                        : page_.last_line();
        for (int p = lines_[i].part + 1;
             p < page_.part_count() && page_.part(p).lines.first <= last; ++p) {
            const auto& part = page_.part(p);
            const bool heading =
                part.kind == PartKind::Heading && page_.section(part.section).part == p;
            const bool stop = heading || (part.kind == PartKind::Rule && part.depth == 0) ||
                              is_bold_question(part);
            if (stop && part.lines.first > lines_[i].line) return part.lines.first - 1;
        }
        return last;
    }

    void take(std::size_t i) {
        const int last = limit(i);
        std::size_t answer = 0;
        int end = last;
        for (auto k = i + 1; k < lines_.size() && lines_[k].line <= last; ++k) {
            if (marks_[k] == Mark::Answer && answer == 0) answer = k;
            if (marks_[k] == Mark::Question || marks_[k] == Mark::Cloze) {
                end = lines_[k].line - 1;
                break;
            }
        }
        const int line = lines_[i].line;
        if (answer == 0 && take_one_line(i)) return;
        if (answer == 0) return;
        const int answer_line = lines_[answer].line;
        const int marked = reading_.first_front_in({answer_line + 1, end});
        if (marked > 0) end = marked - 1;                           // a card marked in another way
        while (end > answer_line && !reading_.is_free(end)) --end;  // the head of its table
        std::string front = question(i);
        for (int n = line + 1; n < answer_line; ++n) front.append("\n").append(page_.line(n));
        reading_.add({.rule = "qa-mark",
                      .front = std::string{trim(front)},
                      .front_lines = {line, answer_line - 1},
                      .back = {answer_line, end},
                      .context = ContextUse::Never,
                      .section = page_.part(lines_[i].part).section,
                      .anchor = anchor_in(page_.line(line))});
    }

    /// "Question: What is printed?" and some code, again and again, and no answer anywhere.
    void take_unanswered() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (marks_[i] == Mark::Answer) return;
            if (marks_[i] != Mark::Question) continue;
            const auto& part = page_.part(lines_[i].part);
            // what follows is code or the next question, no answer without a mark
            if (i + 1 < lines_.size() && marks_[i + 1] != Mark::Question &&
                page_.part(lines_[i + 1].part).section == part.section)
                return;
            if (part.quoted || asking(question(i), reading_.words()) != Asking::Openly ||
                part.depth > 0 || !reading_.is_free(lines_[i].line))
                return;
            open.push_back(i);
        }
        if (open.size() < 3) return;
        for (const auto i : open) {
            const int next = lines_[i].part + 1;
            const int line = lines_[i].line;
            const bool code = next < page_.part_count() &&
                              page_.part(next).kind == PartKind::Code &&
                              page_.part(next).section == page_.part(lines_[i].part).section;
            const int last = code ? page_.part(next).lines.last : line;
            auto front = question(i);
            if (code) front.append("\n").append(page_.slice({line + 1, last}));
            reading_.add({.rule = "qa-mark",
                          .kind = CardKind::Open,
                          .front = std::move(front),
                          .front_lines = {line, last},
                          .context = ContextUse::Never,
                          .section = page_.part(lines_[i].part).section});
        }
    }

    /// "Q: ... A: ..." on one line.
    bool take_one_line(std::size_t i) {
        const auto text = question(i);
        for (const std::string_view mark : {" A:", " A：", "答：", "答:"}) {
            const auto at = text.find(mark);
            if (at == kNone || at == 0) continue;
            const int line = lines_[i].line;
            reading_.add(
                {.rule = "qa-mark",
                 .front = std::string{trim(std::string_view{text}.substr(0, at))},
                 .front_lines = {line, line},
                 .back = {line, line},
                 .back_text = std::string{trim(std::string_view{text}.substr(at + mark.size()))},
                 .context = ContextUse::Never,
                 .section = page_.part(lines_[i].part).section});
            return true;
        }
        return false;
    }

    Reading& reading_;
    const Page& page_;
    std::span<const TextLine> lines_;
    std::vector<Mark> marks_;
};

}  // namespace

void find_question_answer_marks(Reading& reading) { Pairs{reading}.run(); }

}  // namespace wengu
