#include "cli/json.h"

#include "tui/print.h"

namespace wengu {
namespace {

constexpr int kVersion = 1;

template <typename Value>
Json maybe(const std::optional<Value>& value) {
    return value ? Json(to_string(*value)) : Json{};
}

}  // namespace

Json json_document(const char* schema) { return Json{{"schema", schema}, {"version", kVersion}}; }

Json to_json(const LineRange& lines) {
    return lines.empty() ? Json{} : Json::array({lines.first, lines.last});
}

Json to_json(const Point& point) {
    return {{"id", point.id},       {"title", point.title}, {"detail", point.detail},
            {"group", point.group}, {"kind", point.kind},   {"line", point.line}};
}

Json to_json(const store::Card& card) {
    const auto& draft = card.draft;
    const auto& schedule = card.progress.schedule;
    const bool is_new = schedule.phase == Phase::New;
    Json points = Json::array();
    for (const auto& point : draft.points) points.push_back(to_json(point));
    return {{"id", card.id},
            {"topic", draft.topic},
            {"front", draft.front},
            {"back", draft.back},
            {"kind", name_of(draft.kind)},
            {"deck", card.deck},
            {"note", card.note},
            {"front_line", draft.front_line},
            {"back_lines", to_json(draft.back_lines)},
            {"heading_path", draft.heading_path},
            {"tags", card.tags},
            {"state", state_of(card)},
            {"interval_days", schedule.interval_days},
            {"ease", schedule.ease / 100.0},
            {"stability", schedule.stability > 0 ? Json(schedule.stability) : Json{}},
            {"difficulty", schedule.difficulty > 0 ? Json(schedule.difficulty) : Json{}},
            {"reviews", schedule.reviews},
            {"lapses", schedule.lapses},
            {"mastery_level", card.progress.mastery},
            {"next_review", is_new ? Json{} : Json(to_string(schedule.due))},
            {"last_reviewed", maybe(schedule.last_day)},
            {"buried_until", maybe(card.buried_until)},
            {"flagged", card.flagged},
            {"leech", card.progress.leech},
            {"points", points}};
}

Json to_json(const Problem& problem) {
    return {{"path", problem.path},
            {"line", problem.line},
            {"column", problem.column},
            {"message", problem.message.text()},
            {"hint", problem.hint.text()}};
}

Json to_json(const std::vector<Problem>& problems) {
    Json list = Json::array();
    for (const auto& problem : problems) list.push_back(to_json(problem));
    return list;
}

void print_document(std::ostream& out, const Json& document) {
    print_json_text(out, to_indented_text(document));
}

void print_line(std::ostream& out, const Json& object) { print_json_text(out, to_text(object)); }

}  // namespace wengu
