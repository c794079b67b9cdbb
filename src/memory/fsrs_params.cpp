#include "core/error.h"
#include "memory/fsrs.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace wengu::fsrs {
namespace {

struct Bounds {
    double low;
    double high;
};

constexpr std::array<Bounds, kCount> kBounds{{
    {0.001, 100},  {0.001, 100},  {0.001, 100}, {0.001, 100}, {1, 10},      {0.001, 4},
    {0.001, 4},    {0.001, 0.75}, {0, 4.5},     {0, 0.8},     {0.001, 3.5}, {0.001, 5},
    {0.001, 0.25}, {0.001, 0.9},  {0, 4},       {0, 1},       {1, 6},       {0, 2},
    {0, 2},        {0.01, 0.8},   {0.1, 0.8},
}};

constexpr std::string_view kBetween = " \t\r\n,[]";  ///< What may stand between numbers.

/// With several relearning steps, w17 and w18 must stay small enough that a
/// lapse followed by its steps cannot leave more stability than it found.
double same_day_ceiling(const Params& w, int relearning_steps) {
    if (relearning_steps <= 1) return kBounds[17].high;
    const double room = -(std::log(w[11]) + std::log(std::pow(2.0, w[13]) - 1) + 0.3 * w[14]);
    return std::min(kBounds[17].high, std::sqrt(std::max(0.01, room / relearning_steps)));
}

}  // namespace

Params clamp(Params params, bool short_term, int relearning_steps) {
    for (std::size_t i = 0; i < kCount; ++i) {
        const double low = i == 19 && !short_term ? 0.0 : kBounds[i].low;
        params[i] = std::clamp(params[i], low, kBounds[i].high);
    }
    const double ceiling = same_day_ceiling(params, relearning_steps);
    params[17] = std::min(params[17], ceiling);
    params[18] = std::min(params[18], ceiling);
    return params;
}

Params upgrade(std::span<const double> numbers, bool short_term, int relearning_steps) {
    if (numbers.size() != 17 && numbers.size() != 19 && numbers.size() != kCount) {
        fail<UsageError>("FSRS needs 17, 19 or 21 parameters, not {}", numbers.size());
    }
    Params w{};
    std::ranges::copy(numbers, w.begin());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!std::isfinite(w[i])) fail<UsageError>("FSRS parameter {} is not a number", i);
    }
    if (numbers.size() == 17) {
        w[4] += 2 * w[5];
        w[5] = std::log(1 + 3 * w[5]) / 3;
        w[6] += 0.5;
    }
    if (numbers.size() < kCount) w[20] = 0.5;
    return clamp(w, short_term, relearning_steps);
}

std::vector<double> read_numbers(std::string_view text) {
    std::vector<double> numbers;
    auto at = text.find_first_not_of(kBetween);
    while (at != std::string_view::npos) {
        const auto end = std::min(text.find_first_of(kBetween, at), text.size());
        const auto word = text.substr(at, end - at);
        double value = 0;
        const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
        if (result.ec != std::errc{} || result.ptr != word.data() + word.size()) {
            fail<UsageError>("{} is not a number", word);
        }
        numbers.push_back(value);
        at = text.find_first_not_of(kBetween, end);
    }
    return numbers;
}

}  // namespace wengu::fsrs
