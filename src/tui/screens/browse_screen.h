#pragma once
// Finding cards: a query that is answered as it is typed, a list, and the chosen
// card below it.

#include "core/time.h"
#include "term/line_editor.h"
#include "tui/screens/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace wengu {

struct BrowseRow {
    std::string front = {};  ///< Plain text, one line.
    std::string deck = {};
    std::string state = {};  ///< In words: "new", "suspended"...
    double mastery = 0;
    std::optional<Day> next_review = {};
};

struct BrowseView {
    std::vector<BrowseRow> rows = {};  ///< Those around the selection are enough: see `first_row`.
    int first_row = 0;                 ///< Index of rows[0] among all that were found.
    int found = 0;
    int cards = 0;     ///< In the collection.
    int selected = 0;  ///< Index among all that were found.
    Day today{};
    std::string topic = {};  ///< Of the selected card; may be empty.
    std::string front = {};  ///< Its Markdown.
    std::string back = {};
    std::string source = {};
    int preview_top = 0;
    bool typing = false;            ///< The keys go to the query.
    std::string problem = {};       ///< What is wrong with the query; may be empty.
    std::size_t problem_first = 0;  ///< The bytes of the query that are to blame.
    std::size_t problem_count = 0;
    std::string why_nothing = {};  ///< Of a query without hits; may be empty.
    std::string notice = {};
};

/// Rows of the list on a screen of this size.
[[nodiscard]] int browse_rows(const ScreenOptions& options);

[[nodiscard]] Picture browse_picture(const BrowseView& view, LineEditor& query,
                                     const ScreenOptions& options);

}  // namespace wengu
