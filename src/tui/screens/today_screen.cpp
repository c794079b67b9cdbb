#include "tui/screens/today_screen.h"

#include "core/message.h"
#include "term/wrap.h"
#include "tui/screens/columns.h"
#include "tui/screens/words.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

using Lines = std::vector<Line>;

constexpr std::size_t kMostTopics = 9;  ///< One digit key each.

/// Cells of the longest label and the blanks behind it.
int label_column(const Widths& widths) {
    int cells = 0;
    for (const char* label : {tr("Review"), tr("Interview"), tr("On the day")}) {
        cells = std::max(cells, widths.of(label));
    }
    return cells + 2;
}

/// A label in its column and what it says, an item whole where it fits; `right` at the end of
/// the line if there is room.
void add_row(Lines& lines, const char* label, Lines items, const Line& right,
             const ScreenOptions& options) {
    const int column = label_column(options.widths);
    const Line rest{std::string(static_cast<std::size_t>(column), ' ')};
    Line first{label, Role::Title};
    first.fill_to(column, options.widths);
    const int room = options.page() - column;
    auto rows = flowed(items, 3, room, options.widths);
    const int used = column + rows.front().width(options.widths);
    if (rows.size() == 1 && used + right.width(options.widths) + 2 <= options.page()) {
        lines.push_back(
            justified(Line{first}.add(rows.front()), right, options.page(), options.widths));
        return;
    }
    items.push_back(right);
    for (const auto& row : flowed(items, 3, room, options.widths)) {
        append(lines, wrapped(row, {.width = options.page(), .first = first, .rest = rest},
                              options.widths));
        first = rest;
    }
}

/// Items as one line.
Line joined(const Lines& items) {
    Line line;
    for (const auto& item : items) {
        if (!line.empty() && !item.empty()) line.add("   ");
        line.add(item);
    }
    return line;
}

Lines today_due_words(const TodayView& view) {
    if (view.due == 0 && view.new_cards == 0) {
        return {Line{view.done > 0 ? tr("all done for today") : tr("nothing is due"), Role::Good},
                Line{view.next}};
    }
    Lines items{Line{say("{} due", view.due)}, Line{say("{} new", view.new_cards)}};
    if (view.minutes > 0) items.emplace_back(say("about {} min", view.minutes));
    return items;
}

Lines drill_words(const TodayView& view) {
    Lines items;
    if (view.drills_goal > 0) {
        items.emplace_back(say("{} of {} this week", view.drills, view.drills_goal));
    } else {
        items.emplace_back(say_count("{} this week", "{} this week", view.drills));
    }
    if (view.last_drill < 0) return items;
    Line line{say("last {}", percent_words(view.last_drill))};
    const auto change = std::lround(view.drill_change * 100);
    if (change != 0) {
        line.add(fmt::format(" ({:+})", change), change > 0 ? Role::Good : Role::Warn);
    }
    items.push_back(std::move(line));
    return items;
}

std::string drill_advice_words(const TodayView& view) {
    if (view.drill_reason.empty()) return {};
    return say("one today: {}", view.drill_reason);
}

Lines readiness_words(const TodayView& view) {
    const bool enough = view.readiness >= view.goal;
    return {Line{say("predicted recall {}", percent_words(view.readiness)),
                 enough ? Role::Good : Role::Warn},
            Line{say("goal {}", percent_words(view.goal))}};
}

Line with_advice(Line line, const std::string& advice) {
    if (!advice.empty()) line.add("; ").add(advice);
    return line;
}

Line interview_words(const TodayView& view) {
    if (view.profile.empty()) return {};
    Line line{view.profile};
    if (view.interview_day) {
        line.add(" ").add(day_words(*view.interview_day, view.today), Role::Title);
        line.add(fmt::format(" ({})", date_words(*view.interview_day)));
    }
    return line;
}

Lines topic_lines(const TodayView& view, const ScreenOptions& options) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < std::min(view.topics.size(), kMostTopics); ++i) {
        const auto& topic = view.topics[i];
        rows.push_back({fmt::format("{} {}", i + 1, topic.name), percent_words(topic.mastery),
                        std::to_string(topic.due), topic.missed});
    }
    std::vector<Column> columns{{.head = tr("Weakest topics"), .least = 12},
                                {.head = tr("mastery"), .right = true},
                                {.head = tr("due"), .right = true}};
    const bool any_missed =
        std::ranges::any_of(rows, [](const auto& row) { return !row.back().empty(); });
    if (any_missed) {
        columns.push_back({.head = tr("missed in the last interview"),
                           .keep = 1,
                           .least = 16,
                           .role = Role::Hint});
    } else {
        for (auto& row : rows) row.pop_back();
    }
    return in_columns(std::move(columns), std::move(rows), options.page(), options.widths);
}

Line today_title(const TodayView& view) {
    return Line{tr("Today"), Role::Title}.add(
        fmt::format(" {} {}", date_words(view.today), weekday_word(view.today)));
}

Line streak(int days) {
    return days > 1 ? Line{say_count("{} day in a row", "{} days in a row", days), Role::Good}
                    : Line{};
}

Line today_hints(const TodayView& view, const ScreenOptions& options) {
    if (!view.notice.empty())
        return clipped(Line{view.notice, Role::Warn}, options.page(), options.widths);
    std::vector<Line> hints;
    if (view.due + view.new_cards > 0) {
        hints.push_back(key_hint(options, Intent::StartReview, tr("review")));
    }
    hints.push_back(key_hint(options, Intent::StartDrill, tr("mock interview")));
    const auto topics = std::min(view.topics.size(), kMostTopics);
    if (topics > 0) {
        const auto keys = topics == 1 ? std::string{"1"} : fmt::format("1-{}", topics);
        hints.push_back(Line{keys, Role::Key}.add(std::string{" "} + tr("that topic only")));
    }
    hints.push_back(key_hint(options, Intent::ShowStats, tr("statistics")));
    hints.push_back(key_hint(options, Intent::Search, tr("search")));
    hints.push_back(key_hint(options, Intent::Quit, tr("leave")));
    hints.push_back(key_hint(options, Intent::Help, tr("more")));
    return hint_line(hints, options);
}

}  // namespace

Frame today_frame(const TodayView& view, const ScreenOptions& options) {
    Lines body;
    if (view.cards == 0) {
        append(body, page_text(Line{tr("There are no cards yet.")}, options));
        append(body, page_text(Line{tr("wengu import NOTES makes cards of your notes")}, options));
    } else {
        add_row(body, tr("Review"), today_due_words(view), streak(view.streak_days), options);
        add_row(body, tr("Interview"), drill_words(view),
                Line{drill_advice_words(view), Role::Hint}, options);
        if (view.readiness >= 0) {
            add_row(body, tr("On the day"), readiness_words(view), Line{view.advice, Role::Hint},
                    options);
        }
        if (!view.past_interview.empty()) {
            append(body, page_text(Line{view.past_interview, Role::Hint}, options));
        }
        if (!view.topics.empty()) {
            body.emplace_back();
            append(body, topic_lines(view, options));
        }
    }
    return {.title = today_title(view),
            .status = interview_words(view),
            .body = std::move(body),
            .top = view.top,
            .footer = {today_hints(view, options)}};
}

Picture today_picture(const TodayView& view, const ScreenOptions& options) {
    return framed(today_frame(view, options), options);
}

std::string today_words(const TodayView& view) {
    Lines lines{today_title(view)};
    if (view.cards == 0) {
        lines.emplace_back(tr("There are no cards yet."));
        lines.emplace_back(tr("wengu import NOTES makes cards of your notes"));
        return to_text(lines);
    }
    const auto sentence = [&lines](const char* label, const Line& text) {
        if (!text.empty()) lines.push_back(Line{std::string{label} + ": "}.add(text));
    };
    sentence(tr("Review"), joined(today_due_words(view)));
    sentence(tr("Interview"), with_advice(joined(drill_words(view)), drill_advice_words(view)));
    sentence(tr("Prepared for"), interview_words(view));
    if (view.readiness >= 0) {
        sentence(tr("On the day"), with_advice(joined(readiness_words(view)), view.advice));
    }
    if (!view.past_interview.empty()) lines.emplace_back(view.past_interview);
    for (const auto& topic : view.topics) {
        Line line{say("Weak: {}, mastery {}, {} due", topic.name, percent_words(topic.mastery),
                      topic.due)};
        if (!topic.missed.empty()) line.add(say("; missed: {}", topic.missed));
        lines.push_back(std::move(line));
    }
    return to_text(lines);
}

}  // namespace wengu
