#include "library/shown_topic.h"

#include "cards/topic.h"
#include "core/text.h"

namespace wengu {

std::string shown_topic(std::string_view topic, const Settings& settings) {
    const auto& wanted = settings.text("ui.topic");
    if (wanted == "off") return {};
    return collapse_blanks(wanted == "title" ? topic.substr(0, topic.find(kTopicMark)) : topic);
}

}  // namespace wengu
