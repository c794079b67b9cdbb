#include "core/html.h"
#include "core/message.h"
#include "core/text.h"
#include "interview/report.h"

#include <fmt/format.h>

namespace wengu {
namespace {

constexpr std::string_view kStyle = R"(
:root{--yes:#1a7f37;--half:#9a6700;--no:#b42318;--bar:#3b6fb6}
@media(prefers-color-scheme:dark){:root{--yes:#4ac26b;--half:#d4a72c;--no:#f2786b;--bar:#7aa7e0}}
body{max-width:46rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid var(--line)}h3{font-size:1.05rem}
.takeaway{font-size:1.15rem;font-weight:600}
td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
ul.points{list-style:none;padding:0}.yes::before{content:"\2713  ";color:var(--yes)}.half::before{content:"~  ";color:var(--half)}.no::before{content:"\2717  ";color:var(--no)}
blockquote,pre{border-left:3px solid var(--line);margin:.5rem 0;padding:0 1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
svg text{fill:var(--fg);font-size:12px}svg .bar{fill:var(--bar)}svg .axis{stroke:var(--line)}
@media print{details{display:block}details>summary{display:none}}
)";

/// Bars from 0 to 100 %, one a value, with its number above it.
std::string bars(const std::vector<double>& values, std::string_view title) {
    constexpr int kStep = 64;
    constexpr int kHeight = 120;
    const int width = kStep * static_cast<int>(values.size()) + 20;
    std::string svg = fmt::format(
        "<svg role=\"img\" aria-label=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\">",
        escaped_html(title), width, kHeight + 40, width, kHeight + 40);
    svg += fmt::format("<line class=\"axis\" x1=\"0\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\"/>",
                       kHeight + 20, width);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int height = static_cast<int>(values[i] * kHeight);
        const int x = static_cast<int>(i) * kStep + 16;
        svg += fmt::format("<rect class=\"bar\" x=\"{}\" y=\"{}\" width=\"32\" height=\"{}\"/>", x,
                           kHeight + 20 - height, height);
        svg += fmt::format("<text x=\"{}\" y=\"{}\">{}</text>", x, kHeight + 14 - height,
                           percent(values[i]));
    }
    return svg + "</svg>\n";
}

std::string_view class_of(Mark mark) {
    return mark == Mark::Yes ? "yes" : mark == Mark::No ? "no" : "half";
}

/// Small print: a paragraph of its own, parts apart by dots; empty parts are left out.
std::string small_print(const std::vector<std::string>& parts) {
    std::string line;
    for (const auto& part : parts) {
        if (!part.empty()) line += (line.empty() ? "" : " &middot; ") + escaped_html(part);
    }
    return line.empty() ? line : fmt::format("<p class=\"dim\">{}</p>\n", line);
}

std::string quote(const char* label, std::string_view text) {
    if (trim(text).empty()) return {};
    return fmt::format("<p>{}:</p><blockquote>{}</blockquote>\n", label, escaped_html(text));
}

void add_html_point(std::string& html, const PointResult& point) {
    std::string note = decided_words(point);
    if (point.prompted) note += std::string{", "} + tr("only after the follow-up question");
    html += fmt::format("<li class=\"{}\">{} <span class=\"dim\">{}</span>", class_of(point.mark),
                        escaped_html(said_by(point.point)), escaped_html(note));
    if (point.mark != Mark::No && !point.hint.evidence.empty()) {
        html += fmt::format(
            "<br><span class=\"dim\">{}</span>",
            escaped_html(say("sentence {}: {}", point.hint.sentence, point.hint.evidence)));
    }
    if (const auto& difference = point.hint.difference) {
        html += fmt::format("<br><span class=\"dim\">{}</span>",
                            escaped_html(say("you said \"{}\", the note says \"{}\"",
                                             difference->said, difference->meant)));
    }
    html += "</li>\n";
}

void add_html_question(std::string& html, const QuestionResult& question) {
    html += fmt::format("<h3>{}{}</h3>\n", question.follow_up ? tr("follow-up: ") : "",
                        escaped_html(question.front));
    const auto named = [](const char* name, const std::string& value) {
        return fmt::format("{}: {}", name, value);
    };
    html += small_print({question.place,
                         named(tr("time"), fmt::format("{} / {}", clock_text(question.duration_ms),
                                                       clock_text(question.target_ms))),
                         fmt::format("{} {}", tr("begun after"), clock_text(question.latency_ms))});
    const auto predicted =
        question.predicted ? named(tr("your prediction"), fmt::format("{} %", *question.predicted))
                           : std::string{};
    html += small_print(
        {named(tr("covered"), percent(coverage_of(question))), predicted,
         question.grade ? named(tr("grade"), grade_name(question.grade)) : std::string{},
         question.schedule});
    html += small_print({sentence_of(question.remark)});
    html += "<ul class=\"points\">\n";
    for (const auto& point : question.points) add_html_point(html, point);
    html += "</ul>\n";
    if (question.spoken) html += small_print({tr("Answered aloud; there is no text.")});
    html += quote(tr("Your answer"), question.answer);
    html += quote(tr("Added when asked"), question.prompted);
    html += fmt::format("<details><summary>{}</summary><pre>{}</pre></details>\n",
                        tr("Standard answer"), escaped_html(question.back));
}

std::string row(const std::vector<std::string>& cells, const char* tag = "td") {
    std::string html = "<tr>";
    for (const auto& cell : cells) html += fmt::format("<{0}>{1}</{0}>", tag, escaped_html(cell));
    return html + "</tr>\n";
}

void add_head(std::string& html, const Report& report) {
    const auto& drill = report.drill;
    html += small_print({to_minutes(drill.started), clock_text(drill.duration_ms),
                         style_word(drill.style), drill.profile,
                         drill.days_to_interview
                             ? say_count("{} day to the interview", "{} days to the interview",
                                         *drill.days_to_interview)
                             : std::string{},
                         say("seed {}", drill.seed)});
}

void add_html_totals(std::string& html, const Report& report) {
    const auto& totals = report.totals;
    html +=
        fmt::format("<h2>{}</h2>\n<p>{}: {:.1f}/{} ({})", tr("In numbers"), tr("points covered"),
                    totals.points_heard, totals.points, percent(totals.coverage));
    if (report.previous) {
        html += fmt::format("; {}: {}", tr("the time before"), percent(report.previous));
    }
    html += "</p>\n";
    if (totals.unconfirmed > 0) html += small_print({unconfirmed_words(totals)});
    html += "<p>";
    for (int grade = 1; grade <= 4; ++grade) {
        html += fmt::format("{}{} {}", grade > 1 ? " &middot; " : "",
                            grade_name(static_cast<Grade>(grade)), totals.graded[grade]);
    }
    html += "</p>\n";
    if (totals.overtime > 0) {
        html += small_print({say_count("{} answer was far over time",
                                       "{} answers were far over time", totals.overtime)});
    }
    if (totals.mean_predicted) {
        html += small_print(
            {say("your estimate {}, confirmed coverage {}", percent(totals.mean_predicted),
                 percent(*totals.mean_predicted - *totals.bias))});
    }
    if (!report.readiness.empty()) {
        html += fmt::format("<p>{}: {}</p>\n", tr("ready for the interview?"),
                            escaped_html(report.readiness));
    }
    if (report.trend.size() > 1) {
        const auto caption = tr("questions asked for the first time, session by session");
        html += fmt::format("<p class=\"dim\">{}</p>\n{}", caption, bars(report.trend, caption));
    }
}

void add_recurring(std::string& html, const std::vector<RecurringMiss>& recurring) {
    if (recurring.empty()) return;
    html += fmt::format("<h2>{}</h2>\n<table>\n", tr("Missed again and again"));
    for (const auto& miss : recurring) {
        html += row({miss.title, std::to_string(miss.drills), miss.front});
    }
    html += "</table>\n";
}

void add_html_calibration(std::string& html, const Calibration& calibration) {
    html += fmt::format("<h2>{}</h2>\n", tr("How well you know what you know"));
    html += small_print(
        {say("{} answers, bias {:+.0f} points, mean error {:.0f} points", calibration.answers,
             calibration.bias * 100, calibration.mean_error * 100)});
    html += "<table>\n" +
            row({tr("predicted"), tr("answers"), tr("mean prediction"), tr("confirmed coverage")},
                "th");
    for (const auto& band : calibration.bands) {
        if (band.answers == 0) continue;
        html += row({band.band, std::to_string(band.answers), percent(band.predicted),
                     percent(band.actual)});
    }
    html += "</table>\n";
}

void add_topics(std::string& html, const std::map<std::string, Totals>& topics) {
    html += fmt::format("<h2>{}</h2>\n<table>\n", tr("By topic"));
    html += row({tr("topic"), tr("questions"), tr("covered")}, "th");
    for (const auto& [topic, totals] : topics) {
        html += row({topic, std::to_string(totals.questions + totals.follow_ups),
                     percent(totals.coverage)});
    }
    html += "</table>\n";
}

}  // namespace

std::string to_html(const Report& report) {
    const auto title = say("Mock interview {}", report.drill.number);
    std::string html = html_begin(tr("en"), title, kStyle);
    html += fmt::format("<h1>{}</h1>\n<p class=\"takeaway\">{}</p>\n", escaped_html(title),
                        escaped_html(report.takeaway));
    add_head(html, report);
    add_html_totals(html, report);
    html += fmt::format("<h2>{}</h2>\n", tr("Questions"));
    for (const auto& question : report.drill.questions) add_html_question(html, question);
    add_recurring(html, report.recurring);
    if (report.calibration) add_html_calibration(html, *report.calibration);
    add_topics(html, report.topics);
    html += fmt::format("<h2>{}</h2>\n<ul>\n", tr("Next time"));
    for (const auto& step : report.next) {
        html += fmt::format("<li><code>{}</code></li>\n", escaped_html(step));
    }
    return html + "</ul>\n" + html_end();
}

}  // namespace wengu
