#include "cards/topic.h"

#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr std::string_view kCut = "…";

constexpr std::size_t width_of(char32_t c) { return is_cjk(c) ? 2 : 1; }

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) columns += width_of(take_code_point(text));
    return columns;
}

/// As much of the front of `text` as fits, a mark of the cut included.
std::string cut_to(std::string_view text, std::size_t columns) {
    std::string result;
    std::size_t taken = columns_of(kCut);
    while (!text.empty()) {
        const auto before = text;
        const char32_t c = take_code_point(text);
        taken += width_of(c);
        if (taken > columns) break;
        result += before.substr(0, before.size() - text.size());
    }
    return result += kCut;
}

}  // namespace

std::string topic_line(const std::vector<std::string>& parts, std::string_view front) {
    std::string line;
    const auto asked = title_key(front);
    std::string before;
    for (const auto& part : parts) {
        auto key = title_key(part);
        if (key.empty() || key == before || key == asked) continue;
        if (!line.empty()) line += kTopicMark;
        line += part;
        before = std::move(key);
    }
    return line;
}

std::string shortened_topic(std::string_view topic, std::size_t columns) {
    if (columns_of(topic) <= columns) return std::string{topic};
    const auto room = columns > 2 ? columns - 2 : std::size_t{0};  // for "… "
    while (true) {
        const auto mark = topic.find(kTopicMark);
        if (mark == std::string_view::npos) return cut_to(topic, columns);
        topic.remove_prefix(mark + kTopicMark.size());
        if (columns_of(topic) <= room) return std::string{kCut}.append(" ").append(topic);
    }
}

std::string spoken_question(std::string_view front, std::string_view topic, bool asks) {
    const bool wide = has_cjk(front);
    std::string question{front};
    if (!asks) question += wide ? "有哪些要点？" : ": what are the main points?";
    const bool names_subject = asks && !refers_back(title_key(front), Words::built_in());
    const auto subject = topic.substr(0, topic.find(kTopicMark));
    const bool repeats = title_key(front).find(title_key(subject)) != std::string::npos;
    if (topic.empty() || names_subject || repeats) return question;
    return std::string{subject}.append(wide ? "：" : ": ").append(question);
}

}  // namespace wengu
