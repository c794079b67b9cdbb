#include "notes/block.h"

#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestBlock = std::size_t{64} * 1024;
constexpr std::size_t kLongestKey = 80;
constexpr int kBlankLinesAbove = 3;

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;   ///< Before the line end.
    std::size_t next = 0;  ///< First byte of the next line.
};

Line line_at(std::string_view bytes, std::size_t begin) {
    const auto end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
    const std::size_t width = bytes.substr(end, 2) == "\r\n" ? 2 : 1;
    return {begin, end, std::min(end + width, bytes.size())};
}

std::string_view text_of(std::string_view bytes, const Line& line) {
    return bytes.substr(line.begin, line.end - line.begin);
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view without_blanks_after(std::string_view text) {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view without_blanks_before(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    return text;
}

bool blank_or_comment(std::string_view line) {
    const auto text = without_blanks_before(line);
    return text.empty() || text.front() == '#';
}

bool ends_key(std::string_view text, std::size_t colon) {
    return text[colon] == ':' && (colon + 1 == text.size() || is_blank(text[colon + 1]));
}

/// The offset of the colon after a quoted key, or npos.
std::size_t colon_after_quotes(std::string_view line) {
    auto at = line.find(line.front(), 1);
    if (at == std::string_view::npos) return at;
    ++at;
    while (at < line.size() && is_blank(line[at])) ++at;
    return at < line.size() && ends_key(line, at) ? at : std::string_view::npos;
}

std::size_t colon_after_plain(std::string_view line) {
    const auto longest = std::min(line.size(), kLongestKey);
    for (std::size_t at = 1; at < longest; ++at) {
        if (line[at] == '#' && is_blank(line[at - 1])) break;
        if (ends_key(line, at)) return at;
    }
    return std::string_view::npos;
}

/// The offset of the colon that ends a key at the left edge, or npos.
std::size_t key_colon(std::string_view line) {
    constexpr std::string_view kNeverFirst = " \t#[]{}>|*&!%@`,:";
    if (line.empty() || kNeverFirst.find(line.front()) != std::string_view::npos) {
        return std::string_view::npos;
    }
    const bool mark = line.front() == '-' || line.front() == '?';
    if (mark && (line.size() == 1 || is_blank(line[1]))) return std::string_view::npos;
    if (line.front() == '"' || line.front() == '\'') return colon_after_quotes(line);
    return colon_after_plain(line);
}

std::string key_text(std::string_view line, std::size_t colon) {
    auto key = without_blanks_after(line.substr(0, colon));
    if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'')) {
        key = key.substr(1, key.size() - 2);
    }
    return std::string{key};
}

/// `key = value`, or a table's `[name]`.
bool is_toml_line(std::string_view line) {
    if (line.empty()) return false;
    if (line.front() == '[' && line.back() == ']') return true;
    const auto equals = line.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals > kLongestKey) return false;
    const auto key = without_blanks_after(line.substr(0, equals));
    return std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == '.' || c == '"';
    });
}

/// A line that may stand at the left edge of YAML without being a key.
bool is_yaml_detail(std::string_view line) {
    constexpr std::string_view kDetail = " \t#-?:[]{}\"'";
    return line.empty() || kDetail.find(line.front()) != std::string_view::npos;
}

/// What the lines of a would-be block look like.
struct Look {
    int lines = 0;  ///< Neither blank nor comment.
    int odd = 0;    ///< Neither a key nor part of a value.
    Syntax first = Syntax::None;
};

void look_at(std::string_view line, Look& look) {
    if (blank_or_comment(line)) return;
    const bool key = key_colon(line) != std::string_view::npos;
    if (look.lines == 0) {
        if (key || line.front() == '{') look.first = Syntax::Yaml;
        if (!key && is_toml_line(line)) look.first = Syntax::Toml;
    }
    ++look.lines;
    if (!key && !is_yaml_detail(line) && !is_toml_line(line)) ++look.odd;
}

/// The syntax of the lines between two fences; None when they are prose.
Syntax judge(const Look& look, bool plus_fence) {
    if (look.lines == 0) return plus_fence ? Syntax::Toml : Syntax::Yaml;
    if (look.odd * 2 > look.lines) return Syntax::None;
    return plus_fence && look.first != Syntax::None ? Syntax::Toml : look.first;
}

bool closes(std::string_view line, bool plus_fence) {
    const auto text = without_blanks_after(line);
    return plus_fence ? text == "+++" : text == "---" || text == "...";
}

/// Reads from the line after the opening fence to the closing one.
bool find_end(std::string_view bytes, bool plus_fence, FrontMatterBlock& block, Look& look) {
    int number = block.first_line;
    FrontMatterBlock unclosed = block;
    Look look_unclosed;
    bool ended = false;
    std::size_t at = block.begin;
    for (; at < bytes.size() && at - block.begin <= kLongestBlock; ++number) {
        const auto line = line_at(bytes, at);
        const auto text = text_of(bytes, line);
        if (closes(text, plus_fence)) {
            block.end = line.begin;
            block.body = line.next;
            block.body_line = number + 1;
            return true;
        }
        look_at(text, look);
        ended = ended || without_blanks_after(text).empty();
        if (!ended) {
            look_unclosed = look;
            unclosed.body = unclosed.end = line.next;
            unclosed.body_line = number + 1;
        }
        at = line.next;
    }
    block = unclosed;
    block.closed = false;
    look = look_unclosed;
    return look.lines > 0;
}

}  // namespace

FrontMatterBlock find_block(std::string_view bytes) {
    FrontMatterBlock none;
    none.body = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    auto line = line_at(bytes, none.body);
    int number = 1;
    while (number <= kBlankLinesAbove && line.next > line.end &&
           without_blanks_after(text_of(bytes, line)).empty()) {
        line = line_at(bytes, line.next);
        ++number;
    }
    const auto fence = without_blanks_after(text_of(bytes, line));
    if (fence != "---" && fence != "+++") return none;

    FrontMatterBlock block;
    block.begin = block.end = block.body = line.next;
    block.first_line = block.body_line = number + 1;
    Look look;
    if (!find_end(bytes, fence == "+++", block, look)) return none;
    block.syntax = judge(look, fence == "+++");
    return block.syntax == Syntax::None ? none : block;
}

std::vector<Entry> entries(std::string_view bytes, const FrontMatterBlock& block) {
    std::vector<Entry> found;
    int number = block.first_line;
    for (std::size_t at = block.begin; at < block.end; ++number) {
        const auto line = line_at(bytes, at);
        const auto text = text_of(bytes, line);
        const auto colon = key_colon(text);
        if (colon != std::string_view::npos) {
            auto value = colon + 1;
            while (value < text.size() && is_blank(text[value])) ++value;
            found.push_back({.key = key_text(text, colon),
                             .begin = line.begin,
                             .value = line.begin + colon + 1,
                             .line_end = line.end,
                             .end = line.next,
                             .line = number,
                             .column = count_code_points(text.substr(0, value)) + 1});
        } else if (!found.empty()) {
            found.back().end = line.next;
            found.back().continues = found.back().continues || !blank_or_comment(text);
        }
        at = line.next;
    }
    return found;
}

std::string plain_lines(std::string_view bytes, std::size_t begin, std::size_t end) {
    std::string text;
    text.reserve(end - begin);
    for (std::size_t at = begin; at < end;) {
        const auto line = line_at(bytes.substr(0, end), at);
        text += text_of(bytes, line);
        if (line.next > line.end) text += '\n';
        at = line.next;
    }
    return text;
}

}  // namespace wengu
