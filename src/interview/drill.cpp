#include "interview/drill.h"

#include "core/message.h"
#include "core/text.h"
#include "interview/probes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wengu {
namespace {

using Kind = DrillAction::Kind;

constexpr std::size_t kFollowUpsEach = 2;
constexpr double kFollowUpShare = 0.4;  // of the questions of a session
constexpr double kMiddling = 0.4;       // coverage from which a follow-up is worth it
constexpr double kVeryGood = 0.8;       // and above which it is not
constexpr int kMostKind = static_cast<int>(DifferenceKind::Scope);
constexpr std::size_t kReturnsEach = 3;  // points of one question that come back

struct KindName {
    Kind kind;
    std::string_view name;  // stored: never change them
};

constexpr std::array<KindName, 17> kKinds{{{Kind::Begin, "begin"},
                                           {Kind::Context, "context"},
                                           {Kind::Ready, "ready"},
                                           {Kind::Draft, "draft"},
                                           {Kind::Submit, "answer"},
                                           {Kind::Predict, "predict"},
                                           {Kind::Add, "add"},
                                           {Kind::SetMark, "mark"},
                                           {Kind::Confirm, "confirm"},
                                           {Kind::Structure, "structure"},
                                           {Kind::Delivery, "delivery"},
                                           {Kind::Keep, "keep"},
                                           {Kind::Grade, "grade"},
                                           {Kind::Follow, "follow"},
                                           {Kind::Recall, "recall"},
                                           {Kind::Resume, "resume"},
                                           {Kind::End, "end"}}};

std::string_view name_of(Kind kind) {
    return std::ranges::find(kKinds, kind, &KindName::kind)->name;
}

std::optional<Kind> kind_named(std::string_view name) {
    const auto* found = std::ranges::find(kKinds, name, &KindName::name);
    if (found == kKinds.end()) return std::nullopt;
    return found->kind;
}

std::int64_t since(Instant start, Instant now) {
    return std::max<std::int64_t>(0, (now - start).count());
}

bool is_between(std::optional<std::int64_t> number, int low, int high) {
    return number && *number >= low && *number <= high;
}

/// The points of the label with the most of them, and how many were heard.
struct LabelCount {
    std::string label;
    int points = 0;
    int heard = 0;
};

LabelCount longest_list(const std::vector<PointResult>& points) {
    LabelCount best;
    for (const auto& point : points) {
        LabelCount count{point.point.group};
        for (const auto& other : points) {
            if (other.point.group != count.label) continue;
            ++count.points;
            count.heard += other.mark == Mark::Yes;
        }
        if (!count.label.empty() && count.points > best.points) best = count;
    }
    return best;
}

}  // namespace

Drill::Drill(DrillPlan plan, const Concepts& concepts, Rarity rarity)
    : plan_{std::move(plan)}, concepts_{&concepts}, rarity_{std::move(rarity)} {}

std::optional<Step> Drill::act(const DrillAction& action, Instant now) {
    if (!fits(action)) return std::nullopt;
    Step step{now, std::string{name_of(action.kind)},
              question_ == nullptr ? std::string{} : question_->card_id, fields_of(action, now)};
    take(step);
    return step;
}

bool Drill::fits(const DrillAction& action) const {
    switch (action.kind) {
        case Kind::Begin: return stage_ == Stage::Plan && !plan_.questions.empty();
        case Kind::Context: return stage_ == Stage::Prepare || stage_ == Stage::Answer;
        case Kind::Ready: return stage_ == Stage::Prepare;
        case Kind::Draft:
            return (stage_ == Stage::Answer || stage_ == Stage::Probe) && action.text != draft_;
        case Kind::Submit: return stage_ == Stage::Prepare || stage_ == Stage::Answer;
        case Kind::Predict:
            return stage_ == Stage::Predict &&
                   (!action.number || is_between(action.number, 0, 100));
        case Kind::Add: return stage_ == Stage::Probe;
        case Kind::Keep:
        case Kind::SetMark: return stage_ == Stage::Check && action.index < current_.points.size();
        case Kind::Confirm: return stage_ == Stage::Check && has_plain(current_);
        case Kind::Structure: return stage_ == Stage::Check;
        case Kind::Delivery: return stage_ == Stage::Check && is_between(action.number, 1, 3);
        case Kind::Grade: return stage_ == Stage::Check && is_between(action.number, 1, 4);
        case Kind::Follow: return stage_ == Stage::FollowUp;
        case Kind::Recall: return stage_ == Stage::Return;
        case Kind::Resume: return stage_ != Stage::Plan && stage_ != Stage::Done;
        case Kind::End: return stage_ != Stage::Done;
    }
    return false;
}

Fields Drill::fields_of(const DrillAction& action, Instant now) const {
    Fields fields;
    switch (action.kind) {
        case Kind::Draft: fields.set("text", action.text); break;
        case Kind::Add:
            fields.set("text", action.text);
            if (!trim(action.text).empty()) hear(fields, action.text);
            break;
        case Kind::Submit:
            fields.set("text", action.text).set("spoken", action.flag ? 1 : 0);
            fields.set("duration_ms", since(stage_began_, now));
            if (!action.flag) hear(fields, action.text);
            break;
        case Kind::Predict:
        case Kind::Delivery:
        case Kind::Grade:
            if (action.number) fields.set("number", *action.number);
            break;
        case Kind::Keep: fields.set("point", static_cast<std::int64_t>(action.index)); break;
        case Kind::SetMark:
            fields.set("point", static_cast<std::int64_t>(action.index));
            fields.set("mark", static_cast<std::int64_t>(action.mark));
            break;
        case Kind::Ready: fields.set("latency_ms", since(stage_began_, now)); break;
        case Kind::Structure:
        case Kind::Recall:
        case Kind::Follow: fields.set("yes", action.flag ? 1 : 0); break;
        default: break;
    }
    return fields;
}

/// The hints are saved with the answer: better word lists must not change what
/// a person saw.
void Drill::hear(Fields& fields, const std::string& text) const {
    if (!plan_.score) return;
    auto coverage = cover(question_->front, question_->points, text, *concepts_, rarity_);
    const bool said = coverage.remark == Remark::None || coverage.remark == Remark::OtherLanguage;
    if (said && !is_in_language(text, plan_.language)) coverage.remark = Remark::NotTheLanguage;
    fields.set("remark", static_cast<std::int64_t>(coverage.remark));
    fields.set("doubtful", coverage.doubtful ? 1 : 0);
    for (std::size_t i = 0; i < coverage.left_over.size(); ++i) {
        fields.set("left." + std::to_string(i), coverage.left_over[i]);
    }
    for (std::size_t i = 0; i < coverage.points.size(); ++i) {
        const auto& hint = coverage.points[i];
        const auto number = std::to_string(i);
        fields.set("state." + number, static_cast<std::int64_t>(hint.state));
        fields.set("score." + number, std::llround(hint.score * 1000));
        fields.set("sentence." + number, hint.sentence);
        if (!hint.evidence.empty()) fields.set("evidence." + number, hint.evidence);
        if (const auto& difference = hint.difference) {
            fields.set("kind." + number, static_cast<std::int64_t>(difference->kind));
            fields.set("meant." + number, difference->meant);
            fields.set("said." + number, difference->said);
        }
    }
}

Coverage Drill::heard_in(const Fields& fields) const {
    Coverage coverage;
    coverage.remark = static_cast<Remark>(fields.number("remark").value_or(0));
    coverage.doubtful = fields.number("doubtful").value_or(0) != 0;
    for (std::size_t i = 0;; ++i) {
        auto left = fields.text("left." + std::to_string(i));
        if (left.empty()) break;
        coverage.left_over.push_back(std::move(left));
    }
    coverage.points.resize(question_->points.size());
    for (std::size_t i = 0; i < coverage.points.size(); ++i) {
        auto& hint = coverage.points[i];
        const auto number = std::to_string(i);
        const auto state = fields.number("state." + number);
        if (is_between(state, 0, 3)) hint.state = static_cast<PointState>(*state);
        const auto kind = fields.number("kind." + number);
        if (is_between(kind, 0, kMostKind)) {
            hint.difference =
                Difference{static_cast<DifferenceKind>(*kind), fields.text("meant." + number),
                           fields.text("said." + number)};
        }
        hint.score = static_cast<double>(fields.number("score." + number).value_or(0)) / 1000;
        hint.sentence = static_cast<int>(fields.number("sentence." + number).value_or(0));
        hint.evidence = fields.text("evidence." + number);
    }
    return coverage;
}

void Drill::enter(Stage stage, Instant at) {
    stage_ = stage;
    stage_began_ = at;
}

void Drill::ask(const DrillQuestion& question, Instant at, bool follow_up) {
    question_ = &question;
    draft_.clear();
    current_ = {};
    current_.card_id = question.card_id;
    current_.front = question.front;
    current_.back = question.back;
    current_.place = question.place;
    current_.topic = question.topic;
    current_.first_time = question.first_time;
    current_.follow_up = follow_up;
    current_.target_ms = plan_.target_ms;
    const bool prepares = plan_.style != DrillStyle::Tough && plan_.prepare_ms > 0;
    enter(prepares ? Stage::Prepare : Stage::Answer, at);
}

void Drill::next_question(Instant at) {
    followed_ = 0;
    if (next_ >= plan_.questions.size()) {
        begin_returns();
        return next_return(at);
    }
    parent_ = &plan_.questions[next_++];
    ask(*parent_, at, false);
}

/// Successive relearning: what was missed is asked once more at the end, the first few
/// points of each question.
void Drill::begin_returns() {
    for (std::size_t i = 0; i < results_.size(); ++i) {
        std::size_t taken = 0;
        for (std::size_t j = 0; j < results_[i].points.size() && taken < kReturnsEach; ++j) {
            if (results_[i].points[j].mark != Mark::No) continue;
            returns_.push_back({i, j});
            ++taken;
        }
    }
}

void Drill::next_return(Instant at) {
    if (returned_ >= returns_.size()) return enter(Stage::Done, at);
    question_ = asked_[returns_[returned_].result];
    enter(Stage::Return, at);
}

void Drill::take(const Step& step) {
    const auto kind = kind_named(step.kind);
    DrillAction shape;
    if (!kind) return;
    shape.kind = *kind;
    shape.text = step.fields.text("text");
    if (const auto number = step.fields.number("number")) shape.number = static_cast<int>(*number);
    shape.index = static_cast<std::size_t>(step.fields.number("point").value_or(0));
    if (!fits(shape)) return;
    const bool yes = step.fields.number("yes").value_or(0) != 0;
    switch (*kind) {
        case Kind::Begin: return next_question(step.at);
        case Kind::Context: current_.hint_used = true; return;
        case Kind::Ready:
            current_.latency_ms = step.fields.number("latency_ms").value_or(0);
            return enter(Stage::Answer, step.at);
        case Kind::Draft: draft_ = shape.text; return;
        case Kind::Submit: return take_answer(step);
        case Kind::Predict:
            current_.predicted = shape.number;
            return enter(wants_probe() ? Stage::Probe : Stage::Check, step.at);
        case Kind::Add: take_addition(step); return enter(Stage::Check, step.at);
        case Kind::SetMark: {
            auto& point = current_.points[shape.index];
            const auto mark = step.fields.number("mark");
            if (is_between(mark, 0, 3)) point.mark = static_cast<Mark>(*mark);
            point.by_person = true;
            point.confirmed = point.mark != Mark::Open;
            point.prompted = false;
            current_.suggested = suggested_grade(current_);
            return;
        }
        case Kind::Confirm:
            for (auto& point : current_.points) point.confirmed |= is_plain(point);
            current_.suggested = suggested_grade(current_);
            return;
        case Kind::Keep: current_.points[shape.index].kept = true; return;
        case Kind::Structure: current_.structure = yes; return;
        case Kind::Delivery: current_.delivery = shape.number; return;
        case Kind::Grade: return take_grade(step);
        case Kind::Follow:
            if (!yes) return next_question(step.at);
            ++all_followed_;
            return ask(parent_->follow_ups[followed_++], step.at, true);
        case Kind::Recall: {
            const auto& back = returns_[returned_++];
            results_[back.result].points[back.point].recalled = yes;
            return next_return(step.at);
        }
        case Kind::Resume: stage_began_ = step.at; return;
        case Kind::End: return enter(Stage::Done, step.at);
    }
}

void Drill::take_answer(const Step& step) {
    current_.answer = step.fields.text("text");
    current_.spoken = step.fields.number("spoken").value_or(0) != 0;
    current_.duration_ms = step.fields.number("duration_ms").value_or(0);
    draft_.clear();
    auto coverage = heard_in(step.fields);
    current_.remark = coverage.remark;
    current_.left_over = std::move(coverage.left_over);
    for (std::size_t i = 0; i < question_->points.size(); ++i) {
        PointResult point{question_->points[i], coverage.points[i]};
        if (point.hint.state == PointState::Mentioned) point.mark = Mark::Yes;
        const bool open =
            point.hint.state == PointState::Perhaps || point.hint.state == PointState::Differs;
        if (open) point.mark = Mark::Open;
        current_.points.push_back(std::move(point));
    }
    current_.suggested = suggested_grade(current_);
    enter(Stage::Predict, step.at);
}

/// What was only said after the probe counts half.
void Drill::take_addition(const Step& step) {
    current_.prompted = step.fields.text("text");
    const auto heard = heard_in(step.fields);
    const auto& hints = heard.points;
    current_.left_over.insert(current_.left_over.end(), heard.left_over.begin(),
                              heard.left_over.end());
    for (std::size_t i = 0; i < hints.size(); ++i) {
        auto& point = current_.points[i];
        const bool better = point.mark == Mark::No || point.mark == Mark::Open;
        if (!better || hints[i].state != PointState::Mentioned) continue;
        point.mark = Mark::Partly;
        point.confirmed = false;
        point.prompted = true;
        point.hint = hints[i];
    }
    current_.suggested = suggested_grade(current_);
}

void Drill::take_grade(const Step& step) {
    current_.grade = static_cast<Grade>(*step.fields.number("number"));
    results_.push_back(current_);
    asked_.push_back(question_);
    if (wants_follow_up()) return enter(Stage::FollowUp, step.at);
    next_question(step.at);
}

bool Drill::wants_probe() const {
    return plan_.style != DrillStyle::Calm && !current_.points.empty() &&
           !trim(current_.answer).empty() && !current_.spoken;
}

bool Drill::wants_follow_up() const {
    if (followed_ >= std::min(kFollowUpsEach, parent_->follow_ups.size())) return false;
    const auto most = kFollowUpShare * static_cast<double>(plan_.questions.size());
    if (static_cast<double>(all_followed_ + 1) > std::max(1.0, most)) return false;
    const auto coverage = coverage_of(current_);
    return coverage && *coverage >= kMiddling && *coverage <= kVeryGood;
}

const DrillQuestion& Drill::offered() const { return parent_->follow_ups[followed_]; }

const PointResult& Drill::returning() const {
    const auto& back = returns_[returned_];
    return results_[back.result].points[back.point];
}

std::string Drill::probe() const {
    const auto list = longest_list(current_.points);
    if (list.points >= 3 && list.heard > 0 && list.heard < list.points) {
        return say("under \"{}\" there are {} points, you gave {}; any more?", list.label,
                   list.points, list.heard);
    }
    Coverage heard;
    heard.remark = current_.remark;
    for (const auto& point : current_.points) heard.points.push_back(point.hint);
    const auto probes = probes_for(current_.answer, heard);
    if (!probes.empty()) return probes.front().text;
    static constexpr std::array<const char*, 4> kProbes{
        N_("why is that so?"), N_("can you give a number or an example?"),
        N_("what would change your mind?"), N_("what else would you add?")};
    return tr(kProbes[(next_ + all_followed_) % kProbes.size()]);
}

std::int64_t Drill::left_ms(Instant now) const {
    const auto planned = stage_ == Stage::Prepare ? plan_.prepare_ms : plan_.target_ms;
    return planned - since(stage_began_, now);
}

}  // namespace wengu
