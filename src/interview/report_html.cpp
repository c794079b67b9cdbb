#include "core/message.h"
#include "core/text.h"
#include "interview/report.h"

#include <fmt/format.h>

namespace wengu {
namespace {

constexpr const char* kStyle = R"(
:root{color-scheme:light dark;--bg:#fff;--fg:#1c1c1e;--dim:#6b6b70;--line:#d8d8dc;--yes:#1a7f37;--half:#9a6700;--no:#b42318;--bar:#3b6fb6}
@media(prefers-color-scheme:dark){:root{--bg:#161618;--fg:#e8e8ea;--dim:#9a9aa0;--line:#3a3a3e;--yes:#4ac26b;--half:#d4a72c;--no:#f2786b;--bar:#7aa7e0}}
body{background:var(--bg);color:var(--fg);font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid var(--line)}h3{font-size:1.05rem}
.takeaway{font-size:1.15rem;font-weight:600}.dim{color:var(--dim)}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
ul.points{list-style:none;padding:0}.yes::before{content:"\2713  ";color:var(--yes)}.half::before{content:"~  ";color:var(--half)}.no::before{content:"\2717  ";color:var(--no)}
blockquote,pre{border-left:3px solid var(--line);margin:.5rem 0;padding:0 1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
svg text{fill:var(--fg);font-size:12px}svg .bar{fill:var(--bar)}svg .axis{stroke:var(--line)}
@media print{body{max-width:none;margin:0}details{display:block}details>summary{display:none}}
)";

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            default: result += c;
        }
    }
    return result;
}

/// Bars from 0 to 100 %, one a value, with its number above it.
std::string bars(const std::vector<double>& values, std::string_view title) {
    constexpr int kStep = 64;
    constexpr int kHeight = 120;
    const int width = kStep * static_cast<int>(values.size()) + 20;
    std::string svg = fmt::format(
        "<svg role=\"img\" aria-label=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\">",
        escaped(title), width, kHeight + 40, width, kHeight + 40);
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

void add_question(std::string& html, const QuestionResult& question) {
    html += fmt::format("<h3>{}{}</h3>\n", question.follow_up ? tr("follow-up: ") : "",
                        escaped(question.front));
    html +=
        fmt::format("<p class=\"dim\">{} &middot; {} / {} &middot; {} {}", escaped(question.place),
                    clock_text(question.duration_ms), clock_text(question.target_ms), tr("covered"),
                    percent(coverage_of(question)));
    if (question.predicted) {
        html += fmt::format(" &middot; {} {} %", tr("your prediction"), *question.predicted);
    }
    html += "</p>\n";
    if (!question.schedule.empty()) {
        html += fmt::format("<p class=\"dim\">{}</p>\n", escaped(question.schedule));
    }
    html += "<ul class=\"points\">\n";
    for (const auto& point : question.points) {
        html += fmt::format("<li class=\"{}\">{} <span class=\"dim\">{}</span>",
                            class_of(point.mark), escaped(point.point.title),
                            point.by_person ? tr("decided by you") : tr("a hint"));
        if (point.mark != Mark::No && !point.hint.evidence.empty()) {
            html += fmt::format(
                "<br><span class=\"dim\">{}</span>",
                escaped(say("sentence {}: {}", point.hint.sentence, point.hint.evidence)));
        }
        html += "</li>\n";
    }
    html += "</ul>\n";
    if (!trim(question.answer).empty()) {
        html += fmt::format("<p>{}:</p><blockquote>{}</blockquote>\n", tr("Your answer"),
                            escaped(question.answer));
    }
    html += fmt::format("<details><summary>{}</summary><pre>{}</pre></details>\n",
                        tr("Standard answer"), escaped(question.back));
}

}  // namespace

std::string to_html(const Report& report) {
    const auto& drill = report.drill;
    const auto title = say("Mock interview {}", drill.number);
    std::string html = fmt::format(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>{}</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width\"><style>{}</style></head>\n<body>\n",
        escaped(title), kStyle);
    html += fmt::format("<h1>{}</h1>\n<p class=\"takeaway\">{}</p>\n", escaped(title),
                        escaped(report.takeaway));
    html += fmt::format("<p class=\"dim\">{} &middot; {} &middot; {} &middot; {}</p>\n",
                        to_string(drill.started), clock_text(drill.duration_ms),
                        name_of(drill.style), escaped(say("seed {}", drill.seed)));
    html += fmt::format("<h2>{}</h2>\n<p>{}: {:.1f}/{} ({})</p>\n", tr("In numbers"),
                        tr("points covered"), report.totals.points_heard, report.totals.points,
                        percent(report.totals.coverage));
    if (report.trend.size() > 1) {
        const auto caption = tr("questions asked for the first time, session by session");
        html += fmt::format("<p class=\"dim\">{}</p>\n{}", caption, bars(report.trend, caption));
    }
    html += fmt::format("<h2>{}</h2>\n", tr("Questions"));
    for (const auto& question : drill.questions) add_question(html, question);
    if (!report.recurring.empty()) {
        html += fmt::format("<h2>{}</h2>\n<table>\n", tr("Missed again and again"));
        for (const auto& miss : report.recurring) {
            html += fmt::format("<tr><td>{}</td><td>{}</td><td class=\"dim\">{}</td></tr>\n",
                                escaped(miss.title), miss.drills, escaped(miss.front));
        }
        html += "</table>\n";
    }
    if (report.calibration) {
        html += fmt::format("<h2>{}</h2>\n<table>\n", tr("How well you know what you know"));
        for (const auto& band : report.calibration->bands) {
            if (band.answers == 0) continue;
            html +=
                fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", band.band,
                            band.answers, percent(band.predicted), percent(band.actual));
        }
        html += "</table>\n";
    }
    html += fmt::format("<h2>{}</h2>\n<table>\n", tr("By topic"));
    for (const auto& [topic, totals] : report.topics) {
        html += fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", escaped(topic),
                            percent(totals.coverage));
    }
    html += fmt::format("</table>\n<h2>{}</h2>\n<ul>\n", tr("Next time"));
    for (const auto& step : report.next)
        html += fmt::format("<li><code>{}</code></li>\n", escaped(step));
    return html + "</ul>\n</body></html>\n";
}

}  // namespace wengu
