#include "interview/numbers.h"

#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace wengu {
namespace {

enum class Script { Digits, Han, English };

struct Value {
    double value = 0;
    std::size_t length = 0;
    Script script = Script::Digits;
};

struct Unit {
    std::u32string_view text;
    std::string_view token;  ///< What follows the number in a token; "" for a bare count.
    double factor = 1;
};

// The longest spelling stands first wherever one begins another.
constexpr std::array<Unit, 74> kUnits{{
    {U"个月", "m"},       {U"个小时", "h"},      {U"个星期", "w"},      {U"个礼拜", "w"},
    {U"分之一", "part"},  {U"年", "y"},          {U"月", "m"},          {U"星期", "w"},
    {U"周", "w"},         {U"天", "d"},          {U"小时", "h"},        {U"分钟", "min"},
    {U"毫秒", "ms"},      {U"微秒", "us"},       {U"秒", "s"},          {U"倍", "x"},
    {U"成", "%", 10},     {U"岁", "age"},        {U"%", "%"},           {U"个百分点", "%"},
    {U"万", "", 10000},   {U"亿", "", 1e8},      {U"个", ""},           {U"种", ""},
    {U"条", ""},          {U"点", ""},           {U"步", ""},           {U"次", ""},
    {U"层", ""},          {U"台", ""},           {U"张", ""},           {U"家", ""},
    {U"years", "y"},      {U"year", "y"},        {U"yrs", "y"},         {U"yr", "y"},
    {U"months", "m"},     {U"month", "m"},       {U"weeks", "w"},       {U"week", "w"},
    {U"days", "d"},       {U"day", "d"},         {U"hours", "h"},       {U"hour", "h"},
    {U"minutes", "min"},  {U"minute", "min"},    {U"seconds", "s"},     {U"second", "s"},
    {U"ms", "ms"},        {U"us", "us"},         {U"percent", "%"},     {U"per cent", "%"},
    {U"times", "x"},      {U"fold", "x"},        {U"x", "x"},           {U"k", "", 1000},
    {U"gb", "gb"},        {U"公里", "km"},       {U"千米", "km"},       {U"厘米", "cm"},
    {U"毫米", "mm"},      {U"米", "metre"},      {U"公斤", "kg"},       {U"千克", "kg"},
    {U"克", "g"},         {U"kilometres", "km"}, {U"kilometers", "km"}, {U"km", "km"},
    {U"metres", "metre"}, {U"meters", "metre"},  {U"kg", "kg"},         {U"kb", "kb"},
    {U"mb", "mb"},        {U"tb", "tb"},
}};

struct Fixed {
    std::u32string_view text;
    std::string_view token;
};

constexpr std::array<Fixed, 16> kFixed{{
    {U"半年", "6m"},
    {U"年半", "18m"},
    {U"一半", "50%"},
    {U"大半", "50%"},
    {U"翻倍", "2x"},
    {U"翻番", "2x"},
    {U"翻一番", "2x"},
    {U"half a year", "6m"},
    {U"half the", "50%"},
    {U"twice", "2x"},
    {U"double", "2x"},
    {U"doubled", "2x"},
    {U"doubles", "2x"},
    {U"triple", "3x"},
    {U"a decade", "10y"},
    {U"decade", "10y"},
}};

struct EnglishNumber {
    std::u32string_view text;
    int value;
};

constexpr std::array<EnglishNumber, 29> kEnglish{{
    {U"seventeen", 17}, {U"thousand", 1000}, {U"thirteen", 13}, {U"fourteen", 14},
    {U"eighteen", 18},  {U"nineteen", 19},   {U"sixteen", 16},  {U"fifteen", 15},
    {U"hundred", 100},  {U"seventy", 70},    {U"twenty", 20},   {U"thirty", 30},
    {U"eighty", 80},    {U"ninety", 90},     {U"forty", 40},    {U"fifty", 50},
    {U"sixty", 60},     {U"eleven", 11},     {U"twelve", 12},   {U"three", 3},
    {U"seven", 7},      {U"eight", 8},       {U"four", 4},      {U"five", 5},
    {U"nine", 9},       {U"two", 2},         {U"six", 6},       {U"ten", 10},
    {U"one", 1},
}};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }

/// 1..9 for 一..九 (and 两), 0 for 零 and 〇, -1 for anything else.
int han_digit(char32_t c) {
    if (c == U'两') return 2;
    if (c == U'零' || c == U'〇') return 0;
    const auto at = std::u32string_view{U"一二三四五六七八九"}.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at) + 1;
}

/// 10, 100, 1000 for 十, 百, 千; 0 for anything else.
int han_power(char32_t c) { return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0; }

std::optional<Value> read_digits(std::u32string_view text) {
    Value number;
    std::size_t i = 0;
    for (; i < text.size() && i < 15; ++i) {
        if (is_digit(text[i])) {
            number.value = number.value * 10 + static_cast<double>(text[i] - U'0');
        } else if (text[i] != U',' || i == 0 || i + 3 >= text.size() || !is_digit(text[i + 1]) ||
                   !is_digit(text[i + 2]) || !is_digit(text[i + 3])) {
            break;
        }
    }
    if (i == 0) return std::nullopt;
    if (i + 1 < text.size() && text[i] == U'.' && is_digit(text[i + 1])) {
        double scale = 0.1;
        for (++i; i < text.size() && is_digit(text[i]); ++i, scale /= 10) {
            number.value += scale * static_cast<double>(text[i] - U'0');
        }
    }
    number.length = i;
    return number;
}

/// 三十五, 两百, 十二; a lone digit too. Not 三五, which is a range.
std::optional<Value> read_han(std::u32string_view text) {
    double sum = 0;
    int digit = -1;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        if (const int power = han_power(text[i]); power > 0) {
            sum += (digit < 0 ? 1 : digit) * power;
            digit = 0;
        } else if (const int next = han_digit(text[i]); next >= 0 && digit <= 0) {
            digit = next;
        } else {
            break;
        }
    }
    if (i == 0) return std::nullopt;
    return Value{sum + std::max(digit, 0), i, Script::Han};
}

std::optional<Value> read_english_word(std::u32string_view text) {
    for (const auto& [word, value] : kEnglish) {
        if (!text.starts_with(word)) continue;
        if (text.size() > word.size() && is_latin(text[word.size()])) continue;
        return Value{static_cast<double>(value), word.size(), Script::English};
    }
    return std::nullopt;
}

/// "ten", "ninety nine", "three hundred", "a thousand"; not "one" or "a" alone.
std::optional<Value> read_english(std::u32string_view text) {
    auto number = read_english_word(text);
    if (!number && text.starts_with(U"a ")) number = Value{1, 1, Script::English};
    if (!number) return std::nullopt;
    const bool small = number->value == 1;
    for (;;) {
        const auto rest = text.substr(number->length);
        if (rest.empty() || (rest.front() != U' ' && rest.front() != U'-')) break;
        const auto next = read_english_word(rest.substr(1));
        if (!next) break;
        const bool power = next->value >= 100 && number->value < next->value;
        const bool tail = number->value >= 20 && next->value < 10;
        if (!power && !tail) break;
        number->value = power ? number->value * next->value : number->value + next->value;
        number->length += 1 + next->length;
    }
    if (small && number->value == 1) return std::nullopt;
    return number;
}

std::optional<Value> read_value(std::u32string_view text) {
    if (auto value = read_digits(text)) return value;
    if (auto value = read_han(text)) return value;
    return read_english(text);
}

std::size_t blanks(std::u32string_view text) {
    const auto at = text.find_first_not_of(U' ');
    return at == std::u32string_view::npos ? text.size() : at;
}

/// Length of "to", "到", "-" ... with blanks around; 0 when there is none.
std::size_t range_mark(std::u32string_view text) {
    const std::size_t before = blanks(text);
    for (const std::u32string_view mark :
         {U"到", U"至", U"-", U"~", U"–", U"—", U"、", U"to ", U"or "}) {
        if (text.substr(before).starts_with(mark)) {
            const std::size_t end = before + mark.size();
            return end + blanks(text.substr(end));
        }
    }
    return 0;
}

struct FoundUnit {
    const Unit* unit = nullptr;
    std::size_t length = 0;  ///< Blanks before it included.
};

FoundUnit read_unit(std::u32string_view text) {
    std::size_t before = blanks(text);
    if (text.substr(before).starts_with(U"多")) ++before;
    if (text.substr(before).starts_with(U"-")) ++before;  // "five-year"
    const auto rest = text.substr(before);
    for (const auto& unit : kUnits) {
        if (!rest.starts_with(unit.text)) continue;
        const bool word = is_latin(unit.text.back());
        if (word && rest.size() > unit.text.size() && is_latin(rest[unit.text.size()])) continue;
        return {&unit, before + unit.text.size()};
    }
    return {};
}

std::string token(double value, const Unit* unit) {
    const double number = unit == nullptr ? value : value * unit->factor;
    std::string digits = number == std::floor(number) && number < 1e15
                             ? fmt::format("{:.0f}", number)
                             : fmt::format("{:.2g}", number);
    return digits.append(unit == nullptr ? "" : unit->token);
}

/// Units after units: "5000人/年" is not 5000 years; "3万" keeps its factor.
std::optional<NumberPhrase> finish(const std::vector<Value>& values, std::u32string_view rest,
                                   std::size_t length) {
    const FoundUnit found = read_unit(rest);
    const bool spelled = values.back().script != Script::Digits;
    if (spelled && found.unit == nullptr) return std::nullopt;
    NumberPhrase phrase;
    phrase.length = length + found.length;
    const bool and_half = found.unit != nullptr && !found.unit->token.empty() &&
                          rest.substr(found.length).starts_with(U"半");
    if (and_half) ++phrase.length;
    if (found.unit != nullptr && found.unit->token.empty()) {
        phrase.counter = to_utf8(found.unit->text);
    }
    for (const auto& number : values) {
        const bool bare = found.unit == nullptr || found.unit->token.empty();
        const bool says_little = bare && number.value < 2;  // 一个, "1."
        const double half = and_half && &number == &values.back() ? 0.5 : 0;
        if (!says_little) phrase.tokens.push_back(token(number.value + half, found.unit));
    }
    return phrase;
}

/// 三五年, 两三倍: two digits side by side are a range.
std::optional<NumberPhrase> read_pair(std::u32string_view text) {
    if (text.size() < 3) return std::nullopt;
    const int low = han_digit(text[0]);
    const int high = han_digit(text[1]);
    if (low < 1 || high <= low) return std::nullopt;
    return finish(
        {{static_cast<double>(low), 1, Script::Han}, {static_cast<double>(high), 1, Script::Han}},
        text.substr(2), 2);
}

std::optional<NumberPhrase> read_percent(std::u32string_view text) {
    constexpr std::u32string_view kMark = U"百分之";
    if (!text.starts_with(kMark)) return std::nullopt;
    const auto value = read_value(text.substr(kMark.size()));
    if (!value) return std::nullopt;
    return NumberPhrase{{fmt::format("{:.0f}%", value->value)}, kMark.size() + value->length};
}

/// 六四开: sixty to forty.
std::optional<NumberPhrase> read_split(std::u32string_view text) {
    if (text.size() < 3 || text[2] != U'开') return std::nullopt;
    const int left = han_digit(text[0]);
    const int right = han_digit(text[1]);
    if (left < 1 || right < 1 || left + right != 10) return std::nullopt;
    return NumberPhrase{{fmt::format("{}%", left * 10), fmt::format("{}%", right * 10)}, 3};
}

/// "year 3", "第 3 年" has its unit behind, "year three" before.
std::optional<NumberPhrase> read_unit_first(std::u32string_view text) {
    constexpr std::array<Fixed, 4> kBefore{
        {{U"years ", "y"}, {U"year ", "y"}, {U"month ", "m"}, {U"week ", "w"}}};
    for (const auto& [word, unit] : kBefore) {
        if (!text.starts_with(word)) continue;
        std::size_t length = word.size();
        NumberPhrase phrase;
        while (const auto value = read_value(text.substr(length))) {
            length += value->length;
            phrase.tokens.push_back(fmt::format("{:.0f}{}", value->value, unit));
            const auto mark = range_mark(text.substr(length));
            phrase.length = length;
            if (mark == 0 || phrase.tokens.size() == 2) break;
            length += mark;
        }
        if (!phrase.tokens.empty()) return phrase;
    }
    return std::nullopt;
}

std::optional<NumberPhrase> read_fixed(std::u32string_view text) {
    for (const auto& [words, said] : kFixed) {
        if (!text.starts_with(words)) continue;
        const bool cut =
            is_latin(words.back()) && text.size() > words.size() && is_latin(text[words.size()]);
        if (!cut) return NumberPhrase{{std::string{said}}, words.size()};
    }
    return std::nullopt;
}

std::optional<NumberPhrase> read_plain(std::u32string_view text) {
    const auto first = read_value(text);
    if (!first) return std::nullopt;
    std::vector<Value> values{*first};
    std::size_t length = first->length;
    // "3年到5年": the first unit may be said as well.
    const FoundUnit early = read_unit(text.substr(length));
    for (const std::size_t skip : {std::size_t{0}, early.length}) {
        const auto mark = range_mark(text.substr(length + skip));
        if (mark == 0) continue;
        const auto second = read_value(text.substr(length + skip + mark));
        if (!second) continue;
        length += skip + mark + second->length;
        values.push_back(*second);
        break;
    }
    return finish(values, text.substr(length), length);
}

}  // namespace

std::optional<NumberPhrase> number_phrase(std::u32string_view text) {
    if (text.empty()) return std::nullopt;
    for (const auto reader : {read_fixed, read_percent, read_split, read_pair, read_unit_first}) {
        if (auto phrase = reader(text)) return phrase;
    }
    return read_plain(text);
}

bool is_number_word(std::string_view word) {
    return std::ranges::any_of(kEnglish, [&](const EnglishNumber& number) {
        return number.value > 1 && to_utf8(number.text) == word;
    });
}

}  // namespace wengu
