#pragma once
// SM-2 as its author's own plug-in computes it. Integers throughout, so that
// every machine gets the same days.
//
// Source: P. A. Wozniak, "Application of a computer to improve the results
// obtained in working with the SuperMemo method", 1990, section 3.2, and the
// SuperMemo 2 plug-in. Algorithm SM-2, (C) Copyright SuperMemo World, 1991.

#include "core/grade.h"

namespace wengu::sm2 {

inline constexpr int kInitialEase = 250;  ///< Hundredths.
inline constexpr int kMinEase = 130;
inline constexpr int kMaxInterval = 36500;

enum class Rounding { HalfUp, Up };

struct Options {
    bool strict_lapse = false;  ///< Read step 6 literally: a failure leaves the E-factor alone.
    Rounding rounding = Rounding::HalfUp;  ///< `Up` is the published text, `HalfUp` the plug-in.
    int max_interval_days = kMaxInterval;

    friend bool operator==(const Options&, const Options&) = default;
};

struct State {
    int streak = 0;           ///< n: successes in a row.
    int ease = kInitialEase;  ///< E-factor in hundredths, never below kMinEase.
    int interval_days = 0;

    friend bool operator==(const State&, const State&) = default;
};

/// SM-2's quality of a grade: Again 2, Hard 3, Good 4, Easy 5.
[[nodiscard]] int quality(Grade grade);

/// The state after one answer on its due day. Quality 0..5; below 3 is a failure.
/// The interval is computed from the E-factor as it was before this answer.
[[nodiscard]] State next(const State& state, int quality, const Options& options = {});

/// `interval_days * ease / 100`, rounded and capped as the options say.
[[nodiscard]] int grow(int interval_days, int ease, const Options& options);

}  // namespace wengu::sm2
