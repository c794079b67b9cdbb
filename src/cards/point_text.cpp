#include "cards/point_text.h"

#include "cards/affixes.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <span>

namespace wengu {
namespace {

using WordList = std::span<const std::string_view>;

constexpr auto kOpeners =
    std::to_array<std::string_view>({"参考答案", "参考回答", "标准答案", "标准回答", "答案", "回答",
                                     "解答", "答", "Answer", "answer", "ANSWER", "Ans", "A", "a"});

constexpr auto kJudgements = std::to_array<std::string_view>(
    {"✅",      "❌",      "⚠",    "部分正确", "不正确", "正确", "错误",  "不一定",     "可以",
     "不可以", "不能",   "不会", "会的",     "能，",   "是的", "不是",  "对，",       "不对",
     "取决于", "看情况", "yes",  "no,",      "no.",    "true", "false", "it depends", "not "});

constexpr auto kCounting = std::to_array<std::string_view>(
    {"plan", "step", "option", "phase", "stage", "case", "方案", "步骤",
     "阶段", "策略", "路径",   "案例",  "场景",  "观点", "风险", "原则",
     "选择", "第",   "reason", "rule",  "point", "要点", "原因", "方法"});

constexpr auto kAnnouncing = std::to_array<std::string_view>(
    {"核心观点",   "核心思想", "核心策略", "核心结论",    "关键洞察",  "关键发现",   "关键点",
     "关键",       "核心",     "结论",     "总结",        "一句话",    "一句话总结", "启示",
     "本质",       "要点",     "注意",     "重点",        "key point", "key",        "summary",
     "conclusion", "takeaway", "in short", "bottom line", "note"});

/// Length of a colon at the front: "：", or ":" before a blank or the end.
std::size_t colon_at(std::string_view rest) {
    constexpr std::string_view kWide = "：";
    if (rest.starts_with(kWide)) return kWide.size();
    if (!rest.starts_with(':')) return 0;
    return rest.size() == 1 || rest[1] == ' ' ? 1 : 0;
}

std::size_t divider_at(std::string_view rest) {
    if (const auto colon = colon_at(rest); colon > 0) return colon;
    for (const std::string_view mark : {"→", "=>", "——", " — ", " – ", " - "}) {
        if (rest.starts_with(mark)) return mark.size();
    }
    return 0;
}

/// Where a bracket that opens at the front closes, so that nothing is cut inside it.
std::size_t bracket_at(std::string_view rest) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPairs{
        {{"（", "）"}, {"(", ")"}, {"`", "`"}}};
    for (const auto& [open, close] : kPairs) {
        if (!rest.starts_with(open)) continue;
        const auto end = rest.find(close, open.size());
        if (end != std::string_view::npos) return end + close.size();
    }
    return 0;
}

std::size_t next_length(std::string_view rest) {
    std::string_view after = rest;
    take_code_point(after);
    return rest.size() - after.size();
}

/// Length of a number mark at the front, with its dot, bracket or comma.
std::size_t number_mark(std::string_view text) {
    constexpr std::string_view kHan = "一二三四五六七八九十";
    std::string_view rest = text;
    const bool bracket = rest.starts_with("（") || rest.starts_with('(');
    if (bracket) take_code_point(rest);
    std::size_t digits = 0;
    while (!rest.empty() && digits < 4) {
        std::string_view after = rest;
        const char32_t c = take_code_point(after);
        if (c >= 0x2460 && c <= 0x2473) return text.size() - after.size();  // ①..⑳
        const auto piece = rest.substr(0, rest.size() - after.size());
        if (!is_digit(rest.front()) && (piece.size() < 3 || kHan.find(piece) == kHan.npos)) break;
        rest = after;
        ++digits;
    }
    if (digits == 0) return 0;
    for (const std::string_view close : {"）", ")", "、", ". ", ".", "．"}) {
        if (!rest.starts_with(close)) continue;
        const bool decimal = close == "." && rest.size() > 1 && is_digit(rest[1]);
        if (decimal || (bracket && close != "）" && close != ")")) return 0;
        return text.size() - rest.size() + close.size();
    }
    return 0;
}

bool begins_with(std::string_view text, WordList words) {
    return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

/// "plan b", "方案一", "year 3", "策略 2" or one of the announcing words.
bool is_empty_label(std::string_view label) {
    const std::string plain = normalise(label);
    if (std::ranges::find(kAnnouncing, plain) != kAnnouncing.end()) return true;
    if (!begins_with(plain, kCounting)) return false;
    const auto word =
        *std::ranges::find_if(kCounting, [&](auto w) { return plain.starts_with(w); });
    const auto rest = trim(std::string_view{plain}.substr(word.size()));
    return count_code_points(rest) <= 3;
}

}  // namespace

TitleAndDetail cut_title(std::string_view text) {
    text = trim(text);
    static constexpr ByteSet kMarks{"(`:= \xEF\xE2"};  // the first bytes of what is looked for
    for (auto i = kMarks.find(text); i < text.size(); i = kMarks.find(text, i)) {
        const auto rest = text.substr(i);
        if (const auto inside = bracket_at(rest); inside > 0) {
            i += inside;
            continue;
        }
        const auto divider = i == 0 ? 0 : divider_at(rest);
        if (divider > 0 && !trim(rest.substr(divider)).empty()) {
            return {std::string{trim(text.substr(0, i))}, std::string{trim(rest.substr(divider))}};
        }
        i += next_length(rest);
    }
    return {std::string{without_colon(text)}, {}};
}

bool ends_in_colon(std::string_view text) {
    text = trim(text);
    return text.ends_with(':') || text.ends_with("：");
}

std::string_view without_colon(std::string_view text) {
    text = trim(text);
    while (ends_in_colon(text)) {
        text.remove_suffix(text.ends_with(':') ? 1 : std::string_view{"："}.size());
        text = trim(text);
    }
    return text;
}

std::string_view without_number(std::string_view text) {
    text = trim(text);
    const auto mark = number_mark(text);
    const auto rest = trim(text.substr(mark));
    return rest.empty() ? text : rest;
}

std::string_view without_opener(std::string_view text) {
    text = trim(text);
    for (const auto opener : kOpeners) {
        if (!text.starts_with(opener)) continue;
        const auto rest = trim(text.substr(opener.size()));
        if (rest.starts_with("：")) return trim(rest.substr(std::string_view{"："}.size()));
        if (rest.starts_with(':')) return trim(rest.substr(1));
    }
    return text;
}

bool is_judgement(std::string_view text) {
    const std::string plain = normalise(text.substr(0, 120));
    return begins_with(plain, kJudgements) || text.find("✅") != text.npos ||
           text.find("❌") != text.npos || text.find("⚠") != text.npos;
}

std::string_view without_label(std::string_view text) {
    text = trim(text);
    for (std::size_t i = 0; i < text.size() && i < 40;) {
        const auto rest = text.substr(i);
        const auto colon = colon_at(rest);
        if (colon > 0) {
            const auto said = trim(rest.substr(colon));
            return is_empty_label(text.substr(0, i)) && !said.empty() ? said : text;
        }
        i += next_length(rest);
    }
    return text;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t start = 0;
    const auto add = [&](std::size_t end) {
        const auto sentence = trim(text.substr(start, end - start));
        if (!sentence.empty()) sentences.push_back(sentence);
        start = end;
    };
    static constexpr ByteSet kMarks{"(`.!?\xEF\xE3"};  // the first bytes of what is looked for
    for (auto i = kMarks.find(text); i < text.size(); i = kMarks.find(text, i)) {
        const auto rest = text.substr(i);
        if (const auto inside = bracket_at(rest); inside > 0) {
            i += inside;
            continue;
        }
        const auto length = next_length(rest);
        const bool wide = rest.starts_with("。") || rest.starts_with("！") ||
                          rest.starts_with("？") || rest.starts_with("；");
        const bool narrow = std::string_view{".!?"}.find(rest.front()) != std::string_view::npos &&
                            (rest.size() == 1 || rest[1] == ' ');
        i += length;
        if (wide || narrow) add(i);
    }
    add(text.size());
    return sentences;
}

/// Where number `count` stands in `text`: "2)", "2）", "(2)", "②"; npos if it does not.
static std::size_t number_at(std::string_view text, int count, std::size_t from,
                             std::size_t& length) {
    static constexpr std::array<std::string_view, 9> kRound{"①", "②", "③", "④", "⑤",
                                                            "⑥", "⑦", "⑧", "⑨"};
    auto best = std::string_view::npos;
    const auto look = [&](const std::string& mark) {
        const auto at = text.find(mark, from);
        const bool inside = at != std::string_view::npos && at > 0 && text[at - 1] >= '0' &&
                            text[at - 1] <= '9';  // "12)"
        if (at < best && !inside) {
            best = at;
            length = mark.size();
        }
    };
    const auto digits = std::to_string(count);
    for (const auto& mark : {"(" + digits + ")", "（" + digits + "）", digits + ")", digits + "）"})
        look(mark);
    if (count <= static_cast<int>(kRound.size()))
        look(std::string{kRound[static_cast<std::size_t>(count) - 1]});
    return best;
}

std::vector<std::string_view> counted_items(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> marks;  // where a number starts and ends
    std::size_t from = 0;
    for (int count = 1; count < 20; ++count) {
        std::size_t length = 0;
        const auto at = number_at(text, count, from, length);
        if (at == std::string_view::npos) break;
        marks.emplace_back(at, at + length);
        from = at + length;
    }
    std::vector<std::string_view> items;
    if (marks.size() < 3) return items;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto end = i + 1 < marks.size() ? marks[i + 1].first : text.size();
        items.push_back(trim(text.substr(marks[i].second, end - marks[i].second)));
    }
    return items;
}

std::string_view without_end(std::string_view text) {
    for (const std::string_view mark : {"；", ";", "。", ".", "，", ","}) {
        if (text.ends_with(mark)) return trim(text.substr(0, text.size() - mark.size()));
    }
    return text;
}

}  // namespace wengu
