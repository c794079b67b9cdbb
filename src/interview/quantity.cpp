#include "interview/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace wengu {
namespace {

struct Measure {
    std::string_view unit;
    std::string_view measure;
    double factor = 1;
};

constexpr std::array<Measure, 18> kMeasures{{{"w", "s", 604800},
                                             {"d", "s", 86400},
                                             {"h", "s", 3600},
                                             {"min", "s", 60},
                                             {"s", "s", 1},
                                             {"ms", "s", 1e-3},
                                             {"us", "s", 1e-6},
                                             {"y", "m", 12},
                                             {"m", "m", 1},
                                             {"km", "metre", 1000},
                                             {"metre", "metre", 1},
                                             {"cm", "metre", 0.01},
                                             {"mm", "metre", 1e-3},
                                             {"kg", "g", 1000},
                                             {"kb", "gb", 1e-6},
                                             {"mb", "gb", 1e-3},
                                             {"gb", "gb", 1},
                                             {"tb", "gb", 1000}}};

Quantity read(std::string_view token) {
    Quantity quantity;
    const auto* end = token.data() + token.size();
    const auto [unit_at, error] = std::from_chars(token.data(), end, quantity.value);
    const std::string_view unit{unit_at, static_cast<std::size_t>(end - unit_at)};
    quantity.measure = unit;
    const auto* found = std::ranges::find(kMeasures, unit, &Measure::unit);
    if (found != kMeasures.end()) {
        quantity.value *= found->factor;
        quantity.measure = found->measure;
    }
    return quantity;
}

}  // namespace

std::string in_seconds(std::string_view token) {
    const auto quantity = read(token);
    if (quantity.measure != "s") return std::string{token};
    return fmt::format("{}s", quantity.value);
}

std::optional<Quantity> quantity_at(std::span<const Word> words, std::size_t at) {
    const auto& word = words[at];
    if (word.kind != Word::Kind::Number) return std::nullopt;
    auto quantity = read(word.text);
    if (!quantity.measure.empty()) return quantity;
    quantity.measure = word.counter;
    if (quantity.measure.empty() && at + 1 < words.size()) quantity.measure = words[at + 1].text;
    return quantity;
}

}  // namespace wengu
