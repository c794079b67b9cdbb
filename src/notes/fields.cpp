#include "notes/fields.h"

#include "core/text.h"

#include <algorithm>
#include <charconv>

namespace wengu {
namespace {

constexpr std::string_view kOpenLink = "[[";
constexpr std::string_view kCloseLink = "]]";

std::string_view without_link(std::string_view text) {
    if (!text.starts_with(kOpenLink) || !text.ends_with(kCloseLink)) return text;
    return text.substr(2, text.size() - 4);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Splits at any code point of `separators`; parts are trimmed, empty ones dropped.
std::vector<std::string_view> split(std::string_view text, std::u32string_view separators) {
    std::vector<std::string_view> parts;
    auto rest = text;
    auto part = text;
    const auto finish = [&parts](std::string_view piece) {
        if (const auto clean = trim(piece); !clean.empty()) parts.push_back(clean);
    };
    while (!rest.empty()) {
        const auto before = rest;
        const char32_t c = take_code_point(rest);
        if (separators.find(c) == std::u32string_view::npos) continue;
        finish(part.substr(0, part.size() - before.size()));
        part = rest;
    }
    finish(part);
    return parts;
}

/// Without the leading `#` of a tag, as often as it stands there.
std::string_view without_hash(std::string_view tag) {
    while (!tag.empty() && tag.front() == '#') tag.remove_prefix(1);
    return tag;
}

}  // namespace

std::optional<Day> read_day(std::string_view text) {
    text = trim(without_link(trim(text)));
    const auto end = text.find_first_of("T ");
    if (end != std::string_view::npos) {
        const auto clock = trim(text.substr(end + 1));
        if (clock.empty() || !is_digit(clock.front())) return std::nullopt;
    }
    return parse_day(text.substr(0, end));
}

std::optional<double> read_number(std::string_view text) {
    text = trim(text);
    if (text.empty() || (!is_digit(text.front()) && text.front() != '.' && text.front() != '-')) {
        return std::nullopt;
    }
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
    return value;
}

std::optional<int> read_count(std::string_view text) {
    text = trim(text);
    int value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end || value < 0) return std::nullopt;
    return value;
}

std::optional<double> read_share(std::string_view text) {
    text = trim(text);
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    const auto number = read_number(text);
    if (!number) return std::nullopt;
    const double share = percent ? *number / 100 : *number;
    if (share < 0 || share > 1) return std::nullopt;
    return share;
}

std::vector<std::string> read_tags(std::string_view text) {
    auto words = split(text, U",，、;；");
    const bool hashes = std::ranges::any_of(words, [](auto word) { return word.front() == '#'; });
    if (words.size() == 1 || hashes) words = split(text, U",，、;； \t\n\u3000");
    std::vector<std::string> tags;
    for (const auto word : words) {
        if (const auto tag = without_hash(word); !tag.empty()) tags.emplace_back(tag);
    }
    return tags;
}

std::vector<std::string> read_links(std::string_view text) {
    std::vector<std::string> targets;
    std::size_t at = 0;
    while ((at = text.find(kOpenLink, at)) != std::string_view::npos) {
        const auto end = text.find(kCloseLink, at);
        if (end == std::string_view::npos) break;
        const auto link = text.substr(at + 2, end - at - 2);
        if (const auto target = trim(link.substr(0, link.find('|'))); !target.empty()) {
            targets.emplace_back(target);
        }
        at = end;
    }
    if (targets.empty() && !trim(text).empty()) targets.emplace_back(trim(text));
    return targets;
}

}  // namespace wengu
