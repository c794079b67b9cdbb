#include "cards/wording.h"

#include "cards/affixes.h"
#include "cards/none.h"
#include "core/byte_set.h"
#include "core/simplify.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::size_t kLongestQuestion = 240;  // bytes, without a question mark

bool is_closing(char32_t c) {
    static constexpr ByteSet kAscii{"\"'*_`~"};
    if (c < 0x80) return kAscii.has(static_cast<char>(c));
    return c == U'”' || c == U'’' || c == U'」' || c == U'』' || c == U'》' || c == U'】';
}

using Brackets = std::pair<std::string_view, std::string_view>;
constexpr std::array<Brackets, 4> kBrackets{{{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}}};

constexpr std::array<std::string_view, 10> kFinalMarks{"：", ":", "。", "？", "?",
                                                       "！", "!", "…",  "；", "，"};

/// Without decorations, closing quotes and final remarks in brackets.
std::string_view without_tail(std::string_view text) {
    for (int guard = 0; guard < 6; ++guard) {
        const auto before = text.size();
        text = without_trailing_decoration(text);
        while (!text.empty() && is_closing(last_code_point(text)))
            text = trim(text.substr(0, last_start(text)));
        for (const auto& [open, close] : kBrackets) {
            if (!text.ends_with(close)) continue;
            const auto start = text.rfind(open);
            if (start != kNone && start > 0) text = trim(text.substr(0, start));
        }
        if (text.size() == before) break;
    }
    return text;
}

bool ends_with_question_mark(std::string_view text) {
    if (text.ends_with('?') || text.ends_with("？")) return true;
    if (!has_any_question_mark(text)) return false;
    for (int guard = 0; guard < 4; ++guard) {
        const auto before = text.size();
        text = without_tail(text);
        while (text.ends_with("：") || text.ends_with(":") || text.ends_with("！") ||
               text.ends_with("!") || text.ends_with("…")) {
            text = trim(text.substr(0, last_start(text)));
        }
        if (text.size() == before) break;
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

/// The text inside quotes that hold it as a whole: “How do you …?”
std::string_view without_quotes(std::string_view text) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""},
                                      {"“", "”"},
                                      {"「", "」"},
                                      {"『", "』"}}) {
        if (text.size() <= open.size() + close.size() || !text.starts_with(open) ||
            !text.ends_with(close))
            continue;
        const auto inside = text.substr(open.size(), text.size() - open.size() - close.size());
        if (inside.find(open) == kNone && inside.find(close) == kNone) return trim(inside);
    }
    return text;
}

/// "A", "A1": the mark of an answer, perhaps with the number of its question.
bool is_numbered_letter(std::string_view text, std::string_view letter) {
    return text.starts_with(letter) && text.find_first_not_of("0123456789", letter.size()) == kNone;
}

}  // namespace

bool has_any_question_mark(std::string_view text) {
    return text.find('?') != kNone || text.find("？") != kNone;
}

namespace {

/// "【例1】 …": the name between the brackets without its number, and what follows them.
struct Bracketed {
    std::string_view name;
    std::string_view rest;
};

Bracketed bracketed(std::string_view text) {
    constexpr std::string_view kOpen = "【";
    constexpr std::string_view kClose = "】";
    constexpr std::size_t kLongestName = 24;  // bytes
    const auto close = text.starts_with(kOpen) ? text.find(kClose) : kNone;
    if (close == kNone || close > kLongestName) return {};
    auto name = text.substr(kOpen.size(), close - kOpen.size());
    while (!name.empty() && is_digit(name.back())) name.remove_suffix(1);
    auto rest = trim(text.substr(close + kClose.size()));
    for (const std::string_view colon : {"：", ":"}) {
        if (rest.starts_with(colon)) rest = trim(rest.substr(colon.size()));
    }
    return {trim(name), rest};
}

}  // namespace

std::string_view after_question_mark_word(std::string_view text) {
    if (const auto [name, rest] = bracketed(text); !name.empty()) {
        constexpr std::array<std::string_view, 9> kNames{"问", "问题", "提问", "题", "题目",
                                                         "例", "例题", "真题", "Q"};
        return std::ranges::find(kNames, name) != kNames.end() ? rest : std::string_view{};
    }
    static constexpr std::array<std::string_view, 17> kWords{
        "Question",     "question",   "QUESTION", "问题",     "题目", "提问",
        "面试题",       "面试官追问", "面试官",   "高频追问", "追问", "高频问法",
        "面试高频问法", "思考题",     "问",       "题",       "Q"};
    for (const auto word : kWords) {
        if (!text.starts_with(word)) continue;
        auto rest = text.substr(word.size());
        if (rest.starts_with(' ')) rest.remove_prefix(1);
        if (rest.starts_with('#')) rest.remove_prefix(1);
        const auto length = std::max(arabic_number(rest), han_number(rest));
        rest = trim(rest.substr(length));
        for (const std::string_view mark : {"：", ":", "、", ". ", "）", ") ", " - ", "．"}) {
            const bool strong = mark == "：" || mark == ":" || (word == "Q" && mark == ". ");
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
    return without_quotes(marked.empty() ? without_numbering(text) : marked);
}

std::size_t answer_start(std::string_view text, const Words& words) {
    if (const auto [name, rest] = bracketed(text); !name.empty()) {
        return is_titled(name, "answer titles", words)
                   ? static_cast<std::size_t>(rest.data() - text.data())
                   : kNone;
    }
    if (text.starts_with('A') && text.size() > 2 && is_digit(text[1])) {  // "A1. …"
        const auto digits = std::min(text.find_first_not_of("0123456789", 1), text.size());
        if (text.substr(digits).starts_with(". ")) return digits + 2;
    }
    // The opener ends at the first colon, close to the start.
    const auto colon = first_colon(text, 40);
    if (colon == kNone || colon == 0) return kNone;
    const auto opener = text.substr(0, colon);
    const bool single = is_numbered_letter(opener, "A") || is_numbered_letter(opener, "答");
    if (!single && opener == "a") return kNone;
    if (!single && !is_titled(opener, "answer titles", words)) return kNone;
    const auto end = colon + (text[colon] == ':' ? 1 : std::string_view{"："}.size());
    return end < text.size() && text[end] == ':' ? kNone : end;
}

namespace {

/// `text` in simplified characters: as it is, where it holds no others, as nearly all do.
std::string in_simplified(std::string text) {
    for (std::string_view rest = text; !rest.empty();) {
        const char32_t c = take_code_point(rest);
        if (c >= 0x80 && simplified(c) != c) return simplified(text);
    }
    return text;
}

/// What `title_key` normalises.
std::string_view bare_title(std::string_view cleaned) {
    auto text = without_numbering(without_trailing_decoration(without_leading_decoration(cleaned)));
    for (int guard = 0; guard < 4; ++guard) {
        const auto before = text.size();
        text = without_tail(text);
        for (const auto mark : kFinalMarks) {
            if (text.size() > mark.size() && text.ends_with(mark))
                text = trim(text.substr(0, text.size() - mark.size()));
        }
        if (text.size() == before) break;
    }
    return text;
}

}  // namespace

std::string title_key(std::string_view cleaned) {
    return in_simplified(normalise(bare_title(cleaned)));
}

bool is_titled(std::string_view cleaned, ListName list, const Words& words) {
    return words.has(list, title_key(cleaned));
}

bool is_titled_once_clean(std::string_view markdown, ListName list, const Words& words) {
    return is_titled(clean_text(markdown), list, words);
}

namespace {

/// "回答时要讲清楚为什么" advises to tell why and does not ask it; "讲清楚为什么" asks.
bool only_advises(std::string_view title, const Words& words) {
    if (!words.contains("advice words", title)) return false;
    for (auto rest = title; !rest.empty(); take_code_point(rest)) {
        if (!words.start_of("interrogatives", rest).empty()) return false;
        if (!words.start_of("advice words", rest).empty())
            return words.contains("embedded questions", rest);
    }
    return false;
}

/// "怎么清理", "与孤儿进程的区别", "应用场景有哪些": asks about something it does not name.
bool lacks_subject(std::string_view key, const Words& words) {
    constexpr int kNamesSomething = 3;  // characters: "为什么快", "如何避免", but "如何选主键"
    for (const std::string_view beside : {"与", "和", "跟"}) {
        if (!key.starts_with(beside)) continue;
        for (const std::string_view compared : {"区别", "不同", "差异", "异同", "关系", "联系"}) {
            if (key.ends_with(compared)) return true;
        }
    }
    if (const auto start = words.start_of("bare question starts", key); !start.empty()) {
        auto rest = key.substr(start.size());
        for (const std::string_view end : {"的", "了", "吗", "呢"}) {
            if (rest.ends_with(end)) rest.remove_suffix(end.size());
        }
        return content_size(rest, kNamesSomething) < kNamesSomething;
    }
    for (const std::string_view end : {"有哪些", "是什么", "有什么", "是怎样的"}) {
        if (key.ends_with(end)) return words.has("labels", key.substr(0, key.size() - end.size()));
    }
    return false;
}

/// How a title with Han characters in it asks. Its words are looked for as they stand, for
/// normalising leaves Han characters alone.
Asking asking_in_chinese(std::string_view cleaned, std::string_view title, const Words& words) {
    const auto start = words.start_of("question starts", normalise(title));
    if (!start.empty() && has_question_mark(cleaned)) return Asking::Openly;
    if (words.ends_with("not questions ends", title)) return Asking::No;
    const auto is_one_clause = [&] {
        return title.find(',') == kNone && title.find("，") == kNone && title.find("。") == kNone;
    };
    if (has_cjk(start)) return Asking::Implied;
    const bool implied =
        words.ends_with("question ends", title) ||
        (words.contains("interrogatives", title) && content_size(title, 5) >= 5 && is_one_clause());
    return implied && !only_advises(title, words) ? Asking::Implied : Asking::No;
}

}  // namespace

Asking asking(std::string_view cleaned, const Words& words) {
    if (cleaned.empty()) return Asking::No;
    if (ends_with_question_mark(cleaned)) return Asking::Openly;
    if (cleaned.size() > kLongestQuestion && !has_question_mark(cleaned)) return Asking::No;
    const auto title = bare_title(cleaned);
    if (has_cjk(title)) return asking_in_chinese(cleaned, simplified(title), words);
    const auto key = normalise(title);
    const bool starts = !words.start_of("question starts", key).empty();
    if (starts && has_question_mark(cleaned)) return Asking::Openly;
    if (words.ends_with("not questions ends", key)) return Asking::No;
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

bool is_numbered(std::string_view cleaned, ListName list, const Words& words) {
    const auto key = normalise(cleaned);
    const auto word = words.start_of(list, key);
    if (word.empty()) return false;
    auto rest = trim(std::string_view{key}.substr(word.size()));
    if (rest.starts_with('#')) rest.remove_prefix(1);
    auto length = std::max(arabic_number(rest), han_number(rest));
    if (length == 0 && !rest.empty() && is_alpha(rest[0])) length = 1;
    if (length == 0) return false;
    rest = trim(rest.substr(length));
    if (rest.empty()) return true;
    char32_t next = take_code_point(rest);
    return is_number_end(next) || next == '-' || next == U'—' || next == U'–' || next == '"' ||
           next == U'“' || next == U'「';
}

std::size_t first_colon(std::string_view text, std::size_t most) {
    const auto end = std::min(text.size(), most + 1);
    for (std::size_t i = 0; i < end; ++i) {
        if (text[i] == ':' || (text[i] == '\xEF' && text.substr(i).starts_with("："))) return i;
    }
    return kNone;
}

bool ends_with_colon(std::string_view text) {
    const auto trimmed = without_trailing_decoration(text);
    return trimmed.ends_with(':') || trimmed.ends_with("：");
}

bool is_placeholder(std::string_view text, const Words& words) {
    if (text.size() > 60) return false;
    text = trim(text);
    return is_titled_once_clean(text, "placeholders", words) ||
           words.has("placeholders", normalise(text));
}

bool refers_back(std::string_view key, const Words& words) {
    if (has_cjk(key))
        return words.contains("words that refer back", key) || lacks_subject(key, words);
    return words.contains("words that refer back", fmt::format(" {} ", key));
}

bool names_standard_answer(std::string_view key, const Words& words) {
    return words.has("standard answer titles", key) ||
           (words.contains("standard answer sorts", key) &&
            words.ends_with("standard answer nouns", key));
}

}  // namespace wengu
