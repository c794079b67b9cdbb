#include "library/sittings/drill_book.h"

#include "core/error.h"
#include "core/json.h"

#include <algorithm>

namespace wengu {
namespace {

Json to_json(const DrillQuestion& question) {
    Json points = Json::array();
    for (const auto& point : question.points) {
        points.push_back({{"id", point.id},
                          {"title", point.title},
                          {"detail", point.detail},
                          {"group", point.group},
                          {"kind", point.kind},
                          {"line", point.line}});
    }
    Json follow_ups = Json::array();
    for (const auto& other : question.follow_ups) follow_ups.push_back(to_json(other));
    return {{"card", question.card_id},
            {"front", question.front},
            {"back", question.back},
            {"place", question.place},
            {"context", question.context},
            {"topic", question.topic},
            {"topic_line", question.topic_line},
            {"spoken", question.spoken},
            {"first", question.first_time},
            {"points", std::move(points)},
            {"follow_ups", std::move(follow_ups)}};
}

/// Of a member that interviews of before do not have.
std::string text_or_empty(const Json& json, std::string_view key) {
    const auto* member = json.find(key);
    return member == nullptr ? std::string{} : member->text();
}

DrillQuestion question_from(const Json& json) {
    DrillQuestion question;
    question.card_id = json.at("card").text();
    question.front = json.at("front").text();
    question.back = json.at("back").text();
    question.place = json.at("place").text();
    question.context = json.at("context").text();
    question.topic = json.at("topic").text();
    question.topic_line = text_or_empty(json, "topic_line");
    question.spoken = text_or_empty(json, "spoken");
    question.first_time = json.at("first").truth();
    for (const auto& entry : json.at("points").items()) {
        Point point;
        point.id = entry.at("id").text();
        point.title = entry.at("title").text();
        point.detail = entry.at("detail").text();
        point.group = entry.at("group").text();
        point.kind = entry.at("kind").text();
        point.line = entry.at("line").whole();
        question.points.push_back(std::move(point));
    }
    for (const auto& entry : json.at("follow_ups").items()) {
        question.follow_ups.push_back(question_from(entry));
    }
    return question;
}

DrillRecord record_of(const Store& store, const store::Drill& row) {
    const Concepts none;  // hints come from the steps
    const auto setup = setup_from(row.payload);
    const auto steps = store::steps_of(store, row.id);
    Drill drill{setup.plan, none};
    replay(drill, steps);
    DrillRecord record;
    record.id = row.id;
    record.started = row.started;
    record.profile = setup.profile;
    record.style = setup.plan.style;
    record.seed = setup.seed;
    record.days_to_interview = setup.days_to_interview;
    record.finished = row.state == store::DrillState::Finished;
    record.planned = static_cast<int>(setup.plan.questions.size());
    record.questions = drill.results();
    if (!steps.empty()) {
        record.duration_ms = std::max<std::int64_t>(0, (steps.back().at - row.started.at).count());
    }
    std::size_t graded = 0;
    for (const auto& step : steps) {
        if (step.kind != kLogged || graded >= record.questions.size()) continue;
        record.questions[graded++].schedule = Fields{step.payload}.text("schedule");
    }
    return record;
}

}  // namespace

std::string to_payload(const DrillSetup& setup) {
    Json questions = Json::array();
    for (const auto& question : setup.plan.questions) questions.push_back(to_json(question));
    Json json{{"version", 1},
              {"style", name_of(setup.plan.style)},
              {"prepare_ms", setup.plan.prepare_ms},
              {"target_ms", setup.plan.target_ms},
              {"score", setup.plan.score},
              {"language", setup.plan.language},
              {"profile", setup.profile},
              {"seed", setup.seed},
              {"answer", setup.answer},
              {"schedule", setup.schedule},
              {"strict", setup.strict},
              {"questions", std::move(questions)}};
    if (setup.days_to_interview) json["days_to_interview"] = *setup.days_to_interview;
    return to_text(json);
}

DrillSetup setup_from(const std::string& payload) {
    try {
        const auto json = parse_json(payload);
        if (!json) fail("it is not JSON");
        DrillSetup setup;
        setup.plan.style =
            parse_drill_style(json->at("style").text()).value_or(DrillStyle::Standard);
        setup.plan.prepare_ms = json->at("prepare_ms").whole<std::int64_t>();
        setup.plan.target_ms = json->at("target_ms").whole<std::int64_t>();
        setup.plan.score = json->at("score").truth();
        const auto* language = json->find("language");
        setup.plan.language = language == nullptr ? "mixed" : language->text();
        setup.profile = json->at("profile").text();
        setup.seed = json->at("seed").whole<std::uint64_t>();
        setup.answer = json->at("answer").text();
        setup.schedule = json->at("schedule").truth();
        const auto* strict = json->find("strict");
        setup.strict = strict != nullptr && strict->truth();
        if (const auto* days = json->find("days_to_interview")) {
            setup.days_to_interview = days->whole();
        }
        for (const auto& entry : json->at("questions").items()) {
            setup.plan.questions.push_back(question_from(entry));
        }
        return setup;
    } catch (const Error& error) {
        fail("cannot read the plan of a mock interview: {}", error.what());
    }
}

store::DrillStep to_row(const Step& step) {
    return {step.at, step.kind, step.card_id, step.fields.to_text()};
}

Step from_row(const store::DrillStep& row) {
    return {row.at, row.kind, row.card_id, Fields{row.payload}};
}

void replay(Drill& drill, const std::vector<store::DrillStep>& steps) {
    for (const auto& step : steps) drill.take(from_row(step));
}

std::vector<DrillRecord> drill_records(const Store& store, const std::string& also) {
    auto rows = store::drills(store);
    std::ranges::reverse(rows);
    std::vector<DrillRecord> records;
    int number = 0;
    for (const auto& row : rows) {
        ++number;
        if (row.state == store::DrillState::Undone) continue;
        auto record = record_of(store, row);
        if (record.questions.empty() && record.id != also) continue;
        record.number = number;
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<std::string> reviews_of(const Store& store, const std::string& drill_id) {
    std::vector<std::string> ids;
    for (const auto& step : store::steps_of(store, drill_id)) {
        if (step.kind != kLogged) continue;
        if (const auto id = Fields{step.payload}.text("review"); !id.empty()) ids.push_back(id);
    }
    return ids;
}

}  // namespace wengu
