#include "term/wrap.h"

#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr std::u32string_view kClosing =
    U"，。、；：？！）】》」』〕〉〗｝］”’…—～·‰℃％.,;:?!)]}%ーぁぃぅぇぉっゃゅょ々";
constexpr std::u32string_view kOpening = U"（【《“‘「『〔〈〖｛［([{￥＄";
constexpr std::u32string_view kBeforeNumber = U"第约¥￥$#";

/// One cluster of the paragraph, with what decides where lines may break.
struct Piece {
    std::string_view text;
    Style style;
    int width = 0;
    char32_t mark = 0;  ///< Its first code point.

    [[nodiscard]] bool blank() const { return mark == ' ' || mark == 0x3000; }
};

std::vector<Piece> pieces_of(const Line& line, const Widths& widths) {
    std::vector<Piece> pieces;
    for (const auto& span : line.spans()) {
        std::string_view rest = span.text;
        while (!rest.empty()) {
            const auto cluster = take_cluster(rest);
            auto inside = cluster;
            pieces.push_back({.text = cluster,
                              .style = span.style,
                              .width = widths.of_cluster(cluster),
                              .mark = take_code_point(inside)});
        }
    }
    return pieces;
}

bool is_figure(char32_t c) { return c >= '0' && c <= '9'; }

/// "3-5年" and "第3" stay together where they can.
bool belong_together(char32_t before, char32_t after) {
    return (is_figure(before) && is_cjk(after)) ||
           (is_figure(after) && kBeforeNumber.find(before) != std::u32string_view::npos);
}

bool may_break_between(const Piece& before, const Piece& after) {
    if (after.blank() || is_closing_mark(after.mark)) return false;
    if (before.blank()) return true;
    if (is_opening_mark(before.mark) || belong_together(before.mark, after.mark)) return false;
    return before.width == 2 || after.width == 2;
}

/// Where one line ends: [start, end) is shown, the next line begins at `next`.
struct Cut {
    std::size_t end;
    std::size_t next;
};

class Wrapper {
public:
    Wrapper(std::vector<Piece> pieces, int overhang)
        : pieces_{std::move(pieces)}, overhang_{overhang} {}

    [[nodiscard]] bool done(std::size_t start) const { return start >= pieces_.size(); }

    /// The line that begins at `start` and has room for `room` cells.
    [[nodiscard]] Cut cut(std::size_t start, int room) const {
        const std::size_t overflow = first_beyond(start, room);
        if (overflow == pieces_.size()) return {without_blanks(start, overflow), overflow};
        for (std::size_t at = overflow; at > start; --at) {
            if (may_break_between(pieces_[at - 1], pieces_[at]) && !all_blank(start, at)) {
                return {without_blanks(start, at), at};
            }
        }
        const std::size_t at = forced(start, overflow);
        return {at, at};
    }

    /// The first piece of a line that starts at `start`: an indent so deep that
    /// nothing fits behind it is given up.
    [[nodiscard]] std::size_t begin(std::size_t start, int room) const {
        const std::size_t overflow = first_beyond(start, room);
        return overflow < pieces_.size() && all_blank(start, overflow) ? overflow : start;
    }

    [[nodiscard]] Line line(std::size_t start, std::size_t end) const {
        Line line;
        while (start < end) {
            // Pieces of one span lie side by side in memory: take them at once.
            const Piece& first = pieces_[start];
            const char* stop = first.text.data();
            for (; start < end && pieces_[start].text.data() == stop; ++start) {
                stop += pieces_[start].text.size();
            }
            const auto length = static_cast<std::size_t>(stop - first.text.data());
            line.add_safe({first.text.data(), length}, first.style);
        }
        return line;
    }

private:
    /// The first piece that does not fit; blanks always fit.
    [[nodiscard]] std::size_t first_beyond(std::size_t start, int room) const {
        int cells = 0;
        for (std::size_t i = start; i < pieces_.size(); ++i) {
            cells += pieces_[i].width;
            const int limit = room + (is_closing_mark(pieces_[i].mark) ? overhang_ : 0);
            if (cells > limit && !pieces_[i].blank()) return i;
        }
        return pieces_.size();
    }

    [[nodiscard]] bool all_blank(std::size_t start, std::size_t end) const {
        return without_blanks(start, end) == start;
    }

    [[nodiscard]] std::size_t without_blanks(std::size_t start, std::size_t end) const {
        while (end > start && pieces_[end - 1].blank()) --end;
        return end;
    }

    /// No good break: cut as late as possible, yet not before a closing mark
    /// unless the whole line is made of them.
    [[nodiscard]] std::size_t forced(std::size_t start, std::size_t overflow) const {
        std::size_t at = std::max(overflow, start + 1);
        while (at > start + 1 && at < pieces_.size() && is_closing_mark(pieces_[at].mark)) --at;
        if (at > start + 1 || !is_closing_mark(pieces_[start].mark)) return at;
        return std::max(overflow, start + 1);
    }

    std::vector<Piece> pieces_;
    int overhang_;
};

}  // namespace

bool is_closing_mark(char32_t c) { return kClosing.find(c) != std::u32string_view::npos; }

bool is_opening_mark(char32_t c) { return kOpening.find(c) != std::u32string_view::npos; }

std::vector<Line> wrapped(const Line& text, const WrapOptions& options, const Widths& widths) {
    const Wrapper wrapper{pieces_of(text, widths), options.overhang};
    std::vector<Line> lines;
    std::size_t start = 0;
    do {
        Line line = lines.empty() ? options.first : options.rest;
        const int room = std::max(2, options.width - line.width(widths));
        start = wrapper.begin(start, room);
        const Cut cut = wrapper.cut(start, room);
        line.add(wrapper.line(start, cut.end));
        lines.push_back(std::move(line));
        start = cut.next;
    } while (!wrapper.done(start));
    return lines;
}

}  // namespace wengu
