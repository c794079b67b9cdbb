#include "tui/screens/drill_words.h"

#include "core/message.h"

#include <array>
#include <filesystem>

namespace wengu {
namespace {

constexpr std::size_t kMostLeftOver = 3;

bool differs(const PointResult& point) {
    return point.hint.state == PointState::Differs && point.mark == Mark::Open;
}

}  // namespace

std::string mark_text(const PointResult& point) {
    if (differs(point)) return "[!]";
    switch (point.mark) {
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
    if (differs(point)) return tr("not what the note says");
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

std::vector<std::string> hint_texts(const PointResult& point) {
    const auto& difference = point.hint.difference;
    if (!differs(point) || !difference) return {hint_text(point)};
    return {say("note: {}", difference->meant), say("said: {}", difference->said)};
}

std::vector<std::string> left_over_texts(const QuestionResult& result, const PointResult& point) {
    if (point.mark != Mark::Open || differs(point)) return {};
    std::vector<std::string> texts;
    for (const auto& said : result.left_over) {
        if (texts.size() == kMostLeftOver) break;
        if (point.hint.evidence.find(said) != std::string::npos) continue;  // quoted already
        texts.push_back(say("perhaps this: {}", said));
    }
    return texts;
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
