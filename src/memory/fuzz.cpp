#include "memory/fuzz.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

constexpr double kShortest = 2.5;

double spread(double days) {
    return 1 + 0.15 * std::max(std::min(days, 7.0) - kShortest, 0.0) +
           0.10 * std::max(std::min(days, 20.0) - 7, 0.0) + 0.05 * std::max(days - 20, 0.0);
}

int round_half_up(double value) { return static_cast<int>(std::floor(value + 0.5)); }

double weight_of(Day day, const FuzzOptions& options) {
    const std::chrono::weekday weekday{day};
    return std::max(0.0, options.weekday_weights[weekday.iso_encoding() - 1]);
}

}  // namespace

FuzzRange fuzz_range(int interval_days, int elapsed_days, int max_interval_days) {
    if (interval_days < kShortest) return {interval_days, interval_days};
    const double delta = spread(interval_days);
    const int last = std::min(round_half_up(interval_days + delta), max_interval_days);
    int first = std::max(2, round_half_up(interval_days - delta));
    if (interval_days > elapsed_days) first = std::max(first, elapsed_days + 1);
    return {std::min(first, last), last};
}

int fuzzed(int interval_days, const FuzzDraw& draw, const FuzzOptions& options) {
    const auto range = fuzz_range(interval_days, draw.elapsed_days, draw.max_interval_days);
    double total = 0;
    for (int days = range.first; days <= range.last; ++days) {
        total += weight_of(draw.today + std::chrono::days{days}, options);
    }
    if (total <= 0) return interval_days;
    double left = Random{draw.seed}.unit() * total;
    int chosen = interval_days;
    for (int days = range.first; days <= range.last; ++days) {
        const double weight = weight_of(draw.today + std::chrono::days{days}, options);
        if (weight <= 0) continue;
        chosen = days;
        if (left < weight) break;
        left -= weight;
    }
    return chosen;
}

}  // namespace wengu
