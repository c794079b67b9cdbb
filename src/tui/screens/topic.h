#pragma once
// The line above a question that says where it belongs.

#include "tui/screens/frame.h"

#include <string_view>
#include <vector>

namespace wengu {

/// Whether a line for the topic is to spare beside an answer, points or a place.
[[nodiscard]] inline bool has_room_for_topic(const ScreenOptions& options) {
    return options.size.rows >= 16;
}

/// One dim line behind the margin, shortened from the left to the page; none without a topic.
[[nodiscard]] std::vector<Line> topic_lines(std::string_view topic, const ScreenOptions& options);

}  // namespace wengu
