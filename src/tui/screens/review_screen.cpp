#include "tui/screens/review_screen.h"

#include "core/message.h"
#include "core/text.h"
#include "term/markdown_view.h"
#include "term/wrap.h"
#include "tui/screens/topic.h"
#include "tui/screens/words.h"

#include <algorithm>
#include <numeric>

namespace wengu {
namespace {

using Lines = std::vector<Line>;

constexpr int kNarrowestPair = 72;  ///< Two answers side by side need at least this.

constexpr std::array<Intent, 4> kGradeIntents{Intent::Again, Intent::Hard, Intent::Good,
                                              Intent::Easy};
constexpr std::array<Role, 4> kGradeRoles{Role::Bad, Role::Warn, Role::Good, Role::Good};

Lines card_markdown(const std::string& text, int width, const ReviewView& view,
                    const ScreenOptions& options) {
    return markdown_lines(text,
                          {.width = width,
                           .overhang = 1,
                           .wrap_code = view.wrap_code,
                           .code_offset = view.code_offset},
                          options.widths);
}

/// On a small screen what was asked for needs the line more.
bool shows_topic(const ReviewView& view, const ScreenOptions& options) {
    const bool question_alone = !view.revealed && view.points_shown == 0 && !view.show_context;
    return question_alone || has_room_for_topic(options);
}

Lines question(const ReviewView& view, const ScreenOptions& options) {
    auto lines = card_markdown(view.front, options.text(), view, options);
    for (auto& line : lines) {
        Line strong;
        for (const auto& span : line.spans()) {
            Style style = span.style;
            style.strong = true;
            strong.add(span.text, style);
        }
        line = strong;
    }
    lines = indented(std::move(lines), options.margin());
    if (!shows_topic(view, options)) return lines;
    auto all = topic_lines(view.topic, options);
    append(all, lines);
    return all;
}

void add_paragraph(Lines& lines, const Line& text, const ScreenOptions& options) {
    if (!lines.empty()) lines.emplace_back();
    append(lines, page_text(text, options));
}

void add_context(Lines& lines, const ReviewView& view, const ScreenOptions& options) {
    if (view.show_context && !view.context.empty()) {
        add_paragraph(lines, Line{view.context, Role::Dim}, options);
    }
}

/// The points asked for as hints, and how many there are.
void add_hints(Lines& lines, const ReviewView& view, const ScreenOptions& options) {
    const int count = static_cast<int>(view.points.size());
    if (count < 2) return;
    add_paragraph(lines,
                  Line{say_count("{} point. Say the conclusion first, then the points.",
                                 "{} points. Say the conclusion first, then the points.", count),
                       Role::Hint},
                  options);
    const int shown = std::min(view.points_shown, count);
    for (int i = 0; i < shown; ++i) {
        const auto text = say("Point {}: {}", i + 1, view.points[static_cast<std::size_t>(i)]);
        append(lines, page_text(Line{text}, options));
    }
}

Lines answer(const ReviewView& view, int width, const ScreenOptions& options) {
    if (!trim(view.back).empty()) return card_markdown(view.back, width, view, options);
    const Line text{tr("The note has no answer yet. Write one there; the card keeps its history."),
                    Role::Warn};
    return wrapped(text, {.width = width}, options.widths);
}

Lines labelled(const char* label, Lines lines) {
    lines.insert(lines.begin(), Line{label, Role::Title});
    return lines;
}

/// Two texts in columns.
Lines beside(const Lines& left, const Lines& right, int width, const Widths& widths) {
    Lines lines;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        Line line = i < left.size() ? left[i] : Line{};
        if (i < right.size() && !right[i].empty()) line.fill_to(width, widths).add(right[i]);
        lines.push_back(std::move(line));
    }
    return lines;
}

Lines both_answers(const ReviewView& view, const ScreenOptions& options) {
    const bool columns = options.text() >= kNarrowestPair;
    const int gap = 3;
    const int width = columns ? (options.text() - gap) / 2 : options.text();
    Lines mine;
    for (const auto line : split_lines(view.typed)) {
        append(mine, wrapped(Line{line}, {.width = width}, options.widths));
    }
    mine = labelled(tr("Your answer"), std::move(mine));
    Lines theirs = labelled(tr("The card's answer"), answer(view, width - 1, options));
    if (columns) return beside(mine, theirs, width + gap, options.widths);
    mine.emplace_back();
    append(mine, theirs);
    return mine;
}

Line review_status(const ReviewView& view) {
    Line line;
    if (view.flagged) line.add(tr("flagged"), Role::Warn).add("  ");
    if (view.repeat) return line.add(tr("once more"), Role::Hint);
    if (view.is_new) return line.add(tr("new card"), Role::Good);
    if (view.days_late > 0) {
        line.add(say_count("{} day late", "{} days late", view.days_late), Role::Warn);
    }
    return line;
}

Line review_title(const ReviewView& view) {
    Line line{fmt::format("{}/{}", view.position, view.total), Role::Title};
    if (!view.deck.empty()) line.add("  ").add(view.deck);
    return line;
}

/// "1 Again 10 min" for each grade.
Lines grade_lines(const ReviewView& view, const ScreenOptions& options) {
    Lines items;
    for (std::size_t i = 0; i < kGradeIntents.size(); ++i) {
        Line item{shown_key(options.keymap.key_for(kGradeIntents[i])), Role::Key};
        item.add(" ").add(grade_word(static_cast<Grade>(i + 1)), kGradeRoles[i]);
        const auto words = return_words(view.returns[i], view.counted);
        if (!words.empty()) item.add(" ").add(words);
        items.push_back(std::move(item));
    }
    const auto reveal = shown_key(options.keymap.key_for(Intent::Reveal));
    const auto good = shown_key(options.keymap.key_for(Intent::Good));
    const Line same{fmt::format("{} = {}", reveal, good), Role::Hint};
    const auto width_with = [&](int gap) {
        int width = same.width(options.widths);
        for (const auto& item : items) width += item.width(options.widths) + gap;
        return width;
    };
    const bool tight = options.size.columns < 60 ||
                       (width_with(4) > options.page() && width_with(2) <= options.page());
    auto lines = flowed(items, tight ? 2 : 4, options.page(), options.widths);
    lines.back() = justified(lines.back(), same, options.page(), options.widths);
    return lines;
}

Lines back_footer(const ReviewView& view, const ScreenOptions& options) {
    auto lines = grade_lines(view, options);
    if (!view.notice.empty()) {
        lines.push_back(clipped(Line{view.notice, Role::Warn}, options.page(), options.widths));
        return lines;
    }
    std::vector<Line> hints;
    if (view.can_undo) hints.push_back(key_hint(options, Intent::Undo, tr("undo")));
    hints.push_back(key_hint(options, Intent::Edit, tr("edit")));
    hints.push_back(key_hint(options, Intent::Info, tr("card info")));
    if (!view.typed.empty()) hints.push_back(key_hint(options, Intent::Compare, tr("compare")));
    hints.push_back(key_hint(options, Intent::Help, tr("more")));
    const Line keys = hint_line(hints, options);
    const int room = options.page() - keys.width(options.widths) - 2;
    const Line source{view.source.empty() ? "" : say("from {}", view.source), Role::Dim};
    if (source.width(options.widths) <= room) {
        lines.push_back(justified(keys, source, options.page(), options.widths));
        return lines;
    }
    lines.push_back(keys);
    if (options.size.rows >= 16) {
        lines.push_back(clipped(source, options.page(), options.widths));
    }
    return lines;
}

Lines front_footer(const ReviewView& view, const ScreenOptions& options) {
    if (!view.notice.empty()) {
        return {clipped(Line{view.notice, Role::Warn}, options.page(), options.widths)};
    }
    std::vector<Line> hints{key_hint(options, Intent::Reveal, tr("show the answer")),
                            key_hint(options, Intent::Type, tr("type an answer"))};
    if (view.points_shown < static_cast<int>(view.points.size()) && view.points.size() > 1) {
        hints.push_back(key_hint(options, Intent::Hint, tr("one point")));
    }
    hints.push_back(key_hint(options, Intent::Edit, tr("edit")));
    hints.push_back(key_hint(options, Intent::Bury, tr("tomorrow")));
    if (view.can_undo) hints.push_back(key_hint(options, Intent::Undo, tr("undo")));
    hints.push_back(key_hint(options, Intent::Help, tr("more")));
    return {hint_line(hints, options)};
}

Lines footer(const ReviewView& view, const ScreenOptions& options) {
    return view.revealed ? back_footer(view, options) : front_footer(view, options);
}

}  // namespace

std::vector<Line> review_body(const ReviewView& view, const ScreenOptions& options) {
    Lines lines;
    const bool roomy = options.size.rows >= 20;
    if (roomy && !view.revealed) lines.emplace_back();
    append(lines, question(view, options));
    add_context(lines, view, options);
    if (!view.revealed) {
        add_hints(lines, view, options);
        return lines;
    }
    lines.emplace_back();
    const bool both = view.compare && !view.typed.empty();
    append(lines,
           indented(both ? both_answers(view, options) : answer(view, options.text(), options),
                    options.margin()));
    return lines;
}

Frame review_frame(const ReviewView& view, const ScreenOptions& options) {
    return {.title = review_title(view),
            .status = review_status(view),
            .body = review_body(view, options),
            .top = view.top,
            .footer = footer(view, options)};
}

Picture review_picture(const ReviewView& view, const ScreenOptions& options) {
    return framed(review_frame(view, options), options);
}

Picture typing_picture(const ReviewView& view, LineEditor& editor, const ScreenOptions& options) {
    const auto hint = [](const char* key, const char* label) {
        return Line{key, Role::Key}.add(std::string{" "} + label);
    };
    const Line hints = hint_line({hint("Ctrl-D", tr("done")), hint("Ctrl-E", tr("in the editor")),
                                  hint("Esc", tr("back to the question"))},
                                 options);
    Lines body = question(view, options);
    add_context(body, view, options);
    add_hints(body, view, options);
    const int rows = body_rows(options, 1);
    const int field_rows =
        std::clamp(rows - static_cast<int>(body.size()) - 1, std::min(3, rows), rows);
    // A long question gives way: its end stays in sight above the field.
    const auto kept = static_cast<std::size_t>(std::max(0, rows - field_rows - 1));
    if (body.size() > kept) body.erase(body.begin(), body.end() - static_cast<long>(kept));
    const Line mark{"> ", Role::Key};
    const auto field =
        editor.view({.columns = options.page() - 2, .rows = field_rows}, options.widths);
    if (!body.empty()) body.emplace_back();
    const int first = static_cast<int>(body.size());
    for (const auto& line : field.lines) {
        Line row = body.size() == static_cast<std::size_t>(first) ? mark : Line{"  "};
        body.push_back(row.add(line));
    }
    Picture picture = framed({.title = review_title(view),
                              .status = review_status(view),
                              .body = body,
                              .footer = {hints}},
                             options);
    picture.cursor = {.row = 2 + first + field.caret.row, .column = 2 + field.caret.column};
    return picture;
}

std::string refusal(Intent intent, const ReviewView& view, const Keymap& keymap) {
    const auto reveal = shown_key(keymap.key_for(Intent::Reveal));
    switch (intent) {
        case Intent::Again:
        case Intent::Hard:
        case Intent::Good:
        case Intent::Easy:
            return view.revealed ? "" : say("{} shows the answer first, then grade it", reveal);
        case Intent::Undo:
            if (view.can_undo) return {};
            return view.counted ? tr("nothing to take back yet")
                                : tr("nothing to take back yet; `wengu undo` reaches further back");
        case Intent::Hint:
            if (view.revealed) return tr("the answer is shown already");
            if (view.points.size() < 2) return tr("this answer is not a list of points");
            return view.points_shown < static_cast<int>(view.points.size())
                       ? ""
                       : say("those are all {} points", view.points.size());
        case Intent::Type: return view.revealed ? tr("the answer is shown already") : "";
        case Intent::Compare:
            if (view.typed.empty()) {
                return say("nothing was typed; {} types an answer before it is shown",
                           shown_key(keymap.key_for(Intent::Type)));
            }
            return view.revealed ? "" : say("{} shows the answer first", reveal);
        case Intent::Context:
            return view.context.empty() ? tr("nothing more is known of this card") : "";
        default: return {};
    }
}

std::string unknown_key(const Key& key, const Keymap& keymap) {
    if (is_from_input_method(key)) {
        return tr("Is the input method on? Press 1-4 or switch it off.");
    }
    return say("this key does nothing here; {} shows the keys",
               shown_key(keymap.key_for(Intent::Help)));
}

std::vector<Line> summary_lines(const SummaryView& view) {
    Lines lines;
    const auto minutes = std::max<long long>(1, (view.taken.count() + 30) / 60);
    Line first{say_count("Reviewed {} card", "Reviewed {} cards", view.cards), Role::Title};
    if (view.new_cards > 0) first.add(say(" ({} new)", view.new_cards));
    if (view.cards > 0) first.add("  ").add(say("{} min", minutes));
    lines.push_back(std::move(first));
    const int given = std::accumulate(view.by_grade.begin(), view.by_grade.end(), 0);
    Line grades{say_count("{} grade: ", "{} grades: ", given)};
    for (std::size_t i = 0; i < view.by_grade.size(); ++i) {
        if (i > 0) grades.add("   ");
        grades.add(grade_word(static_cast<Grade>(i + 1)), kGradeRoles[i]);
        grades.add(fmt::format(" {}", view.by_grade[i]));
    }
    lines.push_back(std::move(grades));
    Line next;
    if (view.left > 0) next.add(say_count("{} card left today", "{} cards left today", view.left));
    if (view.left == 0 && view.tomorrow > 0) {
        next.add(say_count("{} card tomorrow", "{} cards tomorrow", view.tomorrow));
    }
    if (next.empty() && !view.next.empty()) next.add(say("next card: {}", view.next));
    if (view.streak_days > 1) {
        if (!next.empty()) next.add("   ");
        next.add(say_count("{} day in a row", "{} days in a row", view.streak_days));
    }
    if (!next.empty()) lines.push_back(std::move(next));
    return lines;
}

Picture summary_picture(const SummaryView& view, const ScreenOptions& options) {
    Lines body;
    if (options.size.rows >= 16) body.emplace_back();
    for (const auto& line : summary_lines(view)) {
        append(body, page_text(line, options));
        if (options.size.rows >= 16) body.emplace_back();
    }
    std::vector<Line> hints;
    if (view.can_undo)
        hints.push_back(key_hint(options, Intent::Undo, tr("take the last grade back")));
    hints.push_back(key_hint(options, Intent::Quit, tr("leave")));
    return framed({.title = Line{tr("Done"), Role::Title},
                   .body = body,
                   .footer = {hint_line(hints, options)}},
                  options);
}

}  // namespace wengu
