// list-question: questions that are numbered in running text, or in lists that their answers
// break into pieces, or that stand on a line right above their answers.

#include "cards/affixes.h"
#include "cards/rules/list_questions.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

std::string question_of(std::string_view text) { return std::string{question_text(text)}; }

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
    bool is_start(int i) {
        const auto& part = page_.part(i);
        if (part.depth > 0 || part.quoted || part.task || !reading_.is_free(part.lines.first))
            return false;
        if (part.kind == PartKind::Item)
            return part.end == i + 1 && (asks_openly(part) || is_task(part, reading_.words()));
        if (part.kind != PartKind::Text) return false;
        if (!has_any_question_mark(first_line(part))) return false;
        if (asks_above_answer(i) && asks_throughout(part.section)) return true;
        const auto text = clean_text(first_line(part));
        const bool numbered =
            without_numbering(text).size() < text.size() || !after_question_mark_word(text).empty();
        const bool alone = part.lines.first == part.lines.last && opens_with_question(part.section);
        return (numbered || alone) &&
               asking(question_text(text), reading_.words()) == Asking::Openly &&
               content_size(text, 4) >= 4;
    }

    /// A line that asks, and right below it what answers: more lines, or a list.
    bool asks_above_answer(int i) const {
        const auto& part = page_.part(i);
        const auto line = first_line(part);
        const bool asks = (line.ends_with('?') || line.ends_with("？")) &&
                          count_code_points(line) <= kLongestLine && content_size(line, 4) >= 4;
        if (!asks || part.kind != PartKind::Text || part.depth > 0 || part.quoted) return false;
        if (part.lines.last > part.lines.first) {
            const auto below = page_.words_of(part.lines.first + 1);
            return !below.ends_with('?') && !below.ends_with("？");
        }
        if (part.end >= page_.part_count()) return false;
        const auto& next = page_.part(part.end);
        return next.kind == PartKind::Item && !next.ordered && !next.task &&
               next.lines.first == part.lines.first + 1 && next.asks_in_list == Asking::No;
    }

    /// Whether at least half of the paragraphs of a section, and two, ask and answer so.
    bool asks_throughout(int section) {
        if (section != counted_section_) {
            int asked = 0;
            int all = 0;
            for (int i = page_.section(section).part + 1;
                 i < page_.part_count() && page_.part(i).section == section; ++i) {
                const auto& part = page_.part(i);
                if (part.kind != PartKind::Text || part.depth > 0 || part.quoted) continue;
                ++all;
                asked += asks_above_answer(i) ? 1 : 0;
            }
            counted_section_ = section;
            throughout_ = asked >= 2 && 2 * asked >= all;
        }
        return throughout_;
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
        if (after.section != part.section || after.kind == PartKind::Rule ||
            after.kind == PartKind::Heading)
            return false;
        // "1. Why?" and below it, at the margin, "- Because."
        const bool points = (part.ordered || part.kind == PartKind::Text) && !after.ordered &&
                            !after.task && after.asks_in_list == Asking::No;
        return after.kind != PartKind::Item || points;
    }

    void finish(std::vector<int>& starts) {
        std::size_t answered = 0;
        std::size_t asked = 0;
        for (std::size_t k = 0; k < starts.size(); ++k) {
            if (is_answered(starts[k], k + 1 < starts.size() ? starts[k + 1] : -1)) ++answered;
            if (is_start(starts[k])) ++asked;
        }
        const bool manner = answered >= 2 && 2 * answered > starts.size();
        if (2 * asked >= starts.size() && !starts.empty() &&
            (manner || asks_throughout(page_.part(starts[0]).section))) {
            for (std::size_t k = 0; k < starts.size(); ++k)
                take(starts[k], k + 1 < starts.size() ? starts[k + 1] : -1);
        }
        starts.clear();
    }

    void take(int i, int next) {
        const auto& part = page_.part(i);
        if (reading_.is_barred(part.section) || !is_answered(i, next)) return;
        int last = end_of_card(page_, i, [&](const Part& other, int k) {
            return k == next || opens_chapter(other) || reading_.is_front(other.lines.first);
        });
        last = std::min(last, std::max(part.lines.first, reading_.body(part.section).last));
        const int own_last = part.kind == PartKind::Text ? part.lines.first : part.own_last;
        reading_.add({.rule = "list-question",
                      .front = question_of(
                          clean_text(part.kind == PartKind::Text ? first_line(part) : part.text)),
                      .front_lines = {part.lines.first, own_last},
                      .back = {own_last + 1, last},
                      .section = part.section});
    }

    static constexpr int kLongestLine = 60;  // characters

    Reading& reading_;
    const Page& page_;
    int counted_section_ = -1;
    bool throughout_ = false;  ///< Of the section counted last.
};

}  // namespace

void take_loose_questions(Reading& reading) { LooseQuestions{reading}.run(); }

}  // namespace wengu
