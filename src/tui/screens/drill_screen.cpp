#include "tui/screens/drill_screen.h"

#include "core/message.h"
#include "core/text.h"
#include "term/markdown_view.h"
#include "term/wrap.h"
#include "tui/screens/drill_words.h"
#include "tui/screens/topic.h"
#include "tui/screens/words.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

using Lines = std::vector<Line>;

constexpr int kEditorRows = 6;

Line hint(const char* text) { return Line{text, Role::Hint}; }

std::string clock(std::int64_t ms) {
    return clock_words(std::chrono::seconds{std::max<std::int64_t>(0, ms) / 1000});
}

Lines markdown(const std::string& text, const ScreenOptions& options) {
    return indented(markdown_lines(text, {.width = options.text(), .overhang = 1}, options.widths),
                    options.margin());
}

void add_text(Lines& lines, const Line& text, const ScreenOptions& options) {
    if (!lines.empty()) lines.emplace_back();
    append(lines, page_text(text, options));
}

Line status(const DrillView& view) {
    const auto& drill = *view.drill;
    Line line;
    const auto stage = drill.stage();
    if (stage == Stage::Prepare || stage == Stage::Answer) {
        const auto left = drill.left_ms(view.now);
        const auto planned =
            stage == Stage::Prepare ? drill.plan().prepare_ms : drill.plan().target_ms;
        const Role role = left < 0 ? Role::Warn : Role::Text;
        line.add(fmt::format("{} / {}", clock(planned - left), clock(planned)), role);
        line.add("   ");
    }
    return line.add(say("total {}", clock(view.total_ms)), Role::Dim);
}

Line title(const DrillView& view) {
    const auto& drill = *view.drill;
    if (drill.stage() == Stage::Plan || drill.stage() == Stage::Done) {
        return Line{tr("Mock interview"), Role::Title};
    }
    return Line{say("Mock interview {}/{}", drill.number(), drill.plan().questions.size()),
                Role::Title};
}

Lines question_lines(const DrillView& view, const ScreenOptions& options) {
    const auto& drill = *view.drill;
    const auto& question = drill.question();
    Lines lines;
    if (drill.current().follow_up) append(lines, page_text(hint(tr("follow-up")), options));
    if (!drill.current().hint_used || has_room_for_topic(options)) {
        append(lines, topic_lines(view.topic, options));
    }
    append(lines, markdown(question.asked(), options));
    const bool counted = drill.plan().style == DrillStyle::Calm && question.points.size() > 1;
    if (counted) {
        add_text(
            lines,
            Line{say_count("{} point", "{} points", static_cast<long long>(question.points.size())),
                 Role::Hint},
            options);
    }
    if (drill.current().hint_used) {
        add_text(lines, Line{short_place(question.place) + "  " + question.context, Role::Dim},
                 options);
    }
    return lines;
}

Lines plan_lines(const DrillView& view, const ScreenOptions& options) {
    const auto& plan = view.drill->plan();
    Lines lines;
    add_text(lines,
             Line{say_count("{} question, {}, {} each", "{} questions, {}, {} each",
                            static_cast<int>(plan.questions.size()), style_word(plan.style),
                            clock(plan.target_ms))},
             options);
    add_text(lines, hint(tr("Every answer is saved as you go; leaving loses nothing.")), options);
    return lines;
}

std::string marked_number(const PointResult& point, std::size_t number) {
    return fmt::format("{} {}  ", mark_text(point), number);
}

Lines back_lines(const DrillView& view, const ScreenOptions& options) {
    Lines lines = page_text(Line{tr("Standard answer"), Role::Title}, options);
    append(lines, markdown(view.drill->question().back, options));
    return lines;
}

/// Below the title of a point, further in.
Lines hint_lines(const std::vector<std::string>& texts, const ScreenOptions& options) {
    constexpr int kIn = 4;
    Lines lines;
    for (const auto& text : texts) {
        append(lines, wrapped(Line{text, Role::Dim}, {.width = options.text() - kIn, .overhang = 1},
                              options.widths));
    }
    return indented(std::move(lines), options.margin() + kIn);
}

/// The checklist, the standard answer below it, and where the chosen point stands.
struct Checklist {
    Lines lines;
    int point_first = 0;
    int point_last = 0;
};

Checklist checklist(const DrillView& view, const ScreenOptions& options) {
    const auto& drill = *view.drill;
    Checklist list;
    auto& lines = list.lines;
    if (has_room_for_topic(options)) lines = topic_lines(view.topic, options);
    append(lines, markdown(drill.question().asked(), options));
    if (drill.current().remark != Remark::None) {
        add_text(lines, Line{sentence_of(drill.current().remark), Role::Warn}, options);
    }
    lines.emplace_back();
    for (std::size_t i = 0; i < drill.current().points.size(); ++i) {
        const auto& point = drill.current().points[i];
        const bool here = i == view.point;
        if (here) list.point_first = static_cast<int>(lines.size());
        const Line caret{here ? "> " : "  ", Role::Key};
        const Role role = point.mark == Mark::Yes  ? Role::Good
                          : point.mark == Mark::No ? Role::Text
                                                   : Role::Warn;
        const Line mark{marked_number(point, i + 1), role};
        const Line first = Line{caret}.add(mark);
        const auto in = static_cast<std::size_t>(first.width(options.widths));
        const WrapOptions wrap{.width = options.text(),
                               .overhang = 1,
                               .first = first,
                               .rest = Line{std::string(in, ' ')}};
        append(lines, indented(wrapped(Line{point.point.title, role}, wrap, options.widths),
                               options.margin()));
        append(lines, hint_lines(hint_texts(point), options));
        if (here) append(lines, hint_lines(left_over_texts(drill.current(), point), options));
        if (here) list.point_last = static_cast<int>(lines.size()) - 1;
    }
    if (drill.current().points.empty()) {
        append(lines,
               page_text(hint(tr("This card has no points; judge by the answer.")), options));
    }
    lines.emplace_back();
    append(lines, back_lines(view, options));
    return list;
}

Lines follow_up_lines(const DrillView& view, const ScreenOptions& options) {
    Lines lines = page_text(hint(tr("A follow-up on the same matter:")), options);
    append(lines, topic_lines(view.topic, options));
    append(lines, markdown(view.drill->offered().asked(), options));
    return lines;
}

Lines return_lines(const DrillView& view, const ScreenOptions& options) {
    const auto& drill = *view.drill;
    Lines lines = page_text(hint(tr("What you missed comes back once:")), options);
    if (!view.show_back || has_room_for_topic(options)) {
        append(lines, topic_lines(view.topic, options));
    }
    append(lines, markdown(drill.question().asked(), options));
    add_text(lines, Line{say("Point {}?", drill.returning_number()), Role::Title}, options);
    if (view.show_back) {
        lines.emplace_back();
        append(lines, markdown(point_text(drill.returning().point), options));
    }
    return lines;
}

Lines body(const DrillView& view, const ScreenOptions& options) {
    switch (view.drill->stage()) {
        case Stage::Plan: return plan_lines(view, options);
        case Stage::Prepare:
        case Stage::Answer:
        case Stage::Predict:
        case Stage::Probe: {
            auto lines = question_lines(view, options);
            if (view.drill->stage() == Stage::Prepare) {
                add_text(lines, hint(tr("This is the time to prepare; Enter starts the answer.")),
                         options);
            }
            if (view.drill->stage() == Stage::Probe) {
                add_text(lines, Line{view.drill->probe(), Role::Title}, options);
            }
            return lines;
        }
        case Stage::Check:
            return view.show_back ? back_lines(view, options) : checklist(view, options).lines;
        case Stage::FollowUp: return follow_up_lines(view, options);
        case Stage::Return: return return_lines(view, options);
        case Stage::Done: return {};
    }
    return {};
}

/// The keys side by side, on as many lines as they need; on a small screen on one.
Lines hints(const std::vector<Line>& items, const ScreenOptions& options) {
    constexpr int kGap = 3;
    constexpr int kSmall = 16;  // rows; below, the page matters more than every key
    if (options.size.rows < kSmall) return page_text(hint_line(items, options), options);
    return indented(flowed(items, kGap, options.text(), options.widths), options.margin());
}

Lines grade_line(const DrillView& view, const ScreenOptions& options) {
    const auto& suggested = view.drill->current().suggested;
    constexpr std::array kIntents{Intent::Again, Intent::Hard, Intent::Good, Intent::Easy};
    Line grades;
    for (std::size_t i = 0; i < kIntents.size(); ++i) {
        const auto grade = static_cast<Grade>(i + 1);
        grades.add(
            fmt::format("{} {}", shown_key(options.keymap.key_for(kIntents[i])), grade_word(grade)),
            suggested == grade ? Role::Key : Role::Text);
        grades.add("   ");
    }
    return page_text(grades, options);
}

/// What is to be done next comes first: a small screen shows no more.
std::vector<Line> verdict_keys(const QuestionResult& result, const ScreenOptions& options) {
    const auto key = [&](Intent intent, const std::string& label) {
        return key_hint(options, intent, label.c_str());
    };
    std::vector<Line> items;
    if (result.suggested) {
        items.push_back(key(Intent::Accept, say("suggested: {}", grade_word(*result.suggested))));
    } else if (has_plain(result)) {
        items.push_back(key(Intent::Accept, tr("confirm the plain ones")));
    }
    items.push_back(key(Intent::Covered, tr("covered")));
    if (!has_plain(result) && open_point(result))
        items.push_back(key(Intent::Partly, tr("partly")));
    items.push_back(key(Intent::Missed, tr("not covered")));
    items.push_back(key(Intent::Help, tr("more")));
    return items;
}

Lines keys(const DrillView& view, const ScreenOptions& options) {
    const auto key = [&](Intent intent, const char* label) {
        return key_hint(options, intent, label);
    };
    switch (view.drill->stage()) {
        case Stage::Plan:
            return hints({key(Intent::Proceed, tr("begin")), key(Intent::Help, tr("more")),
                          key(Intent::Quit, tr("leave"))},
                         options);
        case Stage::Prepare:
            return hints({key(Intent::Proceed, tr("answer now")),
                          key(Intent::Context, tr("where it is from")),
                          key(Intent::Help, tr("more")), key(Intent::Quit, tr("leave"))},
                         options);
        case Stage::Answer:
            return hints(
                {key(Intent::HandIn, tr("hand in")), key(Intent::UseEditor, tr("editor")),
                 key(Intent::Spoken, tr("spoken")), key(Intent::Source, tr("where it is from")),
                 Line{"Ctrl-C", Role::Key}.add(" ").add(tr("leave"))},
                options);
        case Stage::Predict:
            return page_text(
                Line{tr("How much did you cover?   1 25 %   2 50 %   3 75 %   4 95 %   or per "
                        "cent   Enter skip"),
                     Role::Hint},
                options);
        case Stage::Probe:
            return page_text(Line{tr("type what you would add   Enter go on"), Role::Hint},
                             options);
        case Stage::Check: {
            auto lines = grade_line(view, options);
            append(lines, hints(verdict_keys(view.drill->current(), options), options));
            return lines;
        }
        case Stage::FollowUp:
            return hints({key(Intent::Proceed, tr("take it")),
                          key(Intent::Decline, tr("next question")), key(Intent::Help, tr("more"))},
                         options);
        case Stage::Return:
            if (!view.show_back) {
                return hints({key(Intent::Proceed, tr("show it")), key(Intent::Quit, tr("leave"))},
                             options);
            }
            return hints({key(Intent::Affirm, tr("knew it")), key(Intent::Decline, tr("not")),
                          key(Intent::Quit, tr("leave"))},
                         options);
        case Stage::Done: return {};
    }
    return {};
}

bool types(Stage stage) {
    return stage == Stage::Answer || stage == Stage::Predict || stage == Stage::Probe;
}

/// What stands below the body: the field to type in, the notice, the keys.
struct Below {
    Lines lines;
    std::optional<Position> caret;  ///< In these lines.
};

Below below(const DrillView& view, const ScreenOptions& options) {
    Below result;
    const auto stage = view.drill->stage();
    if (view.editor != nullptr && (types(stage) || stage == Stage::Check)) {
        const int rows =
            stage == Stage::Answer ? std::clamp(options.size.rows / 3, 2, kEditorRows) : 1;
        const Line mark{rows == 1 ? "> " : "", Role::Key};
        const int in = mark.width(options.widths);
        auto field = view.editor->view({options.text() - in, rows}, options.widths);
        if (field.lines.empty()) field.lines.emplace_back();
        field.lines.front() = Line{mark}.add(field.lines.front());
        result.lines = indented(std::move(field.lines), options.margin());
        while (static_cast<int>(result.lines.size()) < rows) result.lines.emplace_back();
        result.caret = field.caret;
        result.caret->column += in;
    }
    if (!view.notice.empty()) {
        append(result.lines, page_text(Line{view.notice, Role::Warn}, options));
    }
    append(result.lines, keys(view, options));
    return result;
}

}  // namespace

int drill_top(const DrillView& view, const ScreenOptions& options) {
    const auto list = checklist(view, options);
    const int rows = body_rows(options, static_cast<int>(below(view, options).lines.size()));
    int top = std::min(view.top, list.point_first);
    if (view.point == 0) top = 0;  // the question is read first
    return std::min(std::max(top, list.point_last - rows + 1), list.point_first);
}

Picture drill_picture(const DrillView& view, const ScreenOptions& options) {
    auto footer = below(view, options);
    const auto rows = static_cast<int>(footer.lines.size());
    auto picture = framed({.title = title(view),
                           .status = status(view),
                           .body = body(view, options),
                           .top = view.top,
                           .footer = std::move(footer.lines)},
                          options);
    if (footer.caret) {
        const int first = static_cast<int>(picture.lines.size()) - rows;
        picture.cursor =
            Position{first + footer.caret->row, footer.caret->column + options.margin()};
    }
    return picture;
}

}  // namespace wengu
