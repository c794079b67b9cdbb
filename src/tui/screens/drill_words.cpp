#include "tui/screens/drill_words.h"

#include "core/message.h"

#include <array>
#include <filesystem>

namespace wengu {

std::string mark_text(Mark mark) {
    switch (mark) {
        case Mark::Yes: return "[x]";
        case Mark::Partly: return "[~]";
        case Mark::Open: return "[?]";
        case Mark::No: return "[ ]";
    }
    return {};
}

std::string point_text(const Point& point) {
    return point.detail.empty() ? point.title : point.title + "\n\n" + point.detail;
}

std::string hint_text(const PointResult& point) {
    if (point.by_person) return tr("decided by you");
    if (point.point.kind == "verdict" && point.mark == Mark::Open) {
        return point.hint.evidence.empty() ? std::string{tr("the verdict: yours to judge")}
                                           : say("the verdict: yours to judge; sentence {}: {}",
                                                 point.hint.sentence, point.hint.evidence);
    }
    if (point.hint.state == PointState::Perhaps && point.hint.evidence.empty()) {
        return tr("not heard, but it may have been said in other words");
    }
    if (point.hint.state == PointState::Missing || point.hint.evidence.empty()) {
        return tr("not heard");
    }
    const auto words = say("sentence {}: {}", point.hint.sentence, point.hint.evidence);
    return point.prompted ? std::string{tr("only when asked; ")} + words : words;
}

std::string short_place(const std::string& place) {
    const std::filesystem::path path{place};
    return (path.parent_path().filename() / path.filename()).string();
}

std::optional<Mark> mark_for(char letter) {
    switch (letter) {
        case 'y': return Mark::Yes;
        case 'p': return Mark::Partly;
        case 'n': return Mark::No;
        default: return std::nullopt;
    }
}

std::optional<int> prediction(std::optional<int> number) {
    constexpr std::array<int, 4> kKeys{25, 50, 75, 95};
    if (!number || *number < 0 || *number > 100) return std::nullopt;
    return *number >= 1 && *number <= 4 ? kKeys.at(static_cast<std::size_t>(*number - 1)) : *number;
}

}  // namespace wengu
