// Markdown as a reader sees it: see clean_text in wording.h.

#include "cards/affixes.h"
#include "cards/none.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::size_t kLongestLine = 8192;  // bytes; beyond it marks are not looked for

constexpr ByteSet kSpecial{"`$\\*~_<![{&"};  // what `Cleaner::step` looks at

/// Copies Markdown to text, one construct at a time.
class Cleaner {
public:
    explicit Cleaner(std::string_view text) : text_(text) {}

    std::string run() {
        while (at_ < text_.size()) step();
        return std::move(out_);
    }

private:
    void step() {
        switch (text_[at_]) {
            case '`': return copy_span("`");
            case '$': return copy_formula();
            case '\\': return copy(2);
            case '*':
            case '~': return skip_marks();
            case '_': return skip_underscores();
            case '<': return skip_tag();
            case '!': return image();
            case '[': return link();
            case '{': return skip_attribute();
            case '&': return hard_blank();
            default: copy(std::min(kSpecial.find(text_, at_), text_.size()) - at_);
        }
    }

    void copy(std::size_t bytes) {
        put(text_.substr(at_, bytes));
        at_ += bytes;
    }

    void put(std::string_view text) { out_ += text; }

    void copy_span(std::string_view mark) {
        const auto length = std::min(text_.find_first_not_of(mark[0], at_), text_.size()) - at_;
        const auto end = text_.find(text_.substr(at_, length), at_ + length);
        copy(end == kNone ? length : end + length - at_);
    }

    void copy_formula() {
        const auto end = text_.find('$', at_ + 1);
        copy(end == kNone ? 1 : end + 1 - at_);
    }

    /// Emphasis; a star between blanks or as an operator is text.
    void skip_marks() {
        const char mark = text_[at_];
        const auto end = std::min(text_.find_first_not_of(mark, at_), text_.size());
        const bool blank_before = at_ == 0 || text_[at_ - 1] == ' ';
        const bool blank_after = end == text_.size() || text_[end] == ' ';
        const bool single_tilde = mark == '~' && end - at_ == 1;
        const bool lone = end - at_ == 1 && text_.find(mark, end) == kNone && !open_star_;
        // "*args and **kwargs": what no later mark can close opens nothing
        const bool opens = blank_before && !blank_after && !open_star_ && !open_run_;
        if (opens && !closes_later(mark, end)) return copy(end - at_);
        if (end - at_ > 1) open_run_ = !open_run_;
        if ((blank_before && blank_after) || single_tilde || lone) return copy(end - at_);
        if (end - at_ == 1) open_star_ = !open_star_;
        at_ = end;
    }

    bool closes_later(char mark, std::size_t from) const {
        for (auto at = text_.find(mark, from); at != kNone; at = text_.find(mark, at + 1)) {
            if (text_[at - 1] != ' ') return true;
        }
        return false;
    }

    void skip_underscores() {
        const auto end = std::min(text_.find_first_not_of('_', at_), text_.size());
        const auto is_word = [&](std::size_t i) {
            return i < text_.size() && (is_alpha(text_[i]) || is_digit(text_[i]) ||
                                        (static_cast<unsigned char>(text_[i]) & 0x80U) != 0);
        };
        const bool inside = at_ > 0 && is_word(at_ - 1) && is_word(end);
        const bool lone = text_.find('_', end) == kNone && out_.find('_') == kNone && !open_line_;
        if (inside || lone) return copy(end - at_);
        open_line_ = true;
        at_ = end;
    }

    void skip_tag() {
        if (text_.substr(at_).starts_with("<!--")) {
            const auto end = text_.find("-->", at_);
            at_ = end == kNone ? text_.size() : end + 3;
            return;
        }
        const auto end = text_.find('>', at_);
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        const bool tag = end != kNone && (is_alpha(next) || next == '/');
        const auto inner = tag ? text_.substr(at_ + 1, end - at_ - 1) : std::string_view{};
        if (!tag || inner.find('<') != kNone) return copy(1);
        if (inner.find("://") != kNone && inner.find(' ') == kNone) {
            put(inner);  // an address between angle brackets
        } else if (is_generic(inner)) {
            put(text_.substr(at_, end + 1 - at_));
        }
        at_ = end + 1;
    }

    /// "vector<T>" in running text is no tag.
    static bool is_generic(std::string_view inner) {
        static constexpr std::array<std::string_view, 38> kTags{
            "a",    "b",    "i",    "u",    "p",      "s",       "br",      "hr",    "em",  "li",
            "ol",   "ul",   "td",   "th",   "tr",     "dd",      "dl",      "dt",    "h1",  "h2",
            "h3",   "h4",   "h5",   "h6",   "del",    "div",     "img",     "ins",   "kbd", "pre",
            "code", "font", "mark", "span", "strong", "details", "summary", "center"};
        auto name = inner.starts_with('/') ? inner.substr(1) : inner;
        name = name.substr(0, name.find_first_of(" /"));
        return std::ranges::find(kTags, normalise(name)) == kTags.end();
    }

    void image() {
        if (text_.substr(at_, 2) == "![")
            ++at_;
        else
            copy(1);
    }

    std::size_t closing(char open, char close, std::size_t from) const {
        int depth = 0;
        for (auto i = from; i < text_.size(); ++i) {
            if (text_[i] == '\\') {
                ++i;
            } else if (text_[i] == open) {
                ++depth;
            } else if (text_[i] == close && --depth == 0) {
                return i;
            }
        }
        return kNone;
    }

    void link() {
        if (text_.substr(at_, 2) == "[[" && text_.find("]](") == kNone) return wikilink();
        const auto end = closing('[', ']', at_);
        if (end == kNone) return copy(1);
        const auto label = text_.substr(at_ + 1, end - at_ - 1);
        const bool inline_link = end + 1 < text_.size() && text_[end + 1] == '(';
        const auto close = inline_link ? closing('(', ')', end + 1) : kNone;
        if (close == kNone && label.starts_with('^')) return static_cast<void>(at_ = end + 1);
        if (close == kNone) return copy(1);
        const bool back_mark = label.starts_with('[') || label == "↑" || label == "src" ||
                               label == "¶" || label == "#";
        if (!back_mark) add_label(label);
        at_ = close + 1;
    }

    void add_label(std::string_view label) { put(Cleaner{label}.run()); }

    void wikilink() {
        const auto end = text_.find("]]", at_);
        if (end == kNone) return copy(2);
        auto inner = text_.substr(at_ + 2, end - at_ - 2);
        if (const auto bar = inner.find('|'); bar != kNone) inner = inner.substr(bar + 1);
        put(inner);
        at_ = end + 2;
    }

    void skip_attribute() {
        const auto end = text_.find('}', at_);
        const bool attribute =
            end != kNone && (text_.substr(at_, 2) == "{#" || text_.substr(at_, 2) == "{." ||
                             text_.substr(at_, 3) == "{%");
        if (!attribute) return copy(1);
        at_ = end + 1;
    }

    void hard_blank() {
        constexpr std::string_view kHardBlank = "&nbsp;";
        if (!text_.substr(at_).starts_with(kHardBlank)) return copy(1);
        put(" ");
        at_ += kHardBlank.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool open_star_ = false;
    bool open_run_ = false;
    bool open_line_ = false;
    std::string out_;
};

/// Without a final " ^block-id".
std::string_view without_block_id(std::string_view text) {
    auto start = text.size();
    while (start > 0 &&
           (is_alpha(text[start - 1]) || is_digit(text[start - 1]) || text[start - 1] == '-'))
        --start;
    const bool id = start < text.size() && start >= 2 && text.substr(start - 2, 2) == " ^";
    return id ? text.substr(0, start - 2) : text;
}

}  // namespace

std::string clean_text(std::string_view markdown) {
    const auto text = without_block_id(trim(markdown));
    if (text.size() > kLongestLine) return std::string{text};  // no title, no question
    const auto without_marks = Cleaner{text}.run();
    std::string cleaned{without_trailing_decoration(without_leading_decoration(without_marks))};
    if (text.find_first_of("*_~<![{\\&") != kNone) {  // where marks went, blanks may meet
        const auto both = [](char a, char b) { return a == ' ' && b == ' '; };
        cleaned.erase(std::unique(cleaned.begin(), cleaned.end(), both), cleaned.end());
    }
    return cleaned;
}

int content_size(std::string_view text, int enough) {
    int count = 0;
    while (!text.empty() && count < enough) {
        const char32_t c = take_code_point(text);
        const bool ascii =
            c < 0x80 && (is_alpha(static_cast<char>(c)) || is_digit(static_cast<char>(c)));
        if (ascii || is_cjk(c) || (c >= 0xC0 && c < 0x2000)) ++count;
    }
    return count;
}

bool has_cjk(std::string_view text) {
    while (!text.empty()) {
        if (is_cjk(take_code_point(text))) return true;
    }
    return false;
}

}  // namespace wengu
