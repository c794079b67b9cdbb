#include "notes/respell.h"

#include "notes/fields.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

std::string respell_day(Day day, const std::string& old) {
    auto text = to_string(day);
    const auto separator = old.find_first_of("-/.");
    if (separator != std::string::npos) std::ranges::replace(text, '-', old[separator]);
    return old.starts_with("[[") ? "[[" + text + "]]" : text;
}

std::optional<std::string> day_like(const std::string& old, Day day) {
    if (is_empty_word(old)) return to_string(day);
    const auto said = read_day(old);
    if (!said) return std::nullopt;
    return *said == day ? old : respell_day(day, old);
}

std::optional<std::string> count_like(const std::string& old, int count) {
    if (is_empty_word(old)) return std::to_string(count);
    const auto said = read_count(old);
    if (!said) return std::nullopt;
    return *said == count ? old : std::to_string(count);
}

std::optional<std::string> share_like(const std::string& old, double share) {
    const double clean = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    const double rounded = std::round(clean * 100) / 100;
    const auto plain = fmt::format("{:.2f}", rounded);
    if (is_empty_word(old)) return plain;
    const auto said = read_share(old);
    if (!said) return std::nullopt;
    if (std::abs(*said - rounded) < 1e-9) return old;
    if (!old.ends_with('%')) return plain;
    const auto digits = old.find_last_of("0123456789.") + 1;
    return fmt::format("{:.0f}{}", rounded * 100, old.substr(digits));
}

bool is_understood(std::string_view key, const std::string& value) {
    if (is_empty_word(value)) return true;
    if (key == "mastery_level") return read_share(value).has_value();
    if (key == "review_count") return read_count(value).has_value();
    return read_day(value).has_value();
}

/// The former value in place of any that is understood.
Field put_back(std::string_view key, const FormerValue& former) {
    const auto respell = [key, text = former.text.value_or("")](
                             const std::string& old) -> std::optional<std::string> {
        if (!is_understood(key, old)) return std::nullopt;
        return text;
    };
    return {key, respell, !former.text.has_value()};
}

/// How the key gets its value from the state; empty when the state says nothing of it.
Respell from_state(std::string_view key, const ReviewState& state) {
    if (key == "mastery_level") {
        return [share = state.mastery_level](const auto& old) { return share_like(old, share); };
    }
    if (key == "review_count") {
        return [count = state.review_count](const auto& old) { return count_like(old, count); };
    }
    const auto day = key == "next_review" ? state.next_review : state.last_reviewed;
    if (!day) return {};
    return [day = *day](const auto& old) { return day_like(old, day); };
}

}  // namespace

bool is_empty_word(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

std::vector<Field> fields_of(const ReviewState& state, const std::vector<FormerValue>& former) {
    std::vector<Field> fields;
    for (const auto key : kStateKeys) {
        const auto before = std::ranges::find(former, key, &FormerValue::key);
        if (before != former.end()) {
            fields.push_back(put_back(key, *before));
        } else if (auto respell = from_state(key, state)) {
            fields.push_back({key, std::move(respell)});
        }
    }
    return fields;
}

}  // namespace wengu
