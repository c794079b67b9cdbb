#pragma once
// An answer as a row of lines with a role each: what the rules for key points
// look at. Lines here are those of the author, not those of the screen.

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

enum class LineRole {
    Heading,
    Bold,  ///< Nothing but bold text.
    Lead,  ///< Bold text at the front, then more: `text` is the lead, `rest` the more.
    Item,  ///< A list item; `rest` is what is nested in it.
    Prose,
    PointsMark,  ///< The author's <!-- points -->: the next list holds the points.
    Row,         ///< A row of a table: `text` is its first cell, `rest` the others.
    Evidence,    ///< Code, quote, picture: supports points, is none.
};

struct AnswerLine {
    LineRole role = LineRole::Prose;
    std::string text;
    std::string rest;
    int line = 0;
    bool bold_lead = false;  ///< An Item that begins with bold text; `text` is all of it.
};

[[nodiscard]] std::vector<AnswerLine> answer_lines(std::string_view markdown, int first_line);

}  // namespace wengu
