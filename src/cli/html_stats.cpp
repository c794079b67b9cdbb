#include "cli/html_stats.h"

#include "core/html.h"
#include "core/message.h"
#include "tui/screens/words.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

using std::chrono::days;

/// Colours by role, once for light and once for dark; --h0 to --h4 are the steps of
/// the calendar.
constexpr std::string_view kStyle = R"(
:root{--card:#f6f8fa;--bar:#2f7d4f;
--new:#4a78b5;--warn:#a4540a;--h0:#ebedf0;--h1:#b7e0c2;--h2:#74c28c;--h3:#389a5c;--h4:#1d6a3a}
@media (prefers-color-scheme:dark){:root{--card:#1b2128;--bar:#56b37d;--new:#7aa7e0;--warn:#e0a05a;--h0:#22282f;--h1:#1f4a31;--h2:#2b7047;
--h3:#3f9b63;--h4:#74d69a}}
body{max-width:60rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:2.2rem 0 .7rem}
p{margin:.3rem 0}figcaption{color:var(--dim)}.dim,figcaption{font-size:.875rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1.3rem 0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem}
.tile b{display:block;font-size:1.45rem;font-weight:600;font-variant-numeric:tabular-nums}
figure{margin:0;overflow-x:auto}svg{display:block;max-width:100%;height:auto}
svg text{fill:var(--dim);font-size:11px}svg .mark{fill:var(--warn)}
.chart svg{min-width:38rem}.cal{direction:rtl}.cal svg{direction:ltr;max-width:none;margin-right:auto}
.scroll{overflow-x:auto}
.h0{fill:var(--h0)}.h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}.h4{fill:var(--h4)}
.bar{fill:var(--bar)}.new{fill:var(--new)}.axis{stroke:var(--line)}.back{fill:var(--h0)}
table{font-size:.94rem}
th{color:var(--dim);font-weight:500;text-align:left;white-space:nowrap}
td,th{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wrap{overflow-wrap:anywhere;min-width:7rem}.warn{color:var(--warn)}
td svg{width:7rem;min-width:4rem}@media (max-width:40rem){.m{display:none}}
.key i{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin:0 .3em 0 .9em}
@media print{:root{--card:#fff}body{max-width:none;font-size:11pt}h2{break-after:avoid}figure,tr,.tile{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

std::string tile(const std::string& figure, const std::string& what, bool warn = false) {
    return fmt::format("<div class=\"tile\"><b{}>{}</b><span class=\"dim\">{}</span></div>\n",
                       warn ? " class=\"warn\"" : "", escaped_html(figure), escaped_html(what));
}

std::string tiles(const Statistics& stats) {
    const auto& view = stats.view;
    std::string text = "<div class=\"tiles\">\n";
    text += tile(percent_words(view.retention),
                 say("true retention, goal {}", percent_words(view.goal)),
                 view.retention >= 0 && view.retention < view.goal - 0.03);
    text += tile(percent_words(view.young), tr("young cards (under 21 days)"));
    text += tile(percent_words(view.mature), tr("mature cards"));
    text += tile(std::to_string(view.today_cards), say("today, {} min", view.today_minutes));
    text += tile(std::to_string(view.week_cards), tr("in the last 7 days"));
    text += tile(std::to_string(view.streak_days), tr("days in a row"));
    if (stats.minutes_total >= 6) {
        text += tile(fmt::format("{:.1f}", stats.minutes_total / 60), tr("hours in the last year"));
    }
    return text + "</div>\n";
}

std::string heading(const std::string& text) { return "<h2>" + escaped_html(text) + "</h2>\n"; }

std::string note(const std::string& text) {
    return "<p class=\"dim\">" + escaped_html(text) + "</p>\n";
}

/// Step of the calendar, 0 for none.
int step_of(int count, int most) {
    return count <= 0 ? 0 : std::clamp((count * 4 + most - 1) / most, 1, 4);
}

int weekday_row(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1; }

/// Weeks as columns, a square for each day that says its date and count.
std::string calendar(const StatsView& view) {
    constexpr int kCell = 13;
    constexpr int kLeft = 34;
    constexpr int kTop = 18;
    const auto count = static_cast<int>(view.reviews_by_day.size());
    const Day first = view.today - days{count - 1};
    const Day monday = first - days{weekday_row(first)};
    const int weeks = static_cast<int>((view.today - monday).count()) / 7 + 1;
    const int most = std::max(1, *std::ranges::max_element(view.reviews_by_day));
    std::string cells;
    for (int i = 0; i < count; ++i) {
        const Day day = first + days{i};
        const int cards = view.reviews_by_day[static_cast<std::size_t>(i)];
        const int week = static_cast<int>((day - monday).count()) / 7;
        const int x = kLeft + week * kCell;
        if (std::chrono::year_month_day{day}.day() == std::chrono::day{1}) {
            cells +=
                fmt::format("<text x=\"{}\" y=\"11\">{}</text>", x, escaped_html(date_words(day)));
        }
        cells += fmt::format(
            "<rect class=\"h{}\" x=\"{}\" y=\"{}\" width=\"11\" height=\"11\" rx=\"2\"><title>{}: "
            "{}</title></rect>\n",
            step_of(cards, most), x, kTop + weekday_row(day) * kCell, to_string(day), cards);
    }
    for (const int row : {0, 2, 4, 6}) {
        cells += fmt::format("<text x=\"0\" y=\"{}\">{}</text>", kTop + row * kCell + 10,
                             escaped_html(weekday_word(monday + days{row})));
    }
    const int width = kLeft + weeks * kCell + 24;
    return fmt::format(
        "<figure class=\"cal\"><svg role=\"img\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" aria-label=\"{2}\">{3}</svg></figure>\n",
        width, kTop + 7 * kCell, escaped_html(tr("cards per day")), cells);
}

struct Column {
    Day day{};
    double lower = 0;     ///< Known cards.
    double upper = 0;     ///< New cards, on top of them.
    bool marked = false;  ///< The day of the interview.
};

/// A bar for each day, with the highest figure on the left and some dates below.
std::string bars(const std::vector<Column>& columns, const std::string& label) {
    constexpr double kHeight = 130;
    constexpr double kLeft = 40;
    constexpr double kWidth = 860;
    double most = 1;
    for (const auto& column : columns) most = std::max(most, column.lower + column.upper);
    const double room =
        (kWidth - kLeft) / static_cast<double>(std::max<std::size_t>(1, columns.size()));
    const double thick = std::min(room * 0.72, 26.0);
    std::string text;
    double x = kLeft;
    for (std::size_t i = 0; i < columns.size(); ++i, x += room) {
        const auto& column = columns[i];
        const double lower = column.lower / most * kHeight;
        const double upper = column.upper / most * kHeight;
        const auto bar = [&](const char* kind, double bottom, double height) {
            if (height <= 0) return;
            text += fmt::format(
                "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">"
                "<title>{}: {:.0f} + {:.0f}</title></rect>\n",
                kind, x, 12 + kHeight - bottom - height, thick, height, to_string(column.day),
                column.lower, column.upper);
        };
        bar("bar", 0, lower);
        bar("new", lower, upper);
        if (column.marked) {
            text += fmt::format("<text class=\"mark\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", x,
                                std::max(10.0, 8 + kHeight - lower - upper),
                                escaped_html(tr("interview")));
        }
        if (i % 5 == 0) {
            text += fmt::format("<text x=\"{:.1f}\" y=\"{}\">{}</text>", x, kHeight + 28,
                                escaped_html(date_words(column.day)));
        }
    }
    text += fmt::format("<text x=\"0\" y=\"20\">{:.0f}</text><text x=\"0\" y=\"{}\">0</text>", most,
                        kHeight + 12);
    text += fmt::format("<line class=\"axis\" x1=\"{0}\" x2=\"{1}\" y1=\"{2}\" y2=\"{2}\"/>", kLeft,
                        kWidth, kHeight + 12.5);
    return fmt::format(
        "<figure class=\"chart\"><svg role=\"img\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" aria-label=\"{2}\">{3}</svg><figcaption class=\"key\"><i "
        "style=\"background:var(--bar)\">"
        "</i>{4}<i style=\"background:var(--new)\"></i>{5}</figcaption></figure>\n",
        kWidth, kHeight + 36, escaped_html(label), text, escaped_html(tr("known cards")),
        escaped_html(tr("new cards")));
}

std::string forecast_chart(const Statistics& stats) {
    std::vector<Column> columns;
    double minutes = 0;
    for (const auto& day : stats.forecast) {
        columns.push_back(
            {day.day, day.reviews, day.new_cards, stats.view.interview_day == day.day});
        minutes += day.minutes;
    }
    if (columns.empty()) return {};
    const auto label =
        say_count("The next {} day", "The next {} days", static_cast<long long>(columns.size()));
    const auto each = std::lround(minutes / static_cast<double>(columns.size()));
    return heading(label) + bars(columns, label) +
           note(say("If you study every day: about {} minutes a day.", std::max(1L, each)));
}

std::string work_chart(const Statistics& stats) {
    constexpr int kDays = 30;
    std::vector<Column> columns;
    double taken_ms = 0;
    for (int i = kDays - 1; i >= 0; --i) {
        const Day day = stats.view.today - days{i};
        const auto work = std::ranges::find(stats.work, day, &store::DatedWork::day);
        columns.push_back({.day = day});
        if (work == stats.work.end()) continue;
        columns.back().lower = work->work.reviews + work->work.steps;
        columns.back().upper = work->work.new_cards;
        taken_ms += static_cast<double>(work->work.taken_ms);
    }
    const auto label = say_count("The last {} day", "The last {} days", kDays);
    const auto minutes = std::lround(taken_ms / 60000);
    return heading(label) + bars(columns, label) +
           (minutes > 0 ? note(say("{} minutes in all", minutes)) : "");
}

/// A share as a short bar.
std::string meter(double value) {
    const double filled = std::clamp(value, 0.0, 1.0) * 100;
    return fmt::format(
        "<svg viewBox=\"0 0 100 8\" height=\"8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        "<rect class=\"back\" width=\"100\" height=\"8\"/>"
        "<rect class=\"bar\" width=\"{:.0f}\" height=\"8\"/></svg>",
        filled);
}

std::string head_row(const std::vector<const char*>& names) {
    std::string row = "<thead><tr>";
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char* const kind = i == 0 ? "wrap" : std::string_view{names[i]}.empty() ? "m" : "n";
        row += fmt::format("<th class=\"{}\">{}</th>", kind, escaped_html(names[i]));
    }
    return row + "</tr></thead>\n";
}

std::string number(const std::string& text) { return "<td class=\"n\">" + text + "</td>"; }

std::string name_cell(const std::string& name) {
    return "<td class=\"wrap\">" + escaped_html(name) + "</td>";
}

std::string decks_table(const StatsView& view) {
    if (view.decks.empty()) return {};
    std::vector<const char*> heads{tr("deck"), tr("cards"),    tr("mastered"), "",
                                   tr("new"),  tr("learning"), tr("known"),    tr("retention")};
    if (view.interview_day) heads.push_back(tr("on the day"));
    std::string text = heading(tr("Decks")) + "<div class=\"scroll\"><table>" + head_row(heads);
    for (const auto& deck : view.decks) {
        text += "<tr>" + name_cell(deck.name) + number(std::to_string(deck.cards)) +
                number(percent_words(deck.mastery)) + "<td class=\"m\">" + meter(deck.mastery) +
                "</td>" + number(std::to_string(deck.new_cards)) +
                number(std::to_string(deck.learning)) + number(std::to_string(deck.known)) +
                number(percent_words(deck.retention)) +
                (view.interview_day ? number(percent_words(deck.readiness)) : "") + "</tr>\n";
    }
    return text + "</table></div>\n";
}

std::string tags_table(const Statistics& stats) {
    if (stats.tags.empty()) return {};
    std::string text = heading(tr("Tags, weakest first")) + "<div class=\"scroll\"><table>" +
                       head_row({tr("tag"), tr("cards"), tr("seen"), tr("mastery"), ""});
    for (const auto& tag : stats.tags) {
        text += "<tr>" + name_cell(tag.name) + number(std::to_string(tag.cards)) +
                number(std::to_string(tag.seen)) + number(percent_words(tag.mastery)) +
                "<td class=\"m\">" + meter(tag.mastery) + "</td></tr>\n";
    }
    return text + "</table></div>\n";
}

std::string question_cell(const HardCard& card) {
    if (card.topic.empty()) return name_cell(card.front);
    return "<td class=\"wrap\"><span class=\"dim\">" + escaped_html(card.topic) + "</span><br>" +
           escaped_html(card.front) + "</td>";
}

std::string hardest_table(const Statistics& stats) {
    if (stats.hardest.empty()) return {};
    std::string text = heading(tr("Hardest cards")) + "<div class=\"scroll\"><table>" +
                       head_row({tr("question"), tr("deck"), tr("forgotten"), tr("mastery")});
    for (const auto& card : stats.hardest) {
        text += "<tr>" + question_cell(card) + number(escaped_html(card.deck)) +
                number(std::to_string(card.lapses)) + number(percent_words(card.mastery)) +
                "</tr>\n";
    }
    return text + "</table></div>\n";
}

}  // namespace

std::string stats_html(const Statistics& stats) {
    const auto& view = stats.view;
    const auto title = say("wengu: statistics, {}", to_string(view.today));
    const auto basis = say_count("{} answer of the last {} days", "{} answers of the last {} days",
                                 stats.asked, kRetentionDays);
    return html_begin(tr("en"), title, kStyle) +
           fmt::format(
               "<h1>{}</h1>\n<p class=\"dim\">{} &middot; {} &middot; {}</p>\n{}{}{}{}{}{}{}{}",
               escaped_html(tr("Statistics")), to_string(view.today),
               escaped_html(fmt::format("{} {}", view.scope, view.cards)),
               escaped_html(say("retention from {}", basis)), tiles(stats), heading(tr("Calendar")),
               calendar(view), work_chart(stats), forecast_chart(stats), decks_table(view),
               tags_table(stats), hardest_table(stats)) +
           html_end();
}

}  // namespace wengu
