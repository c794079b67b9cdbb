// Headings of a page as sections, and the section every line stands in.

#include "cards/page_builder.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {

int PageBuilder::rank_of(const Part& part) const {
    if (part.depth == 0 || part.opens) return part.level;
    return part.level + 10;  // a heading inside an item stays in the item
}

/// "#### 答案：C": its body answers what stands before it; it opens no section.
bool PageBuilder::is_answer_heading(const Part& part, std::string_view key,
                                    const Section& before) const {
    if (names_standard_answer(key, words_) || names_standard_answer(before.key, words_) ||
        part.level < before.rank)
        return false;
    const auto colon = std::min(key.find("："), key.find(':'));
    if (colon != std::string_view::npos) key = trim(key.substr(0, colon));
    if (!words_.has("answer titles", key)) return false;
    const bool after_list = words_.has("question list titles", before.key) ||
                            words_.has("question titles", before.key) ||
                            words_.has("answer titles", before.key);
    return before.part >= 0 && !after_list;
}

/// A heading that opens a fold below lettered options answers them, whatever its words.
bool PageBuilder::is_below_options(int i) const {
    int k = i - 1;
    bool fold = false;
    for (; k >= 0 && page_.part(k).kind == PartKind::Html; --k)
        fold = fold || page_.line(page_.part(k).lines.first).find("<details") != std::string::npos;
    if (!fold || k < 0 || page_.part(k).kind != PartKind::Item) return false;
    auto words = page_.words_of(page_.part(k).lines.first);
    if (words.size() < 3 || words[0] < 'A' || words[0] > 'H') return false;
    words.remove_prefix(1);
    while (words.starts_with(' ') || words.starts_with("\u00A0"))
        words.remove_prefix(words[0] == ' ' ? 1 : 2);
    return words.starts_with(':') || words.starts_with("：") || words.starts_with('.') ||
           words.starts_with(')');
}

void PageBuilder::close_sections(std::vector<int>& open, int rank, int last_line) {
    while (open.size() > 1) {
        auto& section = page_.sections_[static_cast<std::size_t>(open.back())];
        if (section.rank < rank) return;
        section.lines.last = last_line;
        open.pop_back();
    }
}

void PageBuilder::add_sections() {
    const int first = page_.first_line_;
    const int last = page_.last_line();
    page_.sections_.push_back(
        {.part = -1, .rank = 0, .parent = -1, .lines = {first, last}, .body_first = first});
    page_.section_of_line_.assign(page_.lines_.size(), 0);
    std::vector<int> open{0};
    for (int i = 0; i < page_.part_count(); ++i) {
        auto& part = page_.parts_[static_cast<std::size_t>(i)];
        part.section = open.back();
        if (part.kind != PartKind::Heading || part.quoted || part.text.empty()) continue;
        const auto key = page_.keep(title_key(part.text));
        if (is_answer_heading(part, key, page_.section(open.back())) || is_below_options(i))
            continue;
        const int rank = rank_of(part);
        close_sections(open, rank, part.lines.first - 1);
        const int index = page_.section_count();
        const int parent = open.back();
        page_.sections_.push_back({.part = i,
                                   .rank = rank,
                                   .parent = parent,
                                   .lines = {part.lines.first, last},
                                   .body_first = part.lines.last + 1,
                                   .title = part.asked,
                                   .key = key});
        page_.sections_[static_cast<std::size_t>(parent)].children.push_back(index);
        open.push_back(index);
        part.section = index;
    }
    close_sections(open, 0, last);
    // The innermost section of a line is the one whose heading came last.
    for (int i = 1; i < page_.section_count(); ++i) {
        const auto from = page_.section(i).lines.first;
        const auto to = i + 1 < page_.section_count() ? page_.section(i + 1).lines.first : last + 1;
        for (int n = from; n < to; ++n)
            page_.section_of_line_[static_cast<std::size_t>(n - first)] = i;
    }
}

}  // namespace wengu
