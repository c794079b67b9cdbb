#pragma once
// A number with what it measures, so that 1800 seconds are half an hour and three times
// are no three percent.

#include "interview/words.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wengu {

struct Quantity {
    double value = 0;
    std::string measure;  ///< "s" for times up to weeks, "y", "%", "x", a counted word; or empty.

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A number token of numbers.h; times up to weeks as seconds: "30min" is "1800s".
[[nodiscard]] std::string in_seconds(std::string_view token);

/// The number at `words[at]`; a bare one measures the word behind it. nullopt for a word
/// that is no number.
[[nodiscard]] std::optional<Quantity> quantity_at(std::span<const Word> words, std::size_t at);

}  // namespace wengu
