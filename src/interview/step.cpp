#include "interview/step.h"

#include <charconv>

namespace wengu {
namespace {

std::string escaped(std::string_view value) {
    std::string text;
    for (const char c : value) {
        if (c == '\\') {
            text += "\\\\";
        } else if (c == '\n') {
            text += "\\n";
        } else if (c == '\r') {
            text += "\\r";
        } else {
            text += c;
        }
    }
    return text;
}

std::string unescaped(std::string_view value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            text += value[i];
            continue;
        }
        const char next = value[++i];
        text += next == 'n' ? '\n' : next == 'r' ? '\r' : next;
    }
    return text;
}

}  // namespace

Fields::Fields(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto blank = line.find(' ');
        if (blank == std::string_view::npos) continue;
        values_[std::string{line.substr(0, blank)}] = unescaped(line.substr(blank + 1));
    }
}

std::string Fields::to_text() const {
    std::string text;
    for (const auto& [name, value] : values_) text += name + " " + escaped(value) + "\n";
    return text;
}

Fields& Fields::set(const std::string& name, std::string value) {
    values_[name] = std::move(value);
    return *this;
}

Fields& Fields::set(const std::string& name, std::int64_t value) {
    return set(name, std::to_string(value));
}

std::string Fields::text(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string{} : found->second;
}

std::optional<std::int64_t> Fields::number(const std::string& name) const {
    const auto value = text(name);
    std::int64_t number = 0;
    const auto* end = value.data() + value.size();
    const auto [at, error] = std::from_chars(value.data(), end, number);
    if (value.empty() || error != std::errc{} || at != end) return std::nullopt;
    return number;
}

}  // namespace wengu
