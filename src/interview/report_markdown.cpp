#include "core/message.h"
#include "core/text.h"
#include "interview/report.h"

#include <fmt/format.h>

namespace wengu {
namespace {

std::string box_of(Mark mark) {
    return mark == Mark::Yes      ? "[x]"
           : mark == Mark::Partly ? "[~]"
           : mark == Mark::Open   ? "[?]"
                                  : "[ ]";
}

std::string quoted(std::string_view text) {
    std::string result;
    for (const auto line : split_lines(text)) result += fmt::format("> {}\n", line);
    return result;
}

/// Text of notes inside a line of ours: no table cell may end early.
std::string in_line(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '|') result += '\\';
        result += c == '\n' || c == '\r' ? ' ' : c;
    }
    return result;
}

void add_markdown_totals(std::string& text, const Report& report) {
    const auto& totals = report.totals;
    text += fmt::format("## {}\n\n", tr("In numbers"));
    text += fmt::format("- {}: {:.1f}/{} ({})\n", tr("points covered"), totals.points_heard,
                        totals.points, percent(totals.coverage));
    if (totals.unconfirmed > 0) text += fmt::format("- {}\n", unconfirmed_words(totals));
    if (report.previous) {
        text += fmt::format("- {}: {}\n", tr("the time before"), percent(report.previous));
    }
    if (report.trend.size() > 1) {
        text += fmt::format("- {}:", tr("questions asked for the first time, session by session"));
        for (const double value : report.trend) text += " " + percent(value);
        text += "\n";
    }
    text += fmt::format("- {}: {} {}, {} {}, {} {}, {} {}\n", tr("grades"), tr("Again"),
                        totals.graded[1], tr("Hard"), totals.graded[2], tr("Good"),
                        totals.graded[3], tr("Easy"), totals.graded[4]);
    if (totals.overtime > 0) {
        text += fmt::format("- {}\n", say_count("{} answer was far over time",
                                                "{} answers were far over time", totals.overtime));
    }
    if (totals.mean_predicted) {
        text += fmt::format(
            "- {}\n", say("your estimate {}, confirmed coverage {}", percent(totals.mean_predicted),
                          percent(*totals.mean_predicted - *totals.bias)));
    }
    if (!report.readiness.empty()) {
        text += fmt::format("- {}: {}\n", tr("ready for the interview?"), report.readiness);
    }
    text += "\n";
}

void add_markdown_point(std::string& text, const PointResult& point) {
    text += fmt::format("- {} {}", box_of(point.mark), in_line(said_by(point.point)));
    text += fmt::format(" ({})", decided_words(point));
    if (point.prompted) text += fmt::format(", {}", tr("only after the follow-up question"));
    text += "\n";
    if (point.mark != Mark::No && !point.hint.evidence.empty()) {
        text += fmt::format(
            "  - {}\n", say("sentence {}: {}", point.hint.sentence, in_line(point.hint.evidence)));
    }
    if (const auto& difference = point.hint.difference) {
        text += fmt::format("  - {}\n", say("you said \"{}\", the note says \"{}\"",
                                            in_line(difference->said), in_line(difference->meant)));
    }
}

void add_markdown_question(std::string& text, const QuestionResult& question, int number) {
    text += fmt::format("### {}{} {}\n\n", question.follow_up ? tr("follow-up: ") : "", number,
                        in_line(question.front));
    text += fmt::format("- {}: {}\n", tr("where"), question.place);
    text += fmt::format("- {}: {} / {}", tr("time"), clock_text(question.duration_ms),
                        clock_text(question.target_ms));
    text += fmt::format(", {} {}\n", tr("begun after"), clock_text(question.latency_ms));
    if (question.predicted) {
        text += fmt::format("- {}: {} %\n", tr("your prediction"), *question.predicted);
    }
    text += fmt::format("- {}: {}, {}: {}\n", tr("covered"), percent(coverage_of(question)),
                        tr("grade"), grade_name(question.grade));
    if (!question.schedule.empty()) text += fmt::format("- {}\n", question.schedule);
    if (question.remark != Remark::None) {
        text += fmt::format("- {}\n", sentence_of(question.remark));
    }
    text += "\n";
    for (const auto& point : question.points) add_markdown_point(text, point);
    if (!question.points.empty()) text += "\n";
    if (question.spoken) text += fmt::format("{}\n\n", tr("Answered aloud; there is no text."));
    if (!trim(question.answer).empty()) {
        text += fmt::format("{}:\n\n{}\n", tr("Your answer"), quoted(question.answer));
    }
    if (!trim(question.prompted).empty()) {
        text += fmt::format("{}:\n\n{}\n", tr("Added when asked"), quoted(question.prompted));
    }
    text += fmt::format("<details><summary>{}</summary>\n\n{}\n\n</details>\n\n",
                        tr("Standard answer"), question.back);
}

void add_markdown_calibration(std::string& text, const Calibration& calibration) {
    text += fmt::format("## {}\n\n", tr("How well you know what you know"));
    text += fmt::format(
        "{}\n\n", say("{} answers, bias {:+.0f} points, mean error {:.0f} points",
                      calibration.answers, calibration.bias * 100, calibration.mean_error * 100));
    text += fmt::format("| {} | {} | {} | {} |\n|---|---|---|---|\n", tr("predicted"),
                        tr("answers"), tr("mean prediction"), tr("confirmed coverage"));
    for (const auto& band : calibration.bands) {
        if (band.answers == 0) continue;
        text += fmt::format("| {} | {} | {} | {} |\n", band.band, band.answers,
                            percent(band.predicted), percent(band.actual));
    }
    text += "\n";
}

}  // namespace

std::string to_markdown(const Report& report) {
    const auto& drill = report.drill;
    std::string text = fmt::format("# {}\n\n", say("Mock interview {}", drill.number));
    text += fmt::format("**{}**\n\n", report.takeaway);
    text += fmt::format("{}, {}, {}", to_minutes(drill.started), clock_text(drill.duration_ms),
                        style_word(drill.style));
    if (!drill.profile.empty()) text += fmt::format(", {}", drill.profile);
    if (drill.days_to_interview) {
        text += ", " + say_count("{} day to the interview", "{} days to the interview",
                                 *drill.days_to_interview);
    }
    text += fmt::format(", {}\n\n", say("seed {}", drill.seed));
    add_markdown_totals(text, report);
    text += fmt::format("## {}\n\n", tr("Questions"));
    int number = 0;
    for (const auto& question : drill.questions) {
        if (!question.follow_up) ++number;
        add_markdown_question(text, question, number);
    }
    if (!report.recurring.empty()) {
        text += fmt::format("## {}\n\n", tr("Missed again and again"));
        for (const auto& miss : report.recurring) {
            text += fmt::format("- {} ({}) - {}\n", in_line(miss.title), miss.drills,
                                in_line(miss.front));
        }
        text += "\n";
    }
    if (report.calibration) add_markdown_calibration(text, *report.calibration);
    text += fmt::format("## {}\n\n", tr("By topic"));
    text += fmt::format("| {} | {} | {} |\n|---|---|---|\n", tr("topic"), tr("questions"),
                        tr("covered"));
    for (const auto& [topic, totals] : report.topics) {
        text += fmt::format("| {} | {} | {} |\n", in_line(topic),
                            totals.questions + totals.follow_ups, percent(totals.coverage));
    }
    text += fmt::format("\n## {}\n\n", tr("Next time"));
    for (const auto& step : report.next) text += fmt::format("- `{}`\n", step);
    return text;
}

}  // namespace wengu
