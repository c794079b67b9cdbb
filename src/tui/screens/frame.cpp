#include "tui/screens/frame.h"

#include "core/message.h"
#include "term/wrap.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr int kWidestPage = 92;

/// Characters of a line that are no blanks: what stays when it is laid out anew.
std::size_t letters_in(const Line& line) {
    std::size_t letters = 0;
    for (const auto& span : line.spans()) {
        letters += span.text.size() - static_cast<std::size_t>(std::ranges::count(span.text, ' '));
    }
    return letters;
}

Line blanks(int cells) { return Line{std::string(static_cast<std::size_t>(cells), ' ')}; }

/// Whether title and status need a line each: the title matters more.
bool needs_two_lines(const Frame& frame, const ScreenOptions& options) {
    const int status = frame.status.width(options.widths);
    const bool fit = frame.title.width(options.widths) + status + 2 <= options.page();
    return !frame.status.empty() && !fit && status > options.page() / 2;
}

/// The title, cut so that the status fits beside it.
Line header(const Line& title, const Line& status, const ScreenOptions& options) {
    const auto& widths = options.widths;
    const int room = options.page() - status.width(widths) - (status.empty() ? 0 : 2);
    if (title.width(widths) <= room) return justified(title, status, options.page(), widths);
    const Line cut = clipped(title, std::max(0, room - 2), widths).add("..");
    return justified(cut, status, options.page(), widths);
}

/// How much of the body is out of sight, as a text for the lower rule.
Line what_is_missing(int above, int below, const Frame& frame, const ScreenOptions& options) {
    Line text;
    if (below > 0) {
        text.add(say_count("{} more line", "{} more lines", below), Role::Hint);
        if (frame.more) return frame.more->empty() ? text : text.add("  ").add(*frame.more);
        text.add("  " + shown_key(options.keymap.key_for(Intent::Down)) + "/" +
                     shown_key(options.keymap.key_for(Intent::Up)),
                 Role::Key);
    } else if (above > 0) {
        text.add(tr("end"), Role::Hint);
    }
    return text;
}

}  // namespace

int ScreenOptions::page() const { return std::min(size.columns, kWidestPage); }

int body_rows(const ScreenOptions& options, int footer_rows) {
    return std::max(1, options.size.rows - footer_rows - 3);  // header and two rules
}

int rows_of(const Frame& frame, const ScreenOptions& options) {
    const int second = needs_two_lines(frame, options) ? 1 : 0;
    return body_rows(options, static_cast<int>(frame.footer.size()) + second);
}

std::optional<int> scrolled(Intent intent, const Frame& frame, const ScreenOptions& options) {
    const int rows = rows_of(frame, options);
    const int page = std::max(1, rows - 1);
    const auto lines = static_cast<int>(frame.body.size());
    int top = frame.top;
    switch (intent) {
        case Intent::Down: top += 1; break;
        case Intent::Up: top -= 1; break;
        case Intent::PageDown: top += page; break;
        case Intent::PageUp: top -= page; break;
        case Intent::Top: top = 0; break;
        case Intent::Bottom: top = lines; break;
        default: return std::nullopt;
    }
    return within(top, lines, rows);
}

int within(int top, int lines, int rows) { return std::clamp(top, 0, std::max(0, lines - rows)); }

int same_place(const std::vector<Line>& before, int top, const std::vector<Line>& after) {
    const int end = std::clamp(top, 0, static_cast<int>(before.size()));
    std::size_t letters = 0;
    for (int i = 0; i < end; ++i) letters += letters_in(before[static_cast<std::size_t>(i)]);
    int place = 0;
    std::size_t passed = 0;
    for (const auto& line : after) {
        passed += letters_in(line);
        if (letters == 0 || passed > letters) break;
        ++place;
    }
    return place;
}

Picture framed(const Frame& frame, const ScreenOptions& options) {
    const bool two = needs_two_lines(frame, options);
    const int rows = rows_of(frame, options);
    const int lines = static_cast<int>(frame.body.size());
    const int top = within(frame.top, lines, rows);
    const int shown = std::min(lines - top, rows);
    Picture picture;
    picture.lines.push_back(header(frame.title, two ? Line{} : frame.status, options));
    if (two) picture.lines.push_back(clipped(frame.status, options.page(), options.widths));
    picture.lines.push_back(rule(options));
    for (int i = 0; i < shown; ++i) {
        picture.lines.push_back(
            frame.body[static_cast<std::size_t>(top) + static_cast<std::size_t>(i)]);
    }
    picture.lines.resize(static_cast<std::size_t>(rows) + (two ? 3 : 2));
    picture.lines.push_back(
        rule(options, what_is_missing(top, lines - top - shown, frame, options)));
    append(picture.lines, frame.footer);
    return picture;
}

Line key_hint(const ScreenOptions& options, Intent intent, const char* label) {
    const auto key = options.keymap.key_for(intent);
    if (key.empty()) return {};
    return Line{shown_key(key), Role::Key}.add(" ").add(label);
}

Line hint_line(const std::vector<Line>& hints, const ScreenOptions& options) {
    const int gap = options.size.columns < 60 ? 2 : 3;
    const int last = hints.back().width(options.widths);
    Line line;
    for (std::size_t i = 0; i + 1 < hints.size(); ++i) {
        if (hints[i].empty()) continue;
        const int after = line.width(options.widths) + hints[i].width(options.widths) + gap;
        if (after + last > options.page()) continue;
        line.add(hints[i]).add(blanks(gap));
    }
    return line.add(hints.back());
}

std::vector<Line> flowed(const std::vector<Line>& items, int gap, int width, const Widths& widths) {
    std::vector<Line> lines;
    for (const auto& item : items) {
        if (item.empty()) continue;
        const bool fits =
            !lines.empty() && lines.back().width(widths) + gap + item.width(widths) <= width;
        if (fits) {
            lines.back().add(blanks(gap)).add(item);
        } else {
            lines.push_back(item);
        }
    }
    return lines;
}

std::vector<Line> indented(std::vector<Line> lines, int cells) {
    for (auto& line : lines) {
        if (!line.empty()) line = blanks(cells).add(line);
    }
    return lines;
}

Line rule(const ScreenOptions& options, const Line& text) {
    const int used = text.empty() ? 0 : text.width(options.widths) + 2;
    const auto dashes = static_cast<std::size_t>(std::max(0, options.page() - used));
    Line line{std::string(dashes, '-'), Role::Dim};
    if (!text.empty()) line.add("  ").add(text);
    return line;
}

std::vector<Line> page_text(const Line& text, const ScreenOptions& options) {
    return indented(wrapped(text, {.width = options.text(), .overhang = 1}, options.widths),
                    options.margin());
}

void append(std::vector<Line>& lines, const std::vector<Line>& more) {
    lines.insert(lines.end(), more.begin(), more.end());
}

}  // namespace wengu
