#include "memory/sm2.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace wengu::sm2 {
namespace {

constexpr int kPass = 3;

/// 0.1 - (5-q)(0.08 + (5-q)0.02), in hundredths: exact.
int ease_change(int quality) {
    const int missing = 5 - quality;
    return 10 - missing * (8 + missing * 2);
}

}  // namespace

int quality(Grade grade) { return static_cast<int>(grade) + 1; }

int grow(int interval_days, int ease, const Options& options) {
    const std::int64_t hundredths = std::int64_t{interval_days} * ease;
    const std::int64_t days = (hundredths + (options.rounding == Rounding::Up ? 99 : 50)) / 100;
    return static_cast<int>(std::min<std::int64_t>(days, options.max_interval_days));
}

State next(const State& state, int quality, const Options& options) {
    assert(quality >= 0 && quality <= 5);
    const int ease = std::max(kMinEase, state.ease + ease_change(quality));
    if (quality < kPass) {
        return {.streak = 0, .ease = options.strict_lapse ? state.ease : ease, .interval_days = 1};
    }
    int days = state.streak == 0 ? 1 : 6;
    if (state.streak > 1) days = grow(state.interval_days, state.ease, options);
    return {.streak = state.streak + 1,
            .ease = ease,
            .interval_days = std::min(days, options.max_interval_days)};
}

}  // namespace wengu::sm2
