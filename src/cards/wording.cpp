#include "cards/wording.h"

#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kLongestLine = 8192;     // bytes; beyond it marks are not looked for
constexpr std::size_t kLongestQuestion = 240;  // bytes, without a question mark

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Pictures that rate or decorate: stars, babies, rockets and what joins them.
bool is_decoration(char32_t c) {
    return (c >= 0x1F300 && c <= 0x1FAFF) ||
           (c >= 0x2600 && c <= 0x27BF && c != 0x2705 && c != 0x274C) || c == 0x2B50 ||
           c == 0x2B06 || c == 0xFE0F || c == 0x200D || (c >= 0x1F1E6 && c <= 0x1F1FF);
}

/// Length in bytes of a ":star:"-like word at the front, or 0.
std::size_t shortcode(std::string_view text) {
    if (text.size() < 4 || text[0] != ':') return 0;
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", 1);
    if (end == kNone || text[end] != ':' || end < 3 || !is_alpha(text[1])) return 0;
    return end + 1;
}

std::string_view without_leading_decoration(std::string_view text) {
    text = trim(text);
    while (!text.empty()) {
        auto rest = text;
        const auto length = shortcode(text);
        if (length > 0) {
            rest.remove_prefix(length);
        } else if (!is_decoration(take_code_point(rest))) {
            break;
        }
        text = trim(rest);
    }
    return text;
}

std::size_t last_start(std::string_view text) {
    auto start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    return start;
}

char32_t last_code_point(std::string_view text) {
    if (text.empty()) return 0;
    auto last = text.substr(last_start(text));
    return take_code_point(last);
}

std::string_view without_trailing_decoration(std::string_view text) {
    text = trim(text);
    while (!text.empty()) {
        if (is_decoration(last_code_point(text))) {
            text = trim(text.substr(0, last_start(text)));
        } else if (text.back() == ':') {
            const auto open = text.rfind(':', text.size() - 2);
            if (text.size() < 4 || open == kNone ||
                shortcode(text.substr(open)) != text.size() - open)
                break;
            text = trim(text.substr(0, open));
        } else {
            break;
        }
    }
    return text;
}

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
            default: copy(1);
        }
    }

    void copy(std::size_t bytes) {
        out_ += text_.substr(at_, bytes);
        at_ += bytes;
    }

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
        if ((blank_before && blank_after) || single_tilde || lone) return copy(end - at_);
        if (end - at_ == 1) open_star_ = !open_star_;
        at_ = end;
    }

    void skip_underscores() {
        const auto end = std::min(text_.find_first_not_of('_', at_), text_.size());
        const auto is_word = [&](std::size_t i) {
            return i < text_.size() && (is_alpha(text_[i]) || is_digit(text_[i]) ||
                                        (static_cast<unsigned char>(text_[i]) & 0x80U) != 0);
        };
        const bool inside = at_ > 0 && is_word(at_ - 1) && is_word(end);
        const bool lone =
            text_.find('_', end) == kNone && out_.find('_') == std::string::npos && !open_line_;
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
            out_ += inner;  // an address between angle brackets
        } else if (is_generic(inner)) {
            out_ += text_.substr(at_, end + 1 - at_);
        }
        at_ = end + 1;
    }

    /// "vector<T>" in running text is no tag.
    static bool is_generic(std::string_view inner) {
        constexpr std::array<std::string_view, 40> kTags{
            "a",   "b",   "i",    "u",    "p",    "s",    "br",     "hr",      "em",      "li",
            "ol",  "ul",  "td",   "th",   "tr",   "dd",   "dl",     "dt",      "h1",      "h2",
            "h3",  "h4",  "h5",   "h6",   "del",  "div",  "img",    "ins",     "kbd",     "pre",
            "sub", "sup", "code", "font", "mark", "span", "strong", "details", "summary", "center"};
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
        if (close == kNone) return copy(1);
        const bool back_mark = label.starts_with('[') || label == "↑" || label == "src" ||
                               label == "¶" || label == "#";
        if (!back_mark) out_ += Cleaner{label}.run();
        at_ = close + 1;
    }

    void wikilink() {
        const auto end = text_.find("]]", at_);
        if (end == kNone) return copy(2);
        auto inner = text_.substr(at_ + 2, end - at_ - 2);
        if (const auto bar = inner.find('|'); bar != kNone) inner = inner.substr(bar + 1);
        out_ += inner;
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

    std::string_view text_;
    std::size_t at_ = 0;
    bool open_star_ = false;
    bool open_line_ = false;
    std::string out_;
};

constexpr ByteSet kMarks{"*_~<![{\\"};
bool needs_cleaning(std::string_view text) { return kMarks.find(text) != kNone; }

/// Without a final " ^block-id".
std::string_view without_block_id(std::string_view text) {
    const auto caret = text.rfind(" ^");
    if (caret == kNone || caret + 2 >= text.size()) return text;
    const auto id = text.substr(caret + 2);
    const bool plain =
        std::ranges::all_of(id, [](char c) { return is_alpha(c) || is_digit(c) || c == '-'; });
    return plain ? text.substr(0, caret) : text;
}

bool is_han_number(char32_t c) {
    return std::u32string_view{U"一二三四五六七八九十百零两"}.find(c) != std::u32string_view::npos;
}

bool is_number_end(char32_t c) {
    return std::u32string_view{U".．、)）:：,，]】"}.find(c) != std::u32string_view::npos;
}

bool is_counter(char32_t c) {
    return std::u32string_view{U"次个种层大条步年月天级款类倍段"}.find(c) !=
           std::u32string_view::npos;
}

/// Bytes of leading "12" or "1.2.3", or 0.
std::size_t arabic_number(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i == 0 || i > 4) return 0;
    while (i + 1 < text.size() && (text[i] == '.' || text[i] == '-') && is_digit(text[i + 1])) {
        const auto start = ++i;
        while (i < text.size() && is_digit(text[i])) ++i;
        if (i - start > 3) return 0;
    }
    return i;
}

std::size_t han_number(std::string_view text) {
    auto rest = text;
    std::size_t length = 0;
    while (!rest.empty() && is_han_number(take_code_point(rest)))
        length = text.size() - rest.size();
    return length > 12 ? 0 : length;
}

/// The text after a number in brackets or "第…题", or the text itself.
std::string_view without_enclosed_number(std::string_view text) {
    for (const std::string_view open : {"（", "(", "[", "【"}) {
        if (!text.starts_with(open)) continue;
        auto rest = text.substr(open.size());
        const auto length = std::max(arabic_number(rest), han_number(rest));
        if (length == 0) return text;
        rest.remove_prefix(length);
        for (const std::string_view close : {"）", ")", "]", "】"}) {
            if (rest.starts_with(close)) return trim(rest.substr(close.size()));
        }
        return text;
    }
    if (!text.starts_with("第")) return text;
    auto rest = text.substr(std::string_view{"第"}.size());
    const auto length = std::max(arabic_number(rest), han_number(rest));
    rest.remove_prefix(length);
    for (const std::string_view unit : {"题", "问", "章", "节", "讲", "篇", "部分", "课"}) {
        if (length == 0 || !rest.starts_with(unit)) continue;
        rest = trim(rest.substr(unit.size()));
        for (const std::string_view mark : {"：", ":", "、", ".", "，"}) {
            if (rest.starts_with(mark)) return trim(rest.substr(mark.size()));
        }
        return rest.empty() ? text : rest;
    }
    return text;
}

/// Text after a plain number, given where the number ends.
std::string_view after_number(std::string_view text, std::size_t length, bool arabic) {
    auto rest = text.substr(length);
    auto after = rest;
    if (after.empty()) return text;
    const char32_t next = take_code_point(after);
    if (is_number_end(next)) {
        if (after.starts_with(')')) after.remove_prefix(1);
        return after.empty() || trim(after).empty() ? text : trim(after);
    }
    if (!arabic) return text;
    if (next != ' ' && next != U'\u3000' && next != '\t') {
        // "1.2标题": a dotted number needs no blank before Chinese text
        return text.substr(0, length).find('.') != kNone && is_cjk(next) && !is_counter(next)
                   ? rest
                   : text;
    }
    const auto words = trim(after);
    auto first = words;
    const char32_t start = words.empty() ? 0 : take_code_point(first);
    const bool dotted = text.substr(0, length).find('.') != kNone;
    if (dotted || (is_cjk(start) && !is_counter(start)) || (has_cjk(words) && !is_cjk(start)))
        return words;
    return text;
}

bool is_closing(char32_t c) {
    return std::u32string_view{U"\"'”’」』》】*_`~"}.find(c) != std::u32string_view::npos;
}

/// Without decorations, closing quotes and final remarks in brackets.
std::string_view without_tail(std::string_view text) {
    for (int guard = 0; guard < 6; ++guard) {
        const auto before = text;
        text = without_trailing_decoration(text);
        while (!text.empty() && is_closing(last_code_point(text)))
            text = trim(text.substr(0, last_start(text)));
        for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"},
                                          {"(", ")"},
                                          {"【", "】"},
                                          {"[", "]"}}) {
            if (!text.ends_with(close)) continue;
            const auto start = text.rfind(open);
            if (start != kNone && start > 0) text = trim(text.substr(0, start));
        }
        if (text == before) break;
    }
    return text;
}

bool ends_with_question_mark(std::string_view text) {
    if (text.find('?') == kNone && text.find("？") == kNone) return false;
    for (int guard = 0; guard < 4; ++guard) {
        text = without_tail(text);
        while (text.ends_with("：") || text.ends_with(":") || text.ends_with("！") ||
               text.ends_with("!") || text.ends_with("…")) {
            text = trim(text.substr(0, last_start(text)));
        }
    }
    return text.ends_with("？") || text.ends_with('?');
}

bool has_question_mark(std::string_view text) {
    return text.find("？") != kNone || text.find("? ") != kNone || text.find("?I") != kNone ||
           (text.find('?') != kNone && text.find("://") == kNone && text.find('`') == kNone);
}

int word_count(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ';
        if (!blank && !inside) ++words;
        inside = !blank;
    }
    return words;
}

}  // namespace

std::string clean_text(std::string_view markdown) {
    auto text = without_block_id(trim(markdown));
    if (text.size() > kLongestLine) return std::string{text};  // no title, no question
    if (!needs_cleaning(text)) {
        return std::string{without_trailing_decoration(without_leading_decoration(text))};
    }
    const auto cleaned = Cleaner{text}.run();
    std::string result;
    bool blank = false;
    for (const char c : without_trailing_decoration(without_leading_decoration(cleaned))) {
        if (c == ' ' && blank) continue;
        blank = c == ' ';
        result += c;
    }
    return result;
}

std::string_view without_numbering(std::string_view text) {
    text = trim(text);
    if (text.empty()) return text;
    const auto enclosed = without_enclosed_number(text);
    if (enclosed.size() != text.size()) return enclosed;
    if (const auto length = arabic_number(text); length > 0)
        return after_number(text, length, true);
    if (const auto length = han_number(text); length > 0) return after_number(text, length, false);
    return text;
}

std::string_view after_question_mark_word(std::string_view text) {
    for (const std::string_view word :
         {"Question", "question", "QUESTION", "问题", "题目", "提问", "面试题", "问", "题", "Q"}) {
        if (!text.starts_with(word)) continue;
        auto rest = text.substr(word.size());
        if (rest.starts_with(' ')) rest.remove_prefix(1);
        if (rest.starts_with('#')) rest.remove_prefix(1);
        const auto length = std::max(arabic_number(rest), han_number(rest));
        rest = trim(rest.substr(length));
        for (const std::string_view mark : {"：", ":", "、", ". ", "）", ") ", " - ", "．"}) {
            const bool strong = mark == "：" || mark == ":";
            if (rest.starts_with(mark) && (strong || length > 0)) {
                rest.remove_prefix(mark.size());
                return rest.starts_with(':') ? std::string_view{} : trim(rest);
            }
        }
        if (word == "Q" && length > 0 && rest.size() < text.size() - 1 - length)
            return rest;  // "Q1 text"
    }
    return {};
}

std::string_view question_text(std::string_view text) {
    const auto marked = after_question_mark_word(text);
    return marked.empty() ? without_numbering(text) : marked;
}

std::size_t answer_start(std::string_view text, const Words& words) {
    // The opener ends at the first colon, close to the start.
    const auto wide = text.find("：");
    const auto narrow = text.find(':');
    const auto colon = std::min(wide, narrow);
    if (colon == kNone || colon == 0 || colon > 40) return kNone;
    const auto opener = text.substr(0, colon);
    const bool single = opener == "A" || opener == "答";
    if (!single && opener == "a") return kNone;
    if (!single && !words.has("answer titles", title_key(opener))) return kNone;
    const auto end = colon + (colon == wide ? std::string_view{"："}.size() : 1);
    return end < text.size() && text[end] == ':' ? kNone : end;
}

std::string title_key(std::string_view cleaned) {
    auto text = without_numbering(without_trailing_decoration(without_leading_decoration(cleaned)));
    for (int guard = 0; guard < 4; ++guard) {
        const auto before = text;
        text = without_tail(text);
        for (const std::string_view mark :
             {"：", ":", "。", "？", "?", "！", "!", "…", "；", "，"}) {
            if (text.size() > mark.size() && text.ends_with(mark))
                text = trim(text.substr(0, text.size() - mark.size()));
        }
        if (text == before) break;
    }
    return normalise(text);
}

Asking asking(std::string_view cleaned, const Words& words) {
    if (cleaned.empty()) return Asking::No;
    if (ends_with_question_mark(cleaned)) return Asking::Openly;
    if (cleaned.size() > kLongestQuestion && !has_question_mark(cleaned)) return Asking::No;
    const auto key = title_key(cleaned);
    const bool starts = !words.start_of("question starts", key).empty();
    if (starts && has_question_mark(cleaned)) return Asking::Openly;
    if (words.ends_with("not questions ends", key)) return Asking::No;
    if (has_cjk(key)) {
        const bool chinese_start = starts && has_cjk(words.start_of("question starts", key));
        const bool asked = content_size(key) >= 5 && words.contains("interrogatives", key) &&
                           key.find(',') == kNone && key.find("。") == kNone;
        return chinese_start || asked || words.ends_with("question ends", key) ? Asking::Implied
                                                                               : Asking::No;
    }
    const bool implied = !words.start_of("implicit starts", key).empty() ||
                         !words.start_of("imperatives", key).empty();
    const int enough = cleaned.ends_with('.') ? 2 : 3;
    return implied && word_count(key) >= enough ? Asking::Implied : Asking::No;
}

Asking item_asking(std::string_view cleaned, Asking found, const Words& words) {
    if (found != Asking::Implied) return found;
    const auto key = title_key(cleaned);
    const bool strong = !has_cjk(key) || words.ends_with("strong question ends", key) ||
                        !words.start_of("question starts", key).empty() ||
                        words.contains("interrogatives", key);
    return strong ? Asking::Implied : Asking::No;
}

bool is_label(std::string_view cleaned, const Words& words) {
    const auto key = title_key(cleaned);
    return key.empty() || words.has("labels", key) || words.has("answer titles", key);
}

bool is_numbered(std::string_view cleaned, std::string_view list, const Words& words) {
    const auto key = normalise(cleaned);
    const auto word = words.start_of(list, key);
    if (word.empty()) return false;
    auto rest = trim(std::string_view{key}.substr(word.size()));
    auto length = std::max(arabic_number(rest), han_number(rest));
    if (length == 0 && !rest.empty() && is_alpha(rest[0])) length = 1;
    if (length == 0) return false;
    rest = trim(rest.substr(length));
    if (rest.empty()) return true;
    char32_t next = take_code_point(rest);
    return is_number_end(next) || next == '-' || next == U'—' || next == U'–' || next == '"' ||
           next == U'“' || next == U'「';
}

int content_size(std::string_view text) {
    int count = 0;
    while (!text.empty()) {
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

bool ends_with_colon(std::string_view text) {
    const auto trimmed = without_trailing_decoration(text);
    return trimmed.ends_with(':') || trimmed.ends_with("：");
}

bool is_placeholder(std::string_view text, const Words& words) {
    if (text.size() > 60) return false;
    const auto key = title_key(clean_text(text));
    return words.has("placeholders", key) || words.has("placeholders", normalise(trim(text)));
}

}  // namespace wengu
