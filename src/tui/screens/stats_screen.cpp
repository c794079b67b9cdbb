#include "tui/screens/stats_screen.h"

#include "core/message.h"
#include "tui/screens/columns.h"
#include "tui/screens/words.h"

#include <algorithm>
#include <numeric>

namespace wengu {
namespace {

using Lines = std::vector<Line>;
using std::chrono::days;

constexpr std::string_view kSteps = ".-+*#";
constexpr int kMostWeeks = 26;

/// One of five signs for a day; a blank for none.
char sign_for(int reviews, int most) {
    if (reviews <= 0) return ' ';
    const int step = (reviews * 5 - 1) / std::max(1, most);
    return kSteps[static_cast<std::size_t>(std::clamp(step, 0, 4))];
}

/// Monday is 0.
int weekday_index(Day day) {
    return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1;
}

Lines figures(const StatsView& view) {
    Lines lines;
    lines.push_back(Line{tr("Today"), Role::Hint}.add("   ").add(
        say_count("{} card, {} min", "{} cards, {} min", view.today_cards, view.today_minutes)));
    lines.push_back(Line{tr("Week"), Role::Hint}.add("   ").add(say_count(
        "{} card, {} a day", "{} cards, {} a day", view.week_cards, (view.week_cards + 3) / 7)));
    if (view.retention >= 0) {
        Line line{tr("Retention"), Role::Hint};
        line.add("   ").add(percent_words(view.retention),
                            view.retention >= view.goal - 0.03 ? Role::Good : Role::Warn);
        line.add(say(" (goal {})", percent_words(view.goal)));
        lines.push_back(std::move(line));
    }
    if (view.young >= 0 || view.mature >= 0) {
        lines.push_back(Line{
            say("young {}, mature {}", percent_words(view.young), percent_words(view.mature))});
    }
    if (view.streak_days > 1) {
        lines.emplace_back(say_count("{} day in a row", "{} days in a row", view.streak_days),
                           Role::Good);
    }
    if (view.minutes_total > 0) {
        lines.emplace_back(say("{} h in total", (view.minutes_total + 30) / 60));
    }
    return lines;
}

/// Two blocks side by side, or one below the other when they do not fit.
Lines side_by_side(const Lines& left, const Lines& right, const ScreenOptions& options) {
    int widest = 0;
    for (const auto& line : left) widest = std::max(widest, line.width(options.widths));
    int right_width = 0;
    for (const auto& line : right) right_width = std::max(right_width, line.width(options.widths));
    Lines lines = left;
    if (widest + 4 + right_width > options.text()) {
        lines.emplace_back();
        append(lines, right);
        return lines;
    }
    lines.resize(std::max(left.size(), right.size()));
    for (std::size_t i = 0; i < right.size(); ++i) {
        if (!right[i].empty()) lines[i].fill_to(widest + 4, options.widths).add(right[i]);
    }
    return lines;
}

/// "Sat Nov 21   22 ======" with a bar of at most `room` cells for `most` cards.
Line forecast_line(const StatsView& view, std::size_t index, int most, int room,
                   const Widths& widths) {
    const Day day = view.today + days{index};
    const int count = view.forecast[index];
    const auto bar = static_cast<std::size_t>((count * room + most - 1) / most);
    const auto date = fmt::format("{} {}", weekday_word(day), date_words(day));
    Line line{padded(date, 13, widths), Role::Hint};
    line.add(padded_left(std::to_string(count), 5, widths));
    if (bar > 0) line.add(" ").add(std::string(bar, '='), Role::Good);
    if (view.interview_day == day) line.add(" ").add(tr("interview"), Role::Warn);
    return line;
}

Lines forecast_lines(const StatsView& view, const ScreenOptions& options) {
    const int most = std::max(1, *std::max_element(view.forecast.begin(), view.forecast.end()));
    const bool two = options.text() >= 72 && view.forecast.size() > 7;
    const int room = std::clamp(options.text() / (two ? 2 : 1) - 30, 5, 40);
    const std::size_t half = two ? (view.forecast.size() + 1) / 2 : view.forecast.size();
    Lines left;
    Lines right;
    for (std::size_t i = 0; i < view.forecast.size(); ++i) {
        auto line = forecast_line(view, i, most, room, options.widths);
        (i < half ? left : right).push_back(std::move(line));
    }
    Lines lines{Line{say_count("Due in the next {} day", "Due in the next {} days",
                               static_cast<long long>(view.forecast.size())),
                     Role::Title}};
    append(lines, two ? side_by_side(left, right, options) : left);
    for (auto& line : lines) line = clipped(line, options.text(), options.widths);
    return lines;
}

Lines deck_lines(const StatsView& view, const ScreenOptions& options) {
    std::vector<std::vector<std::string>> rows;
    const bool readiness = std::any_of(view.decks.begin(), view.decks.end(),
                                       [](const auto& deck) { return deck.readiness >= 0; });
    std::vector<Column> columns{{.head = tr("deck"), .least = 12},
                                {.head = tr("cards"), .right = true},
                                {.head = tr("mastered"), .right = true},
                                {.head = tr("new/learning/known"), .right = true, .keep = 1},
                                {.head = tr("retention"), .right = true, .keep = 2}};
    if (readiness) columns.push_back({.head = tr("on the day"), .right = true, .keep = 3});
    for (const auto& deck : view.decks) {
        std::vector<std::string> row{
            deck.name, std::to_string(deck.cards), percent_words(deck.mastery),
            fmt::format("{}/{}/{}", deck.new_cards, deck.learning, deck.known),
            percent_words(deck.retention)};
        if (readiness) row.push_back(percent_words(deck.readiness));
        rows.push_back(std::move(row));
    }
    return in_columns(std::move(columns), std::move(rows), options.text(), options.widths);
}

Lines tag_lines(const StatsView& view, const ScreenOptions& options) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& tag : view.tags) {
        rows.push_back({tag.name, std::to_string(tag.cards), percent_words(tag.mastery)});
    }
    return in_columns({{.head = tr("weakest tags"), .least = 12},
                       {.head = tr("cards"), .right = true},
                       {.head = tr("mastery"), .right = true}},
                      std::move(rows), options.text(), options.widths);
}

Lines hardest_lines(const StatsView& view, const ScreenOptions& options) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& card : view.hardest) {
        rows.push_back({sanitised(card.front), card.deck, std::to_string(card.lapses),
                        percent_words(card.mastery)});
    }
    return in_columns({{.head = tr("hardest cards"), .least = 16},
                       {.head = tr("deck"), .keep = 1, .least = 10, .role = Role::Dim},
                       {.head = tr("forgotten"), .right = true},
                       {.head = tr("mastery"), .right = true, .keep = 2}},
                      std::move(rows), options.text(), options.widths);
}

/// The name of each month above its first week; the first week's own only if there is room.
Line month_line(Day monday, int weeks, const Widths& widths) {
    const auto month_of = [&](int week) {
        return std::chrono::year_month_day{monday + days{7 * week}}.month();
    };
    Line line;
    for (int week = 0; week < weeks; ++week) {
        if (week > 0 && month_of(week) == month_of(week - 1)) continue;
        const auto name = month_word(monday + days{7 * week});
        const int next = std::min(week + 2, weeks - 1);
        if (week == 0 && month_of(next) != month_of(0)) continue;
        const int missing = 5 + 2 * week - line.width(widths);
        line.add(std::string(static_cast<std::size_t>(std::max(0, missing)), ' '));
        line.add(name, Role::Hint);
    }
    return line;
}

}  // namespace

std::vector<Line> heat_map(const std::vector<int>& by_day, Day today, int weeks,
                           const Widths& widths) {
    const int most = by_day.empty() ? 0 : *std::max_element(by_day.begin(), by_day.end());
    const Day monday = today - days{weekday_index(today)} - days{7 * (weeks - 1)};
    Lines lines{month_line(monday, weeks, widths)};
    for (int weekday = 0; weekday < 7; ++weekday) {
        Line line{padded(weekday % 2 == 0 ? weekday_word(monday + days{weekday}) : "", 4, widths),
                  Role::Hint};
        std::string signs;
        for (int week = 0; week < weeks; ++week) {
            const auto back = (today - (monday + days{week * 7 + weekday})).count();
            const auto at = static_cast<long>(by_day.size()) - 1 - back;
            const bool known = back >= 0 && at >= 0;
            signs += ' ';
            signs += known ? sign_for(by_day[static_cast<std::size_t>(at)], most) : ' ';
        }
        lines.push_back(line.add(signs.substr(0, signs.find_last_not_of(' ') + 1), Role::Good));
    }
    Line steps{std::string(5, ' ')};
    steps.add(tr("few"), Role::Hint).add(" . - + * # ", Role::Good).add(tr("many"), Role::Hint);
    lines.push_back(std::move(steps));
    return lines;
}

Picture stats_picture(const StatsView& view, const ScreenOptions& options) {
    const int fitting = (options.text() - 4) / 2;
    const int recorded = static_cast<int>(view.reviews_by_day.size() + 6) / 7;
    const int weeks = std::clamp(std::min({fitting, recorded, kMostWeeks}), 1, kMostWeeks);
    Lines body = side_by_side(heat_map(view.reviews_by_day, view.today, weeks, options.widths),
                              figures(view), options);
    if (!view.decks.empty()) {
        body.emplace_back();
        append(body, deck_lines(view, options));
    }
    if (!view.forecast.empty()) {
        body.emplace_back();
        append(body, forecast_lines(view, options));
    }
    if (!view.tags.empty()) {
        body.emplace_back();
        append(body, tag_lines(view, options));
    }
    if (!view.hardest.empty()) {
        body.emplace_back();
        append(body, hardest_lines(view, options));
    }
    if (view.hard_cards > 0) {
        body.emplace_back();
        append(body,
               flowed({Line{say_count("{} card is forgotten again and again",
                                      "{} cards are forgotten again and again", view.hard_cards),
                            Role::Warn},
                       Line{"wengu list is:leech", Role::Key}},
                      3, options.text(), options.widths));
    }
    return framed({.title = Line{tr("Statistics"), Role::Title}.add("  ").add(
                       fmt::format("{} {}", view.scope, view.cards)),
                   .status = Line{say_count("last {} week", "last {} weeks", weeks)},
                   .body = indented(std::move(body), options.margin()),
                   .top = view.top,
                   .footer = {hint_line({key_hint(options, Intent::Quit, tr("back")),
                                         key_hint(options, Intent::Search, tr("search")),
                                         key_hint(options, Intent::Help, tr("more"))},
                                        options)}},
                  options);
}

std::string stats_words(const StatsView& view) {
    Lines lines{Line{fmt::format("{}: {} {}", tr("Statistics"), view.scope, view.cards)}};
    append(lines, figures(view));
    Line week{tr("Last 7 days")};
    const auto count = static_cast<long>(view.reviews_by_day.size());
    for (long i = std::max(0L, count - 7); i < count; ++i) {
        const Day day = view.today - days{count - 1 - i};
        week.add(fmt::format("{} {} {}", i == std::max(0L, count - 7) ? ":" : ",",
                             weekday_word(day), view.reviews_by_day[static_cast<std::size_t>(i)]));
    }
    if (count > 0) lines.push_back(std::move(week));
    if (!view.forecast.empty()) {
        const auto due = std::accumulate(view.forecast.begin(), view.forecast.end(), 0);
        lines.emplace_back(say("Due in the next {} days: {}", view.forecast.size(), due));
    }
    for (const auto& deck : view.decks) {
        lines.emplace_back(say("{}: {} cards, {} mastered, retention {}", deck.name, deck.cards,
                               percent_words(deck.mastery), percent_words(deck.retention)));
    }
    return to_text(lines);
}

}  // namespace wengu
