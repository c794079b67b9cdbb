#include "interview/report.h"

#include "core/message.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace wengu {
namespace {

constexpr std::size_t kTrend = 5;
constexpr int kCalibrationFrom = 10;
constexpr std::size_t kReadinessFrom = 3;
constexpr int kRecurring = 2;

/// What only the machine did not hear is no miss.
bool is_missed(const PointResult& point) { return point.confirmed && point.mark == Mark::No; }

std::string point_key(const QuestionResult& question, const PointResult& point) {
    return question.card_id + "\n" + normalise(point.point.title);
}

/// What is left to say when nothing was marked as missed. Points that nobody decided are
/// no praise.
std::string undecided_of(const std::vector<QuestionResult>& questions) {
    const auto is_open = [](const PointResult& point) { return !point.confirmed; };
    long long open = 0;
    for (const auto& question : questions) open += std::ranges::count_if(question.points, is_open);
    if (open == 0) return tr("no point was missed");
    return say_count("{} point was left undecided: hold your answer against it",
                     "{} points were left undecided: hold your answers against them", open);
}

/// The miss that cost most: of the worst covered question, a verdict before others.
std::string takeaway_of(const std::vector<QuestionResult>& questions) {
    const QuestionResult* worst = nullptr;
    for (const auto& question : questions) {
        const auto coverage = coverage_of(question);
        if (!coverage || std::ranges::none_of(question.points, is_missed)) continue;
        if (worst == nullptr || *coverage < *coverage_of(*worst)) worst = &question;
    }
    if (questions.empty()) return tr("nothing was answered this time");
    if (worst == nullptr) return undecided_of(questions);
    const PointResult* cost = nullptr;
    for (const auto& point : worst->points) {
        if (!is_missed(point)) continue;
        if (cost == nullptr || (point.point.kind == "verdict" && cost->point.kind != "verdict")) {
            cost = &point;
        }
    }
    return say("say \"{}\" next time when asked \"{}\"", said_by(cost->point), worst->front);
}

std::vector<RecurringMiss> recurring_misses(const DrillRecord& drill,
                                            const std::vector<DrillRecord>& earlier) {
    std::map<std::string, RecurringMiss> misses;
    const auto count = [&](const DrillRecord& one) {
        for (const auto& question : one.questions) {
            for (const auto& point : question.points) {
                if (!is_missed(point)) continue;
                auto& miss = misses[point_key(question, point)];
                miss.front = question.front;
                miss.title = point.point.title;
                ++miss.drills;
            }
        }
    };
    for (const auto& one : earlier) count(one);
    count(drill);
    std::vector<RecurringMiss> result;
    for (auto& [key, miss] : misses) {
        if (miss.drills >= kRecurring) result.push_back(std::move(miss));
    }
    std::ranges::stable_sort(result, std::greater{}, &RecurringMiss::drills);
    return result;
}

std::optional<Calibration> calibration_of(const std::vector<const QuestionResult*>& questions) {
    struct Limits {
        const char* name;
        int from;
    };
    constexpr std::array<Limits, 4> kBands{
        {{"0-37 %", 0}, {"38-62 %", 38}, {"63-84 %", 63}, {"85-100 %", 85}}};
    Calibration result;
    for (const auto& [name, from] : kBands) result.bands.push_back({name, 0, 0, 0});
    for (const auto* question : questions) {
        const auto actual = coverage_of(*question);
        if (!actual || !question->predicted) continue;
        const double predicted = *question->predicted / 100.0;
        ++result.answers;
        result.bias += predicted - *actual;
        result.mean_error += std::abs(predicted - *actual);
        std::size_t band = 0;
        while (band + 1 < kBands.size() && *question->predicted >= kBands[band + 1].from) ++band;
        ++result.bands[band].answers;
        result.bands[band].predicted += predicted;
        result.bands[band].actual += *actual;
    }
    if (result.answers < kCalibrationFrom) return std::nullopt;
    result.bias /= result.answers;
    result.mean_error /= result.answers;
    for (auto& band : result.bands) {
        band.predicted /= std::max(1, band.answers);
        band.actual /= std::max(1, band.answers);
    }
    return result;
}

/// A word only after three sessions, from the first-time coverage of the last three.
std::string readiness_of(const std::vector<double>& trend, std::size_t sessions) {
    if (sessions < kReadinessFrom || trend.size() < kReadinessFrom) return {};
    double sum = 0;
    for (std::size_t i = trend.size() - kReadinessFrom; i < trend.size(); ++i) sum += trend[i];
    const double mean = sum / kReadinessFrom;
    return mean >= 0.8 ? tr("ready") : mean >= 0.6 ? tr("close") : tr("not yet");
}

/// `previous`: number of the drill before; 0 without one.
std::vector<std::string> next_steps(const Report& report, int previous) {
    std::vector<std::string> steps;
    const std::pair<const std::string, Totals>* weakest = nullptr;
    for (const auto& topic : report.topics) {
        if (!topic.second.coverage || topic.first.empty()) continue;
        if (weakest == nullptr || *topic.second.coverage < *weakest->second.coverage) {
            weakest = &topic;
        }
    }
    steps.emplace_back("wengu review");
    if (weakest != nullptr) {
        steps.push_back("wengu interview -n 2 --tag \"" + weakest->first + "\"");
    }
    steps.push_back(previous > 0 ? "wengu interview compare " + std::to_string(previous) + " " +
                                       std::to_string(report.drill.number)
                                 : std::string{"wengu interview list"});
    return steps;
}

}  // namespace

Totals totals_of(const std::vector<QuestionResult>& questions) {
    Totals totals;
    double predicted = 0;
    double actual = 0;
    int both = 0;
    for (const auto& question : questions) {
        ++(question.follow_up ? totals.follow_ups : totals.questions);
        totals.overtime += is_overtime(question);
        if (question.grade) ++totals.graded[static_cast<int>(*question.grade)];
        const auto count = confirmed_points(question);
        totals.unconfirmed += static_cast<int>(question.points.size()) - count;
        const auto coverage = coverage_of(question);
        if (!coverage) continue;
        totals.points += count;
        totals.points_heard += *coverage * count;
        if (!question.predicted) continue;
        ++both;
        predicted += *question.predicted / 100.0;
        actual += *coverage;
    }
    if (totals.points > 0) totals.coverage = totals.points_heard / totals.points;
    if (both > 0) {
        totals.mean_predicted = predicted / both;
        totals.bias = (predicted - actual) / both;
    }
    return totals;
}

std::optional<double> first_time_coverage(const DrillRecord& drill) {
    std::vector<QuestionResult> first;
    for (const auto& question : drill.questions) {
        if (question.first_time) first.push_back(question);
    }
    return totals_of(first).coverage;
}

Report report_on(const DrillRecord& drill, const std::vector<DrillRecord>& earlier) {
    Report report;
    report.drill = drill;
    report.takeaway = takeaway_of(drill.questions);
    report.totals = totals_of(drill.questions);
    if (!earlier.empty()) report.previous = totals_of(earlier.back().questions).coverage;
    std::vector<const QuestionResult*> all;
    for (const auto& one : earlier) {
        if (const auto coverage = first_time_coverage(one)) report.trend.push_back(*coverage);
        for (const auto& question : one.questions) all.push_back(&question);
    }
    if (const auto coverage = first_time_coverage(drill)) report.trend.push_back(*coverage);
    for (const auto& question : drill.questions) all.push_back(&question);
    report.readiness = readiness_of(report.trend, earlier.size() + 1);
    if (report.trend.size() > kTrend) {
        report.trend.erase(report.trend.begin(),
                           report.trend.end() - static_cast<std::ptrdiff_t>(kTrend));
    }
    report.recurring = recurring_misses(drill, earlier);
    report.calibration = calibration_of(all);
    std::map<std::string, std::vector<QuestionResult>> by_topic;
    for (const auto& question : drill.questions) by_topic[question.topic].push_back(question);
    for (const auto& [topic, questions] : by_topic) report.topics[topic] = totals_of(questions);
    report.next = next_steps(report, earlier.empty() ? 0 : earlier.back().number);
    return report;
}

Comparison compare(const DrillRecord& before, const DrillRecord& after) {
    Comparison result{totals_of(before.questions), totals_of(after.questions), {}, {}};
    std::map<std::string, bool> missed;
    for (const auto& question : before.questions) {
        for (const auto& point : question.points) {
            missed[point_key(question, point)] = is_missed(point);
        }
    }
    for (const auto& question : after.questions) {
        for (const auto& point : question.points) {
            const auto then = missed.find(point_key(question, point));
            if (then == missed.end() || then->second == is_missed(point)) continue;
            (then->second ? result.gained : result.lost).push_back(point.point.title);
        }
    }
    return result;
}

std::string decided_words(const PointResult& point) {
    if (point.by_person) return tr("decided by you");
    return point.confirmed ? tr("confirmed by you") : tr("a hint");
}

std::string unconfirmed_words(const Totals& totals) {
    return say_count("{} point was not confirmed and does not count",
                     "{} points were not confirmed and do not count", totals.unconfirmed);
}

std::string grade_name(std::optional<Grade> grade) {
    if (!grade) return "-";
    switch (*grade) {
        case Grade::Again: return tr("Again");
        case Grade::Hard: return tr("Hard");
        case Grade::Good: return tr("Good");
        case Grade::Easy: return tr("Easy");
    }
    return "-";
}

std::string percent(std::optional<double> share) {
    return share ? fmt::format("{:.0f} %", *share * 100) : "-";
}

std::string clock_text(std::int64_t ms) {
    const auto seconds = std::max<std::int64_t>(0, ms) / 1000;
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace wengu
