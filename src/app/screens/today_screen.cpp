#include "app/screens/today_screen.h"

#include "app/screens/columns.h"
#include "app/screens/words.h"
#include "core/message.h"
#include "term/wrap.h"

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

/// A label in its column and what it says; `right` moves to a line of its own
/// when both do not fit.
void add_row(Lines& lines, const char* label, const Line& left, const Line& right,
             const ScreenOptions& options) {
    const int column = label_column(options.widths);
    const Line rest{std::string(static_cast<std::size_t>(column), ' ')};
    Line first{label, Role::Title};
    first.fill_to(column, options.widths);
    const Line whole = justified(Line{first}.add(left), right, options.page(), options.widths);
    const bool fits = whole.width(options.widths) <= options.page();
    if (fits && whole.text().ends_with(right.text())) {
        lines.push_back(whole);
        return;
    }
    append(lines,
           wrapped(left, {.width = options.page(), .first = first, .rest = rest}, options.widths));
    if (right.empty()) return;
    append(lines,
           wrapped(right, {.width = options.page(), .first = rest, .rest = rest}, options.widths));
}

Line due_words(const TodayView& view) {
    Line line;
    if (view.due == 0 && view.new_cards == 0) {
        line.add(view.done > 0 ? tr("all done for today") : tr("nothing is due"), Role::Good);
        if (!view.next.empty()) line.add("   ").add(view.next);
        return line;
    }
    line.add(say("{} due", view.due)).add("   ").add(say("{} new", view.new_cards));
    if (view.minutes > 0) line.add("   ").add(say("about {} min", view.minutes));
    return line;
}

Line drill_words(const TodayView& view) {
    Line line;
    if (view.drills_goal > 0) {
        line.add(say("{} of {} this week", view.drills, view.drills_goal));
    } else {
        line.add(say_count("{} this week", "{} this week", view.drills));
    }
    if (view.last_drill < 0) return line;
    line.add("   ").add(say("last {}", percent_words(view.last_drill)));
    const auto change = std::lround(view.drill_change * 100);
    if (change != 0) {
        line.add(fmt::format(" ({:+})", change), change > 0 ? Role::Good : Role::Warn);
    }
    return line;
}

std::string drill_advice_words(const TodayView& view) {
    if (view.drill_reason.empty()) return {};
    return say("one today: {}", view.drill_reason);
}

Line readiness_words(const TodayView& view) {
    const bool enough = view.readiness >= view.goal;
    Line line{say("predicted recall {}", percent_words(view.readiness)),
              enough ? Role::Good : Role::Warn};
    return line.add(say(", goal {}", percent_words(view.goal)));
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
    return in_columns(
        {{.head = tr("Weakest topics"), .least = 12},
         {.head = tr("mastery"), .right = true},
         {.head = tr("due"), .right = true},
         {.head = tr("missed in the last interview"), .keep = 1, .least = 16, .role = Role::Hint}},
        std::move(rows), options.page(), options.widths);
}

Line title(const TodayView& view) {
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

Picture today_picture(const TodayView& view, const ScreenOptions& options) {
    Lines body;
    if (view.cards == 0) {
        append(body, page_text(Line{tr("There are no cards yet.")}, options));
        append(body, page_text(Line{tr("wengu import NOTES makes cards of your notes")}, options));
    } else {
        add_row(body, tr("Review"), due_words(view), streak(view.streak_days), options);
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
    return framed({.title = title(view),
                   .status = interview_words(view),
                   .body = body,
                   .footer = {today_hints(view, options)}},
                  options);
}

std::string today_words(const TodayView& view) {
    Lines lines{title(view)};
    if (view.cards == 0) {
        lines.emplace_back(tr("There are no cards yet."));
        lines.emplace_back(tr("wengu import NOTES makes cards of your notes"));
        return to_text(lines);
    }
    const auto sentence = [&lines](const char* label, const Line& text) {
        if (!text.empty()) lines.push_back(Line{std::string{label} + ": "}.add(text));
    };
    sentence(tr("Review"), due_words(view));
    sentence(tr("Interview"), with_advice(drill_words(view), drill_advice_words(view)));
    sentence(tr("Prepared for"), interview_words(view));
    if (view.readiness >= 0) {
        sentence(tr("On the day"), with_advice(readiness_words(view), view.advice));
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
