#include "term/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace wengu {
namespace {

// Order of the codes: text title dim good warn bad link key hint
//                     code keyword string number comment quote maths mark selected
const std::array<Theme, 5>& themes() {
    static const std::array<Theme, 5> all{{
        {.codes = {"", "1", "2", "32", "33", "31", "4", "1", "2",  //
                   "36", "35", "32", "36", "2", "", "2", "1;4", "7"}},
        {.codes = {"", "1", "38;5;242", "38;5;22", "38;5;94", "38;5;124", "4;38;5;25", "1",
                   "38;5;242", "38;5;24", "38;5;90", "38;5;22", "38;5;24", "38;5;242", "",
                   "38;5;242", "1;4", "7"}},
        {.codes = {"", "1", "38;5;246", "38;5;114", "38;5;179", "38;5;210", "4;38;5;111", "1",
                   "38;5;246", "38;5;116", "38;5;176", "38;5;114", "38;5;116", "38;5;246", "",
                   "38;5;246", "1;4", "7"}},
        {.codes = {"", "1", "2", "", "4", "1;4", "4", "1", "2",  //
                   "", "1", "", "", "2", "", "2", "1;4", "7"}},
        {.codes = {"", "1", "", "1;32", "1;33", "1;31", "1;4", "1;7", "",  //
                   "1", "1", "", "", "", "", "", "1;7", "7"}},
    }};
    return all;
}

constexpr std::size_t kMono = 3;

constexpr std::array<std::string_view, 8> kColours{"black", "red",     "green", "yellow",
                                                   "blue",  "magenta", "cyan",  "white"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAttributes{
    {{"bold", "1"},
     {"faint", "2"},
     {"italic", "3"},
     {"underline", "4"},
     {"reverse", "7"},
     {"none", ""}}};

std::optional<std::string> attribute(std::string_view word) {
    for (const auto& [name, code] : kAttributes) {
        if (name == word) return std::string{code};
    }
    return std::nullopt;
}

std::optional<std::string> named_colour(std::string_view word) {
    constexpr std::string_view kBright = "bright-";
    int base = 30;
    if (word.starts_with(kBright)) {
        word.remove_prefix(kBright.size());
        base = 90;
    }
    const auto* const found = std::ranges::find(kColours, word);
    if (found == kColours.end()) return std::nullopt;
    return std::to_string(base + static_cast<int>(found - kColours.begin()));
}

std::optional<int> whole_number(std::string_view digits, int base) {
    int value = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
    if (error != std::errc{} || stop != end || value < 0) return std::nullopt;
    return value;
}

std::optional<std::string> numbered_colour(std::string_view word) {
    if (word.starts_with('#') && word.size() == 7) {
        const auto rgb = whole_number(word.substr(1), 16);
        if (!rgb) return std::nullopt;
        return fmt::format("38;2;{};{};{}", *rgb >> 16, (*rgb >> 8) & 0xFF, *rgb & 0xFF);
    }
    const auto index = whole_number(word, 10);
    if (!index || *index > 255) return std::nullopt;
    return fmt::format("38;5;{}", *index);
}

std::string sgr(const Style& style, const Theme& theme) {
    if (theme.plain) return {};
    std::string codes = theme.codes.at(static_cast<std::size_t>(style.role));
    const auto append = [&codes](bool wanted, char code) {
        if (!wanted) return;
        if (!codes.empty()) codes += ';';
        codes += code;
    };
    append(style.strong, '1');
    append(style.emphasis, '3');
    append(style.struck, '9');
    return codes;
}

/// Whether terminals disagree on the width of this cluster, so that the cursor
/// cannot be trusted after it.
bool is_risky(std::string_view cluster, int cells) { return cluster.size() > 4 || cells == 0; }

void append_in_place(std::string& bytes, std::string_view text, int& column, const Widths& widths) {
    while (!text.empty()) {
        const auto cluster = take_cluster(text);
        const int cells = widths.of_cluster(cluster);
        column += cells;
        bytes += cluster;
        if (is_risky(cluster, cells)) bytes += fmt::format("\x1b[{}G", column + 1);
    }
}

}  // namespace

std::optional<ColourWish> colour_wish(std::string_view name) {
    if (name == "auto") return ColourWish::Auto;
    if (name == "always") return ColourWish::Always;
    if (name == "never") return ColourWish::Never;
    return std::nullopt;
}

Styling choose_styling(const StylingInputs& inputs) {
    const bool capable = inputs.is_terminal && inputs.term != "dumb";
    if (inputs.flag == ColourWish::Always) return Styling::Colours;
    if (inputs.flag == ColourWish::Never) return Styling::None;
    if (!inputs.no_color.empty()) return capable ? Styling::Attributes : Styling::None;
    if (!inputs.force_color.empty() && inputs.force_color != "0") return Styling::Colours;
    if (inputs.setting == ColourWish::Always) return Styling::Colours;
    if (inputs.setting == ColourWish::Never) return Styling::None;
    return capable ? Styling::Colours : Styling::None;
}

const std::vector<std::string>& theme_names() {
    static const std::vector<std::string> names{"auto", "light", "dark", "mono", "high-contrast"};
    return names;
}

std::optional<Theme> theme_named(std::string_view name) {
    const auto found = std::ranges::find(theme_names(), name);
    if (found == theme_names().end()) return std::nullopt;
    return themes().at(static_cast<std::size_t>(found - theme_names().begin()));
}

Theme theme_for(Styling styling, const Theme& wanted) {
    if (styling == Styling::Colours) return wanted;
    if (styling == Styling::Attributes) return themes().at(kMono);
    return {.codes = {}, .plain = true};
}

std::optional<std::string> parse_style(std::string_view words) {
    std::string codes;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        const auto word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        if (word.empty()) continue;
        auto code = attribute(word);
        if (!code) code = named_colour(word);
        if (!code) code = numbered_colour(word);
        if (!code) return std::nullopt;
        if (!codes.empty() && !code->empty()) codes += ';';
        codes += *code;
    }
    return codes;
}

const std::vector<std::string_view>& style_words() {
    static const auto words = [] {
        std::vector<std::string_view> all;
        for (const auto& entry : kAttributes) all.push_back(entry.first);
        all.insert(all.end(), kColours.begin(), kColours.end());
        return all;
    }();
    return words;
}

std::string encoded(const Line& line, const Theme& theme) {
    std::string bytes;
    for (const auto& span : line.spans()) {
        const auto codes = sgr(span.style, theme);
        bytes += codes.empty() ? span.text : fmt::format("\x1b[{}m{}\x1b[0m", codes, span.text);
    }
    return bytes;
}

std::string encoded_in_place(const Line& line, const Theme& theme, const Widths& widths) {
    std::string bytes;
    int column = 0;
    for (const auto& span : line.spans()) {
        const auto codes = sgr(span.style, theme);
        if (!codes.empty()) bytes += fmt::format("\x1b[{}m", codes);
        append_in_place(bytes, span.text, column, widths);
        if (!codes.empty()) bytes += "\x1b[0m";
    }
    return bytes;
}

}  // namespace wengu
