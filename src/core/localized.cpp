#include "core/localized.h"

#include <fmt/args.h>

#include <charconv>

namespace wengu {
namespace {

// A recipe is the English text and the values, each behind a separator and a letter for its type.
// What is between them cannot hold a separator: no message does, and in values it is dropped.
constexpr char kSeparator = '\x1f';

std::string fill_in(const std::string& sentence, const std::vector<LocalizedValue>& values) {
    fmt::dynamic_format_arg_store<fmt::format_context> filled;
    for (const auto& value : values) {
        std::visit([&](const auto& one) { filled.push_back(one); }, value);
    }
    return fmt::vformat(sentence, filled);
}

/// Where the second half of a sentence begins, as English and Chinese write it.
std::size_t second_half(const std::string& sentence) {
    for (const std::string_view pause : {"; ", "；"}) {
        if (const auto at = sentence.find(pause); at != sentence.npos) return at + pause.size();
    }
    return sentence.npos;
}

std::string packed(const LocalizedValue& value) {
    if (const auto* whole = std::get_if<long long>(&value)) return fmt::format("i{}", *whole);
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("d{}", *real);
    std::string text = "s";
    for (const char c : std::get<std::string>(value)) {
        if (c != kSeparator && c != '\n') text += c;
    }
    return text;
}

template <typename Number>
LocalizedValue number_of(std::string_view text) {
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

LocalizedValue unpacked(std::string_view value) {
    const auto text = value.substr(std::min<std::size_t>(1, value.size()));
    if (value.starts_with('i')) return number_of<long long>(text);
    if (value.starts_with('d')) return number_of<double>(text);
    return std::string{text};
}

}  // namespace

LocalizedText::LocalizedText(std::string english, std::vector<LocalizedValue> values)
    : text_{fill_in(tr(english.c_str()), values)},
      english_{std::move(english)},
      values_{std::move(values)} {}

std::string LocalizedText::hint() const {
    std::string sentence = english_.empty() ? "" : tr(english_.c_str());
    const auto half = second_half(sentence);
    if (english_.find("; ") == english_.npos || half == sentence.npos) return {};
    const auto first = fill_in(sentence.substr(0, half), values_);
    return text_.substr(first.size());
}

std::string LocalizedText::recipe() const {
    std::string text = english_;
    for (const auto& value : values_) {
        text += kSeparator;
        text += packed(value);
    }
    return text;
}

std::optional<LocalizedText> LocalizedText::again(std::string_view recipe) {
    if (recipe.empty()) return std::nullopt;
    const auto end = recipe.find(kSeparator);
    std::vector<LocalizedValue> values;
    for (auto at = end; at != recipe.npos;) {
        const auto next = recipe.find(kSeparator, at + 1);
        values.push_back(unpacked(recipe.substr(at + 1, next - at - 1)));
        at = next;
    }
    try {
        return LocalizedText{std::string{recipe.substr(0, end)}, std::move(values)};
    } catch (const fmt::format_error&) {  // of a wengu that says it with other values
        return std::nullopt;
    }
}

}  // namespace wengu
