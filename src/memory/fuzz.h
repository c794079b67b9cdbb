#pragma once
// Spreading due days within a narrow range around the computed one.

#include "core/time.h"

#include <array>
#include <cstdint>

namespace wengu {

/// Spreads due days a little, so that cards learnt together drift apart and
/// the work of the days evens out. The draw is seeded by card and review
/// count: it never differs between a preview, the outcome and a replay.
struct FuzzOptions {
    bool on = false;
    /// How much work a weekday may get, Monday first; 0 is a day off where the
    /// range allows. Only their ratios matter.
    std::array<double, 7> weekday_weights{1, 1, 1, 1, 1, 1, 1};

    friend bool operator==(const FuzzOptions&, const FuzzOptions&) = default;
};

/// Days a fuzzed interval may take, both ends included.
struct FuzzRange {
    int first = 0;
    int last = 0;

    friend bool operator==(const FuzzRange&, const FuzzRange&) = default;
};

/// What the draw depends on besides the interval.
struct FuzzDraw {
    std::uint64_t seed = 0;
    Day today{};
    int elapsed_days = 0;  ///< Since the last review: a longer interval stays longer.
    int max_interval_days = 36500;
};

/// Below 2.5 days there is no choice; above, about 15 % of the first week, 10 %
/// of the next two, 5 % of the rest (the ranges of Anki and fsrs4anki).
[[nodiscard]] FuzzRange fuzz_range(int interval_days, int elapsed_days, int max_interval_days);

/// One day of the range, drawn with the weights of the weekdays it falls on.
[[nodiscard]] int fuzzed(int interval_days, const FuzzDraw& draw, const FuzzOptions& options);

}  // namespace wengu
