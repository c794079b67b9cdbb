// paired-list: a section with a list of questions, and a later section ("答案", "面试题剖析")
// with as many answers, as sub-headings or numbered items: paired by order, or by
// their words where the numbers differ. In one section, a line "参考答案：" divides them.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <set>

namespace wengu {
namespace {

constexpr std::size_t kLongestList = 500;

struct ListedAnswer {
    int line = 0;  ///< Of its heading or item.
    std::string_view words;
    LineRange lines;
};

/// Parts in a row, of one section.
struct PartRange {
    int first = 0;
    int end = 0;
};

PartRange parts_of_section(const Page& page, int s) {
    return {page.section(s).part + 1, part_from(page, page.section(s).lines.last + 1)};
}

std::vector<int> listed_questions(const Page& page, int s, PartRange range) {
    std::vector<int> items;
    for (int i = range.first; i < range.end; ++i) {
        const auto& part = page.part(i);
        if (part.section != s || part.kind != PartKind::Item || part.depth > 0 || part.task)
            continue;
        if (part.end == i + 1 && content_size(part.text) >= 4) items.push_back(i);
    }
    const auto asks = std::ranges::count_if(
        items, [&](int i) { return page.part(i).asks_in_list != Asking::No; });
    return 2 * asks > static_cast<int>(items.size()) ? items : std::vector<int>{};
}

std::vector<ListedAnswer> listed_answers(const Page& page, PartRange range) {
    std::vector<ListedAnswer> answers;
    for (int i = range.first; i < range.end; ++i) {
        const auto& part = page.part(i);
        if (part.kind == PartKind::Item && part.ordered && part.depth == 0)
            answers.push_back({part.lines.first, part.text, part.lines});
    }
    return answers;
}

std::vector<ListedAnswer> answers_in(const Reading& reading, int s) {
    std::vector<ListedAnswer> answers;
    const auto& page = reading.page();
    for (const int child : page.section(s).children) {
        answers.push_back(
            {page.section(child).lines.first, page.section(child).title, reading.body(child)});
    }
    return answers.empty() ? listed_answers(page, parts_of_section(page, s)) : answers;
}

/// Share of common pairs of characters, 0..1.
double likeness(std::string_view a, std::string_view b) {
    const auto pairs = [](std::string_view text) {
        const auto points = to_code_points(normalise(text));
        std::multiset<std::pair<char32_t, char32_t>> found;
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            found.insert({points[i], points[i + 1]});
        return found;
    };
    const auto left = pairs(a);
    const auto right = pairs(b);
    if (left.empty() || right.empty()) return 0;
    std::vector<std::pair<char32_t, char32_t>> common;
    std::ranges::set_intersection(left, right, std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) /
           static_cast<double>(left.size() + right.size());
}

void add_pair(Reading& reading, int item, const ListedAnswer& answer) {
    const auto& part = reading.page().part(item);
    if (answer.lines.empty() || !reading.is_free(part.lines.first)) return;
    reading.add({.rule = "paired-list",
                 .front = std::string{without_numbering(part.text)},
                 .front_lines = {part.lines.first, part.own_last},
                 .back = answer.lines,
                 .section = part.section});
    reading.take({answer.line, answer.line});
}

void pair_up(Reading& reading, const std::vector<int>& items,
             const std::vector<ListedAnswer>& answers) {
    if (items.size() == answers.size()) {
        for (std::size_t i = 0; i < items.size(); ++i) add_pair(reading, items[i], answers[i]);
        return;
    }
    std::vector<bool> used(answers.size(), false);
    for (const int item : items) {
        std::size_t best = answers.size();
        double best_likeness = 0.5;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const auto found =
                used[i] ? 0 : likeness(reading.page().part(item).text, answers[i].words);
            if (found > best_likeness) {
                best_likeness = found;
                best = i;
            }
        }
        if (best == answers.size()) continue;
        used[best] = true;
        add_pair(reading, item, answers[best]);
    }
}

void pair_sections(Reading& reading) {
    const auto& page = reading.page();
    for (int a = 1; a < page.section_count(); ++a) {
        if (!reading.words().has("answer list titles", page.section(a).key)) continue;
        const auto answers = answers_in(reading, a);
        if (answers.size() < 2 || answers.size() > kLongestList) continue;
        for (int s = a - 1; s > 0; --s) {
            const auto& section = page.section(s);
            const bool listed = reading.words().has("question list titles", section.key) ||
                                reading.words().has("question titles", section.key);
            if (!listed || section.rank != page.section(a).rank ||
                section.parent != page.section(a).parent)
                continue;
            const auto items = listed_questions(page, s, parts_of_section(page, s));
            if (items.size() >= 2 && items.size() <= kLongestList) pair_up(reading, items, answers);
            break;
        }
    }
}

/// Whether a part is a line that says only that answers follow: "参考答案：", "**Answers**".
bool is_answer_label(const Reading& reading, const Part& part) {
    if ((part.kind != PartKind::Text && part.kind != PartKind::Bold) || part.depth > 0 ||
        part.quoted || part.lines.last > part.lines.first)
        return false;
    return is_titled_once_clean(reading.page().words_of(part.lines.first), "answer list titles",
                                reading.words());
}

/// A list of questions, a line "参考答案：" and a list of as many answers, in one section.
void pair_around_labels(Reading& reading) {
    const auto& page = reading.page();
    int first = 0;  // after the last label
    for (int i = 0; i + 1 < page.part_count(); ++i) {
        const auto& next = page.part(i + 1);
        const bool list = next.kind == PartKind::Item && next.ordered && next.depth == 0;
        if (!list || !is_answer_label(reading, page.part(i))) continue;
        const int s = page.part(i).section;
        PartRange below{i + 1, i + 1};
        while (below.end < page.part_count() && page.part(below.end).kind == PartKind::Item &&
               page.part(below.end).section == s)
            below.end = page.part(below.end).end;
        const auto items =
            listed_questions(page, s, {std::max(first, page.section(s).part + 1), i});
        const auto answers = listed_answers(page, below);
        first = below.end;
        if (items.size() < 2 || items.size() != answers.size()) continue;
        pair_up(reading, items, answers);
        reading.take(page.part(i).lines);
    }
}

}  // namespace

void find_paired_lists(Reading& reading) {
    pair_sections(reading);
    pair_around_labels(reading);
}

}  // namespace wengu
