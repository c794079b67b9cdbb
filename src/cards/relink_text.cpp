#include "cards/relink_text.h"

#include "cards/distance.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

using Sort = QuestionWord::Sort;

constexpr std::array<std::string_view, 33> kLabels{
    "观点",    "误区",  "风险", "策略",   "路径", "方案",     "维度", "场景", "原则",
    "误解",    "陷阱",  "问题", "问",     "题",   "案例",     "步骤", "阶段", "例",
    "要点",    "考点",  "追问", "题目",   "q",    "question", "step", "part", "chapter",
    "section", "claim", "risk", "option", "case", "example"};
constexpr std::u32string_view kNumerals = U"零一二三四五六七八九十百两";
constexpr std::u32string_view kOperators = U"=<>&|%^+$";

bool is_code_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char32_t c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000);
}
bool is_operator(char32_t c) { return kOperators.find(c) != std::u32string_view::npos; }
bool is_white(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000;
}
bool is_mark(char32_t c) {
    return c == '*' || c == '`' || c == 0x200B || c == 0xFEFF || c == 0xFE0F;
}

bool is_punctuation(char32_t c) {
    return c < 0xC0 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3001 && c <= 0x303F) ||
           (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
}

/// Full-width forms as their plain ones.
char32_t plain(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

/// Cuts a text into words and says what stands around them.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_{to_code_points(text)} {
        for (auto& c : text_) {
            if (is_letter(plain(c)) || is_code_digit(plain(c))) c = plain(c);
        }
    }

    QuestionWords cut() {
        while (at_ < text_.size()) {
            const char32_t c = text_[at_];
            if (is_letter(c) || is_code_digit(c)) {
                take_run();
            } else if (is_operator(c)) {
                take_while(is_operator, Sort::Name);
            } else if (is_mark(c)) {
                ++at_;
            } else if (is_white(c)) {
                if (!words_.empty()) words_.back().before_blank = true;
                ++at_;
            } else if (is_punctuation(c)) {
                if (!words_.empty()) words_.back().before_break = true;
                break_ = true;
                ++at_;
            } else {
                add(text_.substr(at_, 1), Sort::Han);
                ++at_;
            }
        }
        if (!words_.empty()) words_.back().before_break = true;
        return std::move(words_);
    }

private:
    void add(std::u32string_view text, Sort sort) {
        auto utf8 = to_utf8(text);
        for (char& c : utf8) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        const bool ascii =
            sort != Sort::Han && std::ranges::all_of(text, [](char32_t c) { return c < 0x80; });
        words_.push_back({ascii ? std::move(utf8) : normalise(utf8), sort, break_});
        break_ = false;
    }

    template <typename Test>
    void take_while(Test test, Sort sort) {
        const auto begin = at_;
        while (at_ < text_.size() && test(text_[at_])) ++at_;
        add(std::u32string_view{text_}.substr(begin, at_ - begin), sort);
    }

    /// "don't", "C++", "3.5", "node.js", "max_size".
    void take_run() {
        const auto begin = at_;
        while (at_ < text_.size() && in_run(at_, begin)) ++at_;
        const auto run = std::u32string_view{text_}.substr(begin, at_ - begin);
        const auto digits = std::ranges::count_if(run, is_code_digit);
        const auto capitals = std::ranges::count_if(run, is_upper);
        const auto others = std::ranges::count_if(run, [](char32_t c) { return !is_letter(c); });
        const bool number = std::ranges::none_of(run, is_letter);
        const bool name =
            digits > 0 || capitals > 1 || others > 0 || (run.size() == 1 && capitals == 1);
        add(run, number ? Sort::Number : name ? Sort::Name : Sort::Word);
    }

    [[nodiscard]] bool in_run(std::size_t at, std::size_t begin) const {
        const char32_t c = text_[at];
        if (is_letter(c) || is_code_digit(c) || c == '_') return true;
        const bool inside = at > begin && at + 1 < text_.size() &&
                            (is_letter(text_[at + 1]) || is_code_digit(text_[at + 1]));
        if ((c == '.' || c == '\'' || c == 0x2019) && inside) return true;
        const bool suffix = (c == '+' || c == '#') && at > begin && is_letter(text_[begin]);
        return suffix && at - begin <= 3;
    }

    std::u32string text_;
    std::size_t at_ = 0;
    bool break_ = true;
    QuestionWords words_;
};

bool is_numeral(const QuestionWord& word) {
    const auto c = to_code_points(word.text);
    return word.sort == Sort::Han && kNumerals.find(c.front()) != std::u32string_view::npos;
}

/// How many words from `at` on make a label's word; 0 when there is none.
std::size_t label_length(const QuestionWords& words, std::size_t at) {
    if (!words[at].after_break) return 0;
    if (words[at].text == "第") return 1;
    std::string text;
    std::size_t found = 0;
    for (std::size_t n = 1; n <= 4 && at + n <= words.size(); ++n) {
        text += words[at + n - 1].text;
        if (std::ranges::find(kLabels, text) != kLabels.end()) found = n;
        if (words[at + n - 1].before_break) break;
    }
    return found;
}

/// How many words from `at` on are the number of a label.
std::size_t number_length(const QuestionWords& words, std::size_t at) {
    std::size_t length = 0;
    while (at + length < words.size() && length < 4 &&
           (words[at + length].sort == Sort::Number || is_numeral(words[at + length]))) {
        ++length;
        if (words[at + length - 1].before_break) break;
    }
    if (length > 0 || at >= words.size()) return length;
    return words[at].text.size() == 1 && words[at].before_break ? 1 : 0;  // "方案A："
}

/// "q3", "step2": a label and its number in one run of letters.
bool is_numbered_label(const QuestionWord& word) {
    const auto digit = word.text.find_first_of("0123456789");
    if (!word.after_break || digit == std::string::npos || digit == 0) return false;
    const bool rest = word.text.find_first_not_of("0123456789.", digit) == std::string::npos;
    return rest && std::ranges::find(kLabels, word.text.substr(0, digit)) != kLabels.end();
}

/// "第3题", "第二章": what follows the number is a part of a text. "第三次" is not.
bool counts_parts(const QuestionWords& words, std::size_t label, std::size_t next) {
    static constexpr std::array<std::string_view, 8> kParts{"题", "章", "节", "问",
                                                            "篇", "讲", "课", "部"};
    return words[label].text == "第" && next < words.size() &&
           std::ranges::find(kParts, words[next].text) != kParts.end();
}

/// A number that only counts: "3.", "(2)", "四、", and "1.2" at the very start.
bool is_ordinal(const QuestionWords& words, std::size_t at) {
    const auto& word = words[at];
    if (!word.after_break || at + 1 == words.size()) return false;
    if (word.sort == Sort::Number) {
        return word.before_break || (at == 0 && word.text.find('.') != std::string::npos);
    }
    return word.before_break && is_numeral(word);
}

}  // namespace

QuestionWords question_words(std::string_view front) {
    const auto all = Cutter{front}.cut();
    QuestionWords kept;
    for (std::size_t at = 0; at < all.size();) {
        if (const auto label = label_length(all, at); label > 0) {
            const auto number = number_length(all, at + label);
            const auto last = at + label + number - 1;
            const bool counts = number > 0 && (all[last].before_break || all[last].before_blank ||
                                               counts_parts(all, at, last + 1));
            for (std::size_t i = 0; i < label; ++i) kept.push_back(all[at + i]);
            at += label + (counts ? number : 0);
        } else if (is_numbered_label(all[at])) {
            kept.push_back(all[at]);
            kept.back().text.resize(kept.back().text.find_first_of("0123456789"));
            kept.back().sort = Sort::Word;
            ++at;
        } else {
            if (!is_ordinal(all, at)) kept.push_back(all[at]);
            ++at;
        }
    }
    return kept;
}

std::string joined(const QuestionWords& words) {
    std::string text;
    bool letters = false;
    for (const auto& word : words) {
        if (letters && word.sort != Sort::Han) text += ' ';
        text += word.text;
        letters = word.sort != Sort::Han;
    }
    return text;
}

Shingles shingles(std::string_view text) {
    Shingles result;
    const auto clean = normalise(text);
    std::string_view rest = clean;
    char32_t previous = ' ';
    while (!rest.empty()) {
        const char32_t c = take_code_point(rest);
        if (c == ' ' || c == '*' || c == '`') continue;
        ++result.letters;
        const auto pair = (static_cast<std::uint64_t>(previous) << 32U) | c;
        result.hashes.push_back(static_cast<std::uint32_t>((pair * 0x9E3779B97F4A7C15ULL) >> 32U));
        previous = c;
    }
    std::ranges::sort(result.hashes);
    return result;
}

double overlap(const Shingles& a, const Shingles& b) {
    if (a.hashes.empty() || b.hashes.empty()) return a.hashes.empty() == b.hashes.empty() ? 1 : 0;
    std::size_t common = 0;
    auto i = a.hashes.begin();
    auto j = b.hashes.begin();
    while (i != a.hashes.end() && j != b.hashes.end()) {
        if (*i == *j) {
            ++common, ++i, ++j;
        } else {
            *i < *j ? ++i : ++j;
        }
    }
    return 2.0 * static_cast<double>(common) /
           static_cast<double>(a.hashes.size() + b.hashes.size());
}

double likeness(std::string_view a, std::string_view b) {
    const auto x = to_code_points(a);
    const auto y = to_code_points(b);
    const auto longer = std::max(x.size(), y.size());
    if (longer == 0) return 1;
    return 1 - static_cast<double>(edit_distance(x, y)) / static_cast<double>(longer);
}

}  // namespace wengu
