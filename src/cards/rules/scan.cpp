#include "cards/rules/scan.h"

#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {

std::vector<TextLine> text_lines(const Page& page) {
    std::vector<TextLine> lines;
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        const bool running = part.kind == PartKind::Text || part.kind == PartKind::Bold ||
                             part.kind == PartKind::Item;
        if (!running) continue;
        for (int n = part.lines.first; n <= part.own_last; ++n)
            lines.push_back({n, i, page.words_of(n)});
    }
    return lines;
}

int part_from(const Page& page, int line) {
    const auto& parts = page.parts();
    const auto found = std::ranges::lower_bound(parts, line, {},
                                                [](const Part& part) { return part.lines.first; });
    return static_cast<int>(found - parts.begin());
}

std::string lead_of(const Reading& reading, int part) {
    const auto& page = reading.page();
    for (int i = part - 1; i >= 0 && part - i < 200; --i) {
        const auto& above = page.part(i);
        if (above.kind == PartKind::Heading || above.kind == PartKind::Rule) break;
        if (above.kind != PartKind::Bold || above.depth > 0 || !above.rest.empty()) continue;
        auto text = above.text;
        if (is_label(text, reading.words())) break;
        while (ends_with_colon(text))
            text.erase(text.ends_with(':') ? text.size() - 1 : text.size() - 3);
        return text;
    }
    return {};
}

std::string anchor_in(std::string_view line) {
    const auto is_id = [](std::string_view id) {
        return !id.empty() &&
               id.find_first_not_of(
                   "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
                   std::string_view::npos;
    };
    line = trim(line);
    if (const auto caret = line.rfind(" ^");
        caret != std::string_view::npos && is_id(line.substr(caret + 2))) {
        return std::string{line.substr(caret + 1)};
    }
    const auto open = line.rfind("{#");
    if (open != std::string_view::npos && line.ends_with('}')) {
        const auto id = line.substr(open + 2, line.size() - open - 3);
        if (is_id(id)) return "#" + std::string{id};
    }
    return {};
}

bool is_bold_question(const Part& part, const Words& words) {
    if (part.kind != PartKind::Bold || part.quoted) return false;
    const auto text = question_text(part.text);
    if (content_size(text) < 4) return false;
    // "**问题：…**" means a problem unless it asks in so many words
    return asking(text, words) == Asking::Openly;
}

}  // namespace wengu
