#include "tui/screens/card_screen.h"

#include "core/message.h"
#include "term/markdown_view.h"
#include "tui/screens/columns.h"
#include "tui/screens/topic.h"
#include "tui/screens/words.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

using Lines = std::vector<Line>;

constexpr int kAxis = 5;  ///< Cells of "100% " left of a chart.

std::string source_word(Source source) {
    switch (source) {
        case Source::Review: return tr("review");
        case Source::Drill: return tr("mock interview");
        case Source::Import: return tr("import");
        case Source::Cram: return tr("cramming");
    }
    return {};
}

std::string interval_words(int days) { return wait_words(std::chrono::days{days}); }

/// What the scheduler remembers, in the words of its algorithm.
std::string memory_words(const Schedule& schedule) {
    if (schedule.stability > 0) {
        return say("stability {:.1f} days, difficulty {:.1f}", schedule.stability,
                   schedule.difficulty);
    }
    return say("ease {:.2f}, {} in a row", schedule.ease / 100.0, schedule.streak);
}

Lines facts(const CardView& view) {
    Lines lines;
    const auto add = [&lines](const char* label, const std::string& text) {
        if (!text.empty()) lines.push_back(Line{std::string{label} + ": ", Role::Hint}.add(text));
    };
    const auto& schedule = view.schedule;
    const bool seen = schedule.phase != Phase::New;
    std::string tags;
    for (const auto& tag : view.tags) tags += (tags.empty() ? "" : " ") + tag;
    add(tr("Deck"), view.deck);
    add(tr("Source"), view.source);
    add(tr("Tags"), tags);
    add(tr("State"), view.state);
    if (seen) {
        add(tr("Next review"),
            fmt::format("{} ({})", to_string(schedule.due), day_words(schedule.due, view.today)));
        add(tr("Interval"), interval_words(schedule.interval_days));
        add(tr("Reviews"), std::to_string(schedule.reviews));
        if (schedule.lapses > 0) add(tr("Forgotten"), std::to_string(schedule.lapses));
        add(tr("Memory"), memory_words(schedule));
    }
    add(tr("Mastery"), percent_words(view.mastery));
    if (view.retrievability >= 0) add(tr("Recall now"), percent_words(view.retrievability));
    return lines;
}

Lines history_lines(const CardView& view, const ScreenOptions& options) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : view.history) {
        rows.push_back(
            {to_string(row.day), grade_word(row.grade), interval_words(row.interval_days),
             row.taken_ms > 0 ? clock_words(std::chrono::seconds{(row.taken_ms + 500) / 1000})
                              : std::string{},
             source_word(row.source) +
                 (row.counted ? "" : std::string{" "} + tr("(not counted)"))});
    }
    return in_columns({{.head = tr("day")},
                       {.head = tr("grade")},
                       {.head = tr("interval"), .right = true},
                       {.head = tr("time"), .right = true, .keep = 2},
                       {.head = tr("from"), .keep = 1, .least = 6}},
                      std::move(rows), options.text(), options.widths);
}

/// The lowest share that a chart of `curve` must show, down to a whole tenth.
double floor_of(const std::vector<double>& curve) {
    const double least = *std::min_element(curve.begin(), curve.end());
    return std::clamp(std::floor(least * 10) / 10, 0.0, 0.9);
}

}  // namespace

std::vector<Line> curve_lines(const std::vector<double>& curve, int rows, int width) {
    if (curve.size() < 2 || rows < 2) return {};
    const int columns = std::max(2, width - kAxis);
    const double floor = floor_of(curve);
    std::vector<std::string> grid(static_cast<std::size_t>(rows),
                                  std::string(static_cast<std::size_t>(columns), ' '));
    for (int x = 0; x < columns; ++x) {
        const auto day = static_cast<std::size_t>(std::lround(
            static_cast<double>(x) * static_cast<double>(curve.size() - 1) / (columns - 1)));
        const double height = (std::clamp(curve[day], floor, 1.0) - floor) / (1 - floor);
        const auto y = static_cast<std::size_t>(std::lround((1 - height) * (rows - 1)));
        grid[y][static_cast<std::size_t>(x)] = '*';
    }
    Lines lines;
    for (int y = 0; y < rows; ++y) {
        const double share = 1 - (1 - floor) * y / (rows - 1);
        const bool labelled = y == 0 || y == rows - 1;
        Line line{padded_left(labelled ? percent_words(share) : "", kAxis - 1, {}) + " ",
                  Role::Hint};
        const auto& row = grid[static_cast<std::size_t>(y)];
        lines.push_back(line.add(row.substr(0, row.find_last_not_of(' ') + 1), Role::Good));
    }
    const Line days{std::string(kAxis, ' ') + tr("today"), Role::Hint};
    const auto last = static_cast<long long>(curve.size() - 1);
    lines.push_back(justified(days, Line{say_count("in {} day", "in {} days", last), Role::Hint},
                              kAxis + columns, {}));
    return lines;
}

Picture card_picture(const CardView& view, const ScreenOptions& options) {
    Lines body =
        markdown_lines(view.front, {.width = options.text(), .overhang = 1}, options.widths);
    for (auto& line : body) line = line.in_role(Role::Title);
    body.emplace_back();
    append(body, flowed(facts(view), 4, options.text(), options.widths));
    if (!view.history.empty()) {
        body.emplace_back();
        append(body, history_lines(view, options));
    }
    const auto curve = curve_lines(view.curve, options.size.rows >= 20 ? 6 : 4, options.text());
    if (!curve.empty()) {
        body.emplace_back();
        body.emplace_back(tr("How recall will fade"), Role::Title);
        append(body, curve);
    }
    for (auto& line : body) line = clipped(line, options.text() + 1, options.widths);
    auto all = topic_lines(view.topic, options);
    append(all, indented(std::move(body), options.margin()));
    return framed({.title = Line{tr("Card"), Role::Title}.add("  " + view.id, Role::Dim),
                   .body = std::move(all),
                   .top = view.top,
                   .footer = {hint_line({key_hint(options, Intent::Quit, tr("back")),
                                         key_hint(options, Intent::Search, tr("search")),
                                         key_hint(options, Intent::Help, tr("more"))},
                                        options)}},
                  options);
}

std::string card_words(const CardView& view) {
    std::string text = view.topic.empty() ? "" : sanitised(view.topic) + "\n";
    text += to_text(markdown_lines(view.front, {.width = 1'000'000, .spoken = true}, {}));
    text += to_text(facts(view));
    for (const auto& row : view.history) {
        text += fmt::format("{}: {}, {} ({})\n", to_string(row.day), grade_word(row.grade),
                            interval_words(row.interval_days), source_word(row.source));
    }
    return text;
}

}  // namespace wengu
