#include "markdown/prepare.h"

#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <vector>

namespace wengu {
namespace {

constexpr std::size_t kMostColumns = 128;  // the parser is quadratic in the columns of short rows
constexpr std::string_view kWordJoiner = "&#8288;";

/// Where a line's own text begins: after blanks, quote marks and list markers.
std::size_t text_start(std::string_view line) {
    std::size_t i = 0;
    while (i < line.size()) {
        const char c = line[i];
        if (c == ' ' || c == '\t' || c == '>') {
            ++i;
        } else if ((c == '-' || c == '+' || c == '*') && i + 1 < line.size() &&
                   line[i + 1] == ' ') {
            i += 2;
        } else {
            break;
        }
    }
    return i;
}

/// Knows whether a line belongs to a fenced code block.
class FenceWatch {
public:
    /// Takes the next line; true when it is part of a fence, its marks included.
    bool inside(std::string_view line) {
        const auto text = line.substr(text_start(line));
        if (text.size() < 3 || (text[0] != '`' && text[0] != '~')) return length_ > 0;
        const auto run = std::min(text.find_first_not_of(text[0]), text.size());
        const auto rest = text.substr(run);
        if (length_ > 0) {
            const bool closes = text[0] == mark_ && run >= length_ && trim(rest).empty();
            if (closes) length_ = 0;
            return true;
        }
        if (run < 3 || (text[0] == '`' && rest.find('`') != std::string_view::npos)) return false;
        mark_ = text[0];
        length_ = run;
        return true;
    }

private:
    char mark_ = 0;
    std::size_t length_ = 0;
};

/// A line together with its end, so that lines put together give the text again.
struct Line {
    std::string_view text;
    std::string_view end;
};

std::vector<Line> lines_with_ends(std::string_view text) {
    std::vector<Line> lines;
    static constexpr ByteSet kEnds{"\r\n"};
    while (!text.empty()) {
        const auto stop = std::min(kEnds.find(text), text.size());
        const std::size_t length =
            text.substr(stop, 2) == "\r\n" ? 2 : std::min<std::size_t>(1, text.size() - stop);
        lines.push_back({text.substr(0, stop), text.substr(stop, length)});
        text.remove_prefix(stop + length);
    }
    return lines;
}

bool is_wide_delimiter_row(std::string_view line) {
    static constexpr ByteSet kMarks{"|-: \t>"};
    return line.size() >= kMostColumns && kMarks.skip(line) == std::string_view::npos &&
           static_cast<std::size_t>(std::ranges::count(line, '|')) >= kMostColumns;
}

std::string_view closing_of(std::string_view opening) {
    if (opening.size() != 2) return {};
    if (opening == "$$") return "$$";
    return opening == "\\[" ? "\\]" : std::string_view{};
}

std::string_view own_text(std::string_view line) { return trim(line.substr(text_start(line))); }

/// The line that closes the formula opened on line `first`, or 0.
std::size_t formula_end(const std::vector<Line>& lines, std::size_t first) {
    const auto closing = closing_of(own_text(lines[first].text));
    if (closing.empty()) return 0;
    for (auto i = first + 1; i < lines.size(); ++i) {
        const auto text = own_text(lines[i].text);
        if (text == closing) return i;
        if (text.starts_with("```") || text.starts_with("# ") || text.starts_with("## ")) return 0;
    }
    return 0;
}

bool is_punctuation(char32_t c) {
    if (c < 0x80)
        return c > ' ' && !(c >= '0' && c <= '9') && !((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') &&
               c != 0x7F;
    return c == 0xB7 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
           (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301F) ||
           (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
}

bool is_wide(char32_t c) {
    return is_cjk(c) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF00 && c <= 0xFFEF);
}

bool is_letter(char32_t c) { return c > ' ' && c != 0x3000 && c != 0xA0 && !is_punctuation(c); }

/// Rewrites one line of text: formulas and emphasis.
class LineRepair {
public:
    explicit LineRepair(std::string_view line)
        : line_(line), in_table_(own_text(line).starts_with('|')) {}

    std::string run() {
        while (at_ < line_.size()) step();
        return std::move(out_);
    }

private:
    void step() {
        const char c = line_[at_];
        if (c == '\\' && !take_formula("\\(", "\\)")) return copy(2);
        if (c == '\\') return;
        if (c == '`') return take_code();
        if (c == '$' && (take_formula("$$", "$$") || take_formula("$", "$"))) return;
        if (c == '*' || line_.substr(at_, 2) == "~~") return take_delimiter();
        static constexpr ByteSet kSpecial{"\\`$*~"};
        copy(std::min(kSpecial.find(line_, at_ + 1), line_.size()) - at_);
    }

    void copy(std::size_t bytes) {
        out_ += line_.substr(at_, bytes);
        at_ = std::min(line_.size(), at_ + bytes);
    }

    std::size_t run_length(std::size_t from) const {
        return std::min(line_.find_first_not_of(line_[from], from), line_.size()) - from;
    }

    void take_code() {
        const auto length = run_length(at_);
        for (auto i = at_ + length; i < line_.size();) {
            i = line_.find('`', i);
            if (i == std::string_view::npos) break;
            const auto closing = run_length(i);
            if (closing == length) return copy_code(i + closing);
            i += closing;
        }
        copy(length);
    }

    /// Copies a code span; in a table its pipes are text, not borders.
    void copy_code(std::size_t end) {
        for (; at_ < end; ++at_) {
            if (in_table_ && line_[at_] == '|' && line_[at_ - 1] != '\\') out_ += '\\';
            out_ += line_[at_];
        }
    }

    bool take_formula(std::string_view open, std::string_view close) {
        if (line_.substr(at_, open.size()) != open) return false;
        const auto start = at_ + open.size();
        const auto end = line_.find(close, start);
        if (end == std::string_view::npos || end == start) return false;
        const auto formula = line_.substr(start, end - start);
        const auto after = end + close.size();
        if (formula.find('`') != std::string_view::npos) return false;
        if (open == "$") {  // money is no formula
            const bool blank = formula.front() == ' ' || formula.back() == ' ';
            const bool digit = after < line_.size() && line_[after] >= '0' && line_[after] <= '9';
            if (blank || digit ||
                formula.find_first_not_of("0123456789.,") == std::string_view::npos)
                return false;
        }
        out_ += '`';
        out_ += kMathMark;
        at_ = start;
        copy_code(end);
        out_ += '`';
        at_ = after;
        return true;
    }

    char32_t before() const {
        auto start = at_;
        if (start == 0) return ' ';
        do --start;
        while (start > 0 && (static_cast<unsigned char>(line_[start]) & 0xC0U) == 0x80U);
        auto rest = line_.substr(start);
        return take_code_point(rest);
    }

    char32_t after(std::size_t end) const {
        auto rest = line_.substr(end);
        return rest.empty() ? U' ' : take_code_point(rest);
    }

    /// The parser calls a run between a letter and punctuation neither opening
    /// nor closing where CJK text has no blanks; a word joiner helps it.
    void take_delimiter() {
        const auto length = run_length(at_);
        const auto left = before();
        const auto right = after(at_ + length);
        const std::string run{line_.substr(at_, length)};
        const auto open = std::ranges::find(open_, run);
        const bool wide = is_wide(left) || is_wide(right);
        const bool closes = open != open_.end() && left != ' ';
        if (wide && !closes && is_letter(left) && is_punctuation(right)) out_ += kWordJoiner;
        out_ += run;
        if (wide && closes && is_punctuation(left) && is_letter(right)) out_ += kWordJoiner;
        if (closes) {
            open_.erase(open, open_.end());
        } else if (right != ' ') {
            open_.push_back(run);
        }
        at_ += length;
    }

    std::string_view line_;
    bool in_table_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<std::string> open_;
};

}  // namespace

std::string prepare_blocks(std::string_view text) {
    const auto lines = lines_with_ends(text);
    std::string out;
    out.reserve(text.size() + 64);
    FenceWatch fence;
    std::size_t formula_last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& [line, end] = lines[i];
        const bool in_formula = i > 0 && i <= formula_last;
        const bool in_fence = !in_formula && fence.inside(line);
        const auto start = text_start(line);
        if (in_formula && i == formula_last) {
            out.append(line.substr(0, start)).append("```");
        } else if (in_formula || in_fence) {
            out += line;
        } else if (const auto last = formula_end(lines, i); last > 0) {
            out.append(line.substr(0, start)).append("```").append(kMathInfo);
            formula_last = last;
        } else if (is_wide_delimiter_row(line)) {
            out.append("\\").append(line);
        } else {
            out += line;
        }
        out += end;
    }
    return out;
}

std::string prepare_inlines(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    FenceWatch fence;
    for (const auto& [line, end] : lines_with_ends(text)) {
        static constexpr ByteSet kSpecial{"*~$`\\"};
        if (fence.inside(line) || kSpecial.find(line) == std::string_view::npos) {
            out += line;
        } else {
            out += LineRepair{line}.run();
        }
        out += end;
    }
    return out;
}

}  // namespace wengu
