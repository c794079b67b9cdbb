#include "term/width.h"

#include "core/text.h"
#include "term/ambiguous.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

namespace wengu {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool is_ambiguous(char32_t c) {
    const auto* const range = std::ranges::lower_bound(kAmbiguous, c, {}, &CodePointRange::last);
    return range != kAmbiguous.end() && c >= range->first;
}

/// Cells of one code point on its own.
int cells_of(char32_t c, int ambiguous) {
    if (c < 0x80) return c >= 0x20 && c < 0x7F ? 1 : 0;
    const int cells = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    return cells == 1 && ambiguous == 2 && is_ambiguous(c) ? 2 : cells;
}

/// Halfwidth voicing marks belong to the cluster of their kana, yet take a cell.
bool adds_a_cell(char32_t c) { return c == 0xFF9E || c == 0xFF9F; }

bool must_be_shown(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;  // controls
    if (c >= 0x202A && c <= 0x202E) return true;           // embeddings, overrides
    if (c >= 0x2066 && c <= 0x2069) return true;           // isolates
    return c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 || c == 0x2029;
}

/// Whether nothing in `text` has to be shown: the common case, found out quickly.
bool is_harmless(std::string_view text) {
    // The lead bytes of all code points above ASCII that must be shown.
    constexpr std::string_view kSuspects = "\xC2\xD8\xE2";
    const bool plain = std::ranges::all_of(text, [kSuspects](char c) {
        if (is_ascii(c)) return c >= 0x20 && c != 0x7F;
        return kSuspects.find(c) == std::string_view::npos;
    });
    return plain && !invalid_utf8(text);
}

void append_shown(std::string& text, char32_t c) {
    if (c == '\t') {
        text += "    ";
    } else if (c < 0x100) {
        text += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else {
        text += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }
}

}  // namespace

std::string_view take_cluster(std::string_view& text) {
    const auto whole = text;
    if (text.size() == 1 || (is_ascii(text[0]) && is_ascii(text[1]) && text[0] != '\r')) {
        text.remove_prefix(1);
        return whole.substr(0, 1);
    }
    char32_t previous = take_code_point(text);
    utf8proc_int32_t state = 0;
    while (!text.empty()) {
        auto rest = text;
        const char32_t next = take_code_point(rest);
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                             static_cast<utf8proc_int32_t>(next), &state)) {
            break;
        }
        previous = next;
        text = rest;
    }
    return whole.substr(0, whole.size() - text.size());
}

std::string_view last_cluster(std::string_view text) {
    std::string_view last;
    while (!text.empty()) last = take_cluster(text);
    return last;
}

int Widths::of_cluster(std::string_view cluster) const {
    int cells = 0;
    bool first = true;
    while (!cluster.empty()) {
        const char32_t c = take_code_point(cluster);
        if (first && is_regional_indicator(c)) return 2;
        const int own = cells_of(c, ambiguous);
        cells = !first && adds_a_cell(c) ? cells + own : std::max(cells, own);
        first = false;
    }
    return cells;
}

int Widths::of(std::string_view text) const {
    int cells = 0;
    while (!text.empty()) cells += of_cluster(take_cluster(text));
    return cells;
}

std::string_view prefix_within(std::string_view text, int cells, const Widths& widths) {
    auto rest = text;
    while (!rest.empty()) {
        auto after = rest;
        cells -= widths.of_cluster(take_cluster(after));
        if (cells < 0) break;
        rest = after;
    }
    return text.substr(0, text.size() - rest.size());
}

std::string shortened(std::string_view text, int cells, const Widths& widths) {
    if (widths.of(text) <= cells) return std::string{text};
    if (cells <= 2)
        return std::string{".."}.substr(0, static_cast<std::size_t>(std::max(cells, 0)));
    return std::string{prefix_within(text, cells - 2, widths)} + "..";
}

std::string padded(std::string_view text, int cells, const Widths& widths) {
    const int missing = std::max(0, cells - widths.of(text));
    return std::string{text} + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string padded_left(std::string_view text, int cells, const Widths& widths) {
    const int missing = std::max(0, cells - widths.of(text));
    return std::string(static_cast<std::size_t>(missing), ' ') + std::string{text};
}

std::string one_line(std::string_view text) { return sanitised(collapse_blanks(text)); }

std::string sanitised(std::string_view text) {
    if (is_harmless(text)) return std::string{text};
    std::string safe;
    safe.reserve(text.size());
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (must_be_shown(c)) {
            append_shown(safe, c);
        } else {
            append_utf8(safe, c);
        }
    }
    return safe;
}

}  // namespace wengu
