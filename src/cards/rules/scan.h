#pragma once
// Ways of walking a page that several rules share.

#include "cards/reading.h"

namespace wengu {

/// The words of a line, cleaned.
[[nodiscard]] std::string said_in(const Page& page, const TextLine& line);

/// The index of the first part that starts at `line` or after it.
[[nodiscard]] int part_from(const Page& page, int line);

/// The last line that belongs to the card starting at part `from`: up to the
/// next heading, rule or part that `stops`, and never out of its own list item.
template <typename Stops>
[[nodiscard]] int end_of_card(const Page& page, int from, Stops stops) {
    const auto& start = page.part(from);
    int last = start.parent >= 0 ? page.part(start.parent).lines.last : page.last_line();
    for (int i = from + 1; i < page.part_count() && page.part(i).lines.first <= last; ++i) {
        const auto& part = page.part(i);
        const bool heading = part.kind == PartKind::Heading && page.section(part.section).part == i;
        const bool rule = part.kind == PartKind::Rule && part.depth <= start.depth;
        if (part.lines.first > start.lines.first && (heading || rule || stops(part, i))) {
            return part.lines.first - 1;
        }
    }
    return last;
}

/// Quoted lines as the Markdown they hold.
[[nodiscard]] std::string unquoted(const Page& page, LineRange lines);

/// The cells of a table row; a pipe in a code span or after a backslash is text.
[[nodiscard]] std::vector<std::string_view> table_cells(std::string_view row);

/// The author's own id in a line: " ^id" or "{#id}"; empty without one.
[[nodiscard]] std::string anchor_in(std::string_view line);

/// Whether a tag says that its block is a card: "#flashcard", "#card/deck", "#卡片".
[[nodiscard]] bool is_card_tag(std::string_view tag);

struct Tagged {
    std::string_view words;
    std::vector<std::string> tags;  ///< Without those that only say that it is a card.
    bool card = false;
};

/// Takes the tags off the end of a line.
[[nodiscard]] Tagged without_tags(std::string_view text);

/// Whether a bold line asks a question of its own.
[[nodiscard]] bool is_bold_question(const Part& part);

}  // namespace wengu
