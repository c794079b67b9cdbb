#include "tui/screens/topic.h"

#include "cards/topic.h"
#include "term/width.h"

#include <algorithm>

namespace wengu {

std::vector<Line> topic_lines(std::string_view topic, const ScreenOptions& options) {
    if (topic.empty()) return {};
    const auto columns = static_cast<std::size_t>(std::max(1, options.text()));
    const Line line{shortened_topic(sanitised(topic), columns), Role::Dim};
    return indented({clipped(line, options.text(), options.widths)}, options.margin());
}

}  // namespace wengu
