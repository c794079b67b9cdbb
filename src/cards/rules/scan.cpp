#include "cards/rules/scan.h"

#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {

std::string said_in(const Page& page, const TextLine& line) {
    const auto& part = page.part(line.part);
    const bool whole = part.kind == PartKind::Item && !part.text.empty() &&
                       part.lines.first == line.line && part.own_last == line.line;
    return whole ? std::string{part.text} : clean_text(line.words);
}

int part_from(const Page& page, int line) {
    const auto& parts = page.parts();
    const auto found = std::ranges::lower_bound(parts, line, {},
                                                [](const Part& part) { return part.lines.first; });
    return static_cast<int>(found - parts.begin());
}

std::string unquoted(const Page& page, LineRange lines) {
    std::string text;
    for (int n = lines.first; n <= lines.last && !lines.empty(); ++n) {
        auto line = page.line(n);
        for (auto mark = line.find('>');
             mark != std::string_view::npos && trim(line.substr(0, mark)).empty();
             mark = line.find('>')) {
            line.remove_prefix(mark + 1);
            if (line.starts_with(' ')) line.remove_prefix(1);
        }
        if (n > lines.first) text += '\n';
        text += line;
    }
    return text;
}

std::vector<std::string_view> table_cells(std::string_view row) {
    row = trim(row);
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|')) row.remove_suffix(1);
    std::vector<std::string_view> result;
    std::size_t start = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '`') {
            const auto end = row.find('`', i + 1);
            if (end != std::string_view::npos) i = end;
        } else if (row[i] == '|') {
            result.push_back(trim(row.substr(start, i - start)));
            start = i + 1;
        }
    }
    result.push_back(trim(row.substr(start)));
    return result;
}

std::string anchor_in(std::string_view line) {
    const auto is_id = [](std::string_view id) {
        return !id.empty() &&
               id.find_first_not_of(
                   "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
                   std::string_view::npos;
    };
    line = trim(line);
    const bool marked = line.find('^') != std::string_view::npos;  // quicker than from the end
    if (const auto caret = marked ? line.rfind('^') : std::string_view::npos;
        caret != std::string_view::npos && caret > 0 && line[caret - 1] == ' ' &&
        is_id(line.substr(caret + 1))) {
        return std::string{line.substr(caret)};
    }
    if (!line.ends_with('}')) return {};
    if (const auto open = line.rfind("{#"); open != std::string_view::npos) {
        const auto id = line.substr(open + 2, line.size() - open - 3);
        if (is_id(id)) return "#" + std::string{id};
    }
    return {};
}

bool is_card_tag(std::string_view tag) {
    return tag == "flashcard" || tag == "card" || tag == "flashcards" || tag == "卡片" ||
           tag.starts_with("flashcards/") || tag.starts_with("card/");
}

Tagged without_tags(std::string_view text) {
    Tagged found{trim(text), {}, false};
    while (true) {
        const auto start = found.words.rfind('#');
        if (start == std::string_view::npos || (start > 0 && found.words[start - 1] != ' ')) break;
        const auto tag = found.words.substr(start + 1);
        if (tag.empty() || tag.find(' ') != std::string_view::npos || tag[0] == '#') break;
        found.card = found.card || is_card_tag(tag);
        if (!is_card_tag(tag)) found.tags.insert(found.tags.begin(), std::string{tag});
        found.words = trim(found.words.substr(0, start));
    }
    return found;
}

bool is_bold_question(const Part& part) {
    if (part.kind != PartKind::Bold || part.quoted) return false;
    // "Q2 The use of a pointer" is marked as one
    const bool marked = part.text.starts_with('Q') && !after_question_mark_word(part.text).empty();
    if (part.asks != Asking::Openly && !marked) return false;
    return content_size(part.asked, 4) >= 4;
}

}  // namespace wengu
