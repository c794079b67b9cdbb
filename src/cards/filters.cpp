#include "cards/filters.h"

#include "cards/none.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr double kShare = 0.3;

bool has_check_box(std::string_view line) {
    if (line.find('[') == kNone) return false;
    const auto box = line.find("[ ] ");
    const auto done = std::min(line.find("[x] "), line.find("[X] "));
    const auto at = std::min(box, done);
    return at != kNone && line.substr(0, at).find_first_not_of(" \t>-*+0123456789.)") == kNone;
}

bool has_link(std::string_view line) {
    const auto link = line.find("](");
    const bool image =
        link != kNone && line.find("![") != kNone && line.find("](", link + 2) == kNone;
    return (link != kNone && !image) || line.find("[[") != kNone ||
           trim(line).starts_with("http") || line.find("- http") != kNone ||
           line.find("<http") != kNone;
}

template <typename Test>
double share(const Reading& reading, LineRange lines, Test test) {
    int full = 0;
    int hits = 0;
    for (int n = lines.first; n <= lines.last && !lines.empty(); ++n) {
        if (reading.page().is_blank(n)) continue;
        ++full;
        if (!reading.page().is_opaque(n) && test(reading.page().line(n))) ++hits;
    }
    return full == 0 ? 0 : static_cast<double>(hits) / full;
}

/// Characters of a line outside its links.
int said_beside_links(std::string_view line) {
    std::string rest;
    while (!line.empty()) {
        const auto open = line.find('[');
        rest += line.substr(0, open);
        if (open == kNone) break;
        const auto close = line.find(')', open);
        line = close == kNone ? std::string_view{} : line.substr(close + 1);
    }
    if (const auto http = rest.find("http"); http != std::string::npos) rest.resize(http);
    return has_cjk(rest) ? 2 * content_size(rest) : content_size(rest);
}

/// Nothing but what a program fills in when the note is shown: a query of Dataview.
bool is_only_query(const Reading& reading, LineRange lines) {
    const auto& page = reading.page();
    const auto fence = normalise(page.line(lines.first));
    constexpr std::array<std::string_view, 4> kQueries{"dataview", "dataviewjs", "tasks", "query"};
    const bool query = std::ranges::any_of(kQueries, [&](std::string_view language) {
        return fence.ends_with(language) && fence.starts_with('`');
    });
    for (int n = lines.first; query && n <= lines.last; ++n) {
        if (!page.is_opaque(n) && !page.is_blank(n)) return false;
    }
    return query;
}

/// Nothing but a command or two to type.
bool is_only_command(const Reading& reading, LineRange lines) {
    if (reading.full_lines(lines) > 5) return false;
    for (int n = lines.first; n <= lines.last; ++n) {
        if (!reading.page().is_opaque(n) && !reading.page().is_blank(n)) return false;
    }
    const auto fence = normalise(reading.page().line(lines.first));
    return fence.ends_with("sh") || fence.ends_with("shell") || fence.ends_with("console");
}

/// Nothing but the marks of a fence, or a table without rows.
bool is_hollow(const Reading& reading, LineRange lines) {
    const auto& page = reading.page();
    for (int n = lines.first; n <= lines.last; ++n) {
        const auto text = trim(page.line(n));
        const auto next = n < lines.last ? trim(page.line(n + 1)) : std::string_view{};
        const bool head = text.starts_with('|') && next.starts_with('|') &&
                          next.find_first_not_of("|-: ") == kNone;
        const bool mark = text.starts_with("```") || text.starts_with("~~~") ||
                          text.find_first_not_of("|-: ") == kNone;
        if (!head && !mark) return false;
    }
    return true;
}

/// A table of figures that go out of date (salaries, head counts).
bool is_dated(const Reading& reading, LineRange lines) {
    for (int n = lines.first; n < lines.last && !lines.empty(); ++n) {
        const auto line = reading.page().line(n);
        const auto next = reading.page().line(n + 1);
        const bool header = line.find('|') != kNone && next.find('|') != kNone &&
                            next.find("--") != kNone && next.find_first_not_of("|-: \t>") == kNone;
        if (!header) continue;
        int hits = 0;
        std::string_view rest = line;
        while (!rest.empty()) {
            const auto bar = rest.find('|');
            if (reading.words().contains("dated words", normalise(rest.substr(0, bar)))) ++hits;
            if (bar == kNone) break;
            rest.remove_prefix(bar + 1);
        }
        if (hits >= 2) return true;
    }
    return false;
}

/// Too little to be an answer to a bare title: one line of few words.
bool is_too_short(const Reading& reading, LineRange lines) {
    if (lines.empty()) return true;
    int full = 0;
    for (int n = lines.first; n <= lines.last; ++n) {
        const auto text = trim(reading.page().line(n));
        const bool image = text.starts_with("![") || text.starts_with("<img");
        if (!text.empty() && !image) ++full;
    }
    if (full >= 2) return false;
    int weight = 0;
    for (int n = lines.first; n <= lines.last; ++n) {
        const auto text = reading.page().line(n);
        const int size = content_size(text);
        weight += has_cjk(text) ? 2 * size : size;
    }
    auto last = trim(reading.page().line(lines.last));
    const bool sentence = last.ends_with("。") || last.ends_with('.');
    return full == 0 || weight < (sentence ? 10 : 30);
}

}  // namespace

bool is_check_list(const Reading& reading, LineRange lines) {
    return share(reading, lines, has_check_box) > kShare;
}

bool is_link_list(const Reading& reading, LineRange lines) {
    const auto bare = [](std::string_view line) {
        return has_link(line) && said_beside_links(line) < 24;
    };
    return share(reading, lines, bare) > kShare;
}

bool is_only_link(const Reading& reading, LineRange lines) {
    if (lines.empty() || reading.full_lines(lines) > 2) return false;
    return share(reading, lines, [](std::string_view line) {
               const bool note = trim(line).starts_with("[[");  // its name may be the answer
               return has_link(line) && !note && said_beside_links(line) < 4;
           }) == 1.0;
}

bool is_bare_number(std::string_view title) {
    const auto letters = std::ranges::count_if(title, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
    const bool digits = std::ranges::any_of(title, [](char c) { return c >= '0' && c <= '9'; });
    if (letters == 0 || content_size(title) == 1) return true;
    // "2024年3月5日", "v1.2.0 (2024-01-02)"
    auto rest = std::string{title};
    for (const std::string_view part : {"年", "月", "日", "v", "V", "第", "周", "version",
                                        "Version", "Unreleased", "beta", "alpha", "rc"}) {
        for (auto at = rest.find(part); at != std::string::npos; at = rest.find(part))
            rest.erase(at, part.size());
    }
    return digits && content_size(rest) == static_cast<int>(std::ranges::count_if(
                                               rest, [](char c) { return c >= '0' && c <= '9'; }));
}

std::optional<Why> refuse_body(const Reading& reading, LineRange lines) {
    if (lines.empty() || is_hollow(reading, lines)) return Why::Empty;
    if (is_check_list(reading, lines)) return Why::CheckList;
    if (is_link_list(reading, lines)) return Why::Links;
    if (is_dated(reading, lines)) return Why::Dated;
    if (is_too_short(reading, lines) || is_only_command(reading, lines) ||
        is_only_query(reading, lines))
        return Why::Short;
    return std::nullopt;
}

}  // namespace wengu
