#pragma once
// Sentences with holes, however they are written.

#include "cards/reading.h"

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// A piece of text that can be hidden.
struct Hole {
    std::size_t first = 0;  ///< Of the marks.
    std::size_t last = 0;   ///< After the marks.
    std::string_view content;
    std::string_view hint;
    int group = 0;  ///< Holes of one group are hidden together; 0: alone.
};

/// {{c1::content::hint}}, in order.
[[nodiscard]] std::vector<Hole> numbered_holes(std::string_view text);
/// ==content==; comparisons are no holes.
[[nodiscard]] std::vector<Hole> highlighted_holes(std::string_view text);
/// [content], as C: lines have it; links and check boxes are no holes.
[[nodiscard]] std::vector<Hole> bracketed_holes(std::string_view text);

/// One card for each hole (or group) of `text`. A hole is identified by what it
/// hides, so that adding one leaves the others alone.
void add_cloze_cards(Reading& reading, std::string_view rule, std::string_view text,
                     LineRange lines, const std::vector<Hole>& holes, int section);

}  // namespace wengu
