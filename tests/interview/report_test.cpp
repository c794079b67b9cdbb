#include "interview/report.h"

#include "interview/profile.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

PointResult point(const std::string& title, Mark mark, const std::string& kind = "item") {
    PointResult made;
    made.point.title = title;
    made.point.kind = kind;
    made.mark = mark;
    made.confirmed = true;
    return made;
}

QuestionResult question(const std::string& id, std::vector<PointResult> points) {
    QuestionResult made;
    made.card_id = id;
    made.front = "front " + id;
    made.back = "back <b>";
    made.topic = "redis";
    made.points = std::move(points);
    made.predicted = 75;
    made.grade = Grade::Good;
    return made;
}

DrillRecord drill(int number, std::vector<QuestionResult> questions) {
    DrillRecord made;
    made.number = number;
    made.started = parse_moment("2026-03-01T21:10:00+08:00").value();
    made.questions = std::move(questions);
    return made;
}

/// Half covered: one point said, one missed.
QuestionResult half(const std::string& id) {
    return question(id, {point("said", Mark::Yes), point("missed", Mark::No)});
}

TEST_CASE("report: the takeaway is the miss of the worst answer, a verdict first", "[interview]") {
    const auto worst = question("b", {point("small", Mark::No), point("big", Mark::No, "verdict")});
    CHECK(report_on(drill(1, {half("a"), worst}), {}).takeaway ==
          "say \"big\" next time when asked \"front b\"");
    CHECK(report_on(drill(1, {question("a", {point("x", Mark::Yes)})}), {}).takeaway ==
          "no point was missed");
    CHECK(report_on(drill(1, {}), {}).takeaway == "nothing was answered this time");
}

TEST_CASE("report: only what the person confirmed counts, and it says how much was not",
          "[interview]") {
    auto guessed = point("guessed", Mark::No);
    guessed.confirmed = false;
    const auto report =
        report_on(drill(1, {question("a", {point("said", Mark::Yes), guessed})}), {});
    CHECK(report.totals.coverage == 1.0);
    CHECK(report.totals.points == 1);
    CHECK(report.totals.unconfirmed == 1);
    CHECK(report.takeaway == "1 point was left undecided: hold your answer against it");
    CHECK(to_markdown(report).find("1 point was not confirmed and does not count") !=
          std::string::npos);
    CHECK(to_html(report).find("1 point was not confirmed and does not count") !=
          std::string::npos);
}

TEST_CASE("report: a point is shown by what it says, a difference with both texts", "[interview]") {
    auto differs = point("Action", Mark::No);
    differs.point.detail = "I made a swap board that everyone could see";
    differs.hint.difference = Difference{DifferenceKind::Roles, "I made a swap board", "they did"};
    const auto report = report_on(drill(1, {question("a", {differs})}), {});
    const auto text = to_markdown(report);
    CHECK(text.find("Action: I made a swap board that everyone could see") != std::string::npos);
    CHECK(text.find("you said \"they did\", the note says \"I made a swap board\"") !=
          std::string::npos);
    CHECK(report.takeaway.find("swap board") != std::string::npos);
}

TEST_CASE("report: trends are of questions asked for the first time", "[interview]") {
    auto again = question("b", {point("x", Mark::Yes)});
    again.first_time = false;
    CHECK(first_time_coverage(drill(1, {half("a"), again})) == 0.5);
    CHECK_FALSE(first_time_coverage(drill(1, {again})));
}

TEST_CASE("report: what is missed in two interviews recurs", "[interview]") {
    const auto report = report_on(drill(2, {half("a"), half("b")}), {drill(1, {half("a")})});
    REQUIRE(report.recurring.size() == 1);
    CHECK(report.recurring[0].title == "missed");
    CHECK(report.recurring[0].drills == 2);
    CHECK(report.previous == 0.5);
}

TEST_CASE("report: calibration waits for ten answers, readiness for three interviews",
          "[interview]") {
    std::vector<DrillRecord> earlier;
    for (int i = 1; i < 3; ++i) {
        const auto report = report_on(drill(i, {half("a"), half("b"), half("c")}), earlier);
        CHECK_FALSE(report.calibration);
        CHECK(report.readiness.empty());
        earlier.push_back(report.drill);
    }
    std::vector<QuestionResult> four{half("a"), half("b"), half("c"), half("d")};
    const auto report = report_on(drill(3, four), earlier);
    REQUIRE(report.calibration);
    CHECK(report.calibration->answers == 10);
    CHECK(report.calibration->bias == Approx(0.25));
    CHECK(report.readiness == "not yet");
    CHECK(report.trend == std::vector<double>{0.5, 0.5, 0.5});
}

TEST_CASE("report: text of notes cannot break out of the page", "[interview]") {
    const auto report = report_on(drill(1, {question("<script>", {point("a|b", Mark::No)})}), {});
    const auto html = to_html(report);
    CHECK(html.find("<script>") == std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
    CHECK(to_markdown(report).find("a\\|b") != std::string::npos);
}

TEST_CASE("report: comparing names what was gained and lost", "[interview]") {
    const auto before = drill(1, {half("a")});
    const auto after =
        drill(2, {question("a", {point("said", Mark::No), point("missed", Mark::Yes)})});
    const auto result = compare(before, after);
    CHECK(result.gained == std::vector<std::string>{"missed"});
    CHECK(result.lost == std::vector<std::string>{"said"});
}

TEST_CASE("profile: what makes no sense is named", "[interview]") {
    Profile profile;
    profile.name = "字节-1";
    CHECK(problems_of(profile).empty());
    profile.name = "../x";
    profile.language = "fr";
    profile.retention = 1.5;
    CHECK(problems_of(profile).size() == 3);
}

}  // namespace
}  // namespace wengu
