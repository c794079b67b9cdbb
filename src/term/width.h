#pragma once
// How many cells text takes on a terminal, counted by grapheme clusters.
//
// Nothing here asks the locale: widths come from Unicode data (utf8proc), and
// the one thing terminals disagree on, East Asian Ambiguous, is an option.

#include <string>
#include <string_view>

namespace wengu {

/// Takes one grapheme cluster (what a reader calls a character) from the front
/// of `text`. An invalid byte is a cluster of its own. Requires: !text.empty().
[[nodiscard]] std::string_view take_cluster(std::string_view& text);

/// The last cluster of `text`. Requires: !text.empty().
[[nodiscard]] std::string_view last_cluster(std::string_view text);

/// Measures text. A value: pass it along with the size of the screen.
struct Widths {
    int ambiguous = 1;  ///< Cells of an East Asian Ambiguous character: 1 or 2.

    /// Cells of one cluster: those of its widest code point; 2 for a flag. An
    /// emoji variation selector does not widen: terminals disagree, so drawing
    /// puts the cursor back in place after any such cluster.
    [[nodiscard]] int of_cluster(std::string_view cluster) const;

    /// Cells of a text without line ends.
    [[nodiscard]] int of(std::string_view text) const;

    friend bool operator==(const Widths&, const Widths&) = default;
};

/// The longest prefix of `text` of at most `cells` cells, cut between clusters.
[[nodiscard]] std::string_view prefix_within(std::string_view text, int cells,
                                             const Widths& widths);

/// `text` cut to `cells` cells, ending in ".." where something is missing. For
/// lists only: an answer is never cut.
[[nodiscard]] std::string shortened(std::string_view text, int cells, const Widths& widths);

/// `text` followed by blanks up to `cells` cells (never cut).
[[nodiscard]] std::string padded(std::string_view text, int cells, const Widths& widths);

/// `text` preceded by blanks up to `cells` cells (never cut).
[[nodiscard]] std::string padded_left(std::string_view text, int cells, const Widths& widths);

/// Text of a stranger made safe to send: control characters, bidirectional
/// overrides and line separators become visible escapes such as \x1b, a tab
/// becomes four blanks, invalid bytes become U+FFFD.
[[nodiscard]] std::string sanitised(std::string_view text);

/// The same on one line, whatever the text holds.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace wengu
