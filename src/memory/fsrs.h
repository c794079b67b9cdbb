#pragma once
// FSRS-6: how stability and difficulty of one memory change with a review.
// Doubles, no intermediate rounding. What day it is, learning steps and the
// choice of a due day are the scheduler's business.
//
// Formulas: the published FSRS-6 description and its reference implementation
// fsrs-rs 6; see docs/memory.md for the points where implementations differ.

#include "core/grade.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace wengu::fsrs {

inline constexpr std::size_t kCount = 21;
using Params = std::array<double, kCount>;

inline constexpr Params kDefaults{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                  0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

inline constexpr double kMinStability = 0.001;
inline constexpr double kMaxStability = 36500;

/// 21 parameters from 17 (FSRS-4.5), 19 (FSRS-5) or 21 (FSRS-6) numbers, inside
/// their bounds. Throws UsageError for another count or for what is no number.
/// `relearning_steps` tightens the bounds of w17 and w18 when there are several.
[[nodiscard]] Params upgrade(std::span<const double> numbers, bool short_term = true,
                             int relearning_steps = 1);

/// Reads numbers separated by blanks, commas or line ends, with or without the
/// brackets of a JSON array. Throws UsageError naming what is no number.
[[nodiscard]] std::vector<double> read_numbers(std::string_view text);

/// Each parameter inside its bounds.
[[nodiscard]] Params clamp(Params params, bool short_term = true, int relearning_steps = 1);

struct Memory {
    double stability = 0;   ///< Days until recall falls to 90 %.
    double difficulty = 0;  ///< 1..10.

    friend bool operator==(const Memory&, const Memory&) = default;
};

/// One set of parameters with what follows from them.
class Model {
public:
    explicit Model(const Params& params = kDefaults, bool short_term = true);

    [[nodiscard]] const Params& params() const { return w_; }

    /// The memory that a first answer leaves.
    [[nodiscard]] Memory first(Grade grade) const;

    /// The memory after a review `elapsed_days` study days after the last one;
    /// 0 is the same day. Requires: elapsed_days >= 0.
    [[nodiscard]] Memory next(const Memory& memory, double elapsed_days, Grade grade) const;

    /// The memory after each of the four grades: `next` four times, at less cost.
    [[nodiscard]] std::array<Memory, 4> outcomes(const Memory& memory, double elapsed_days) const;

    /// Probability of recall after `elapsed_days`.
    [[nodiscard]] double recall(double elapsed_days, double stability) const;

    /// Days until recall falls to `retention`; not rounded. Requires: 0 < retention < 1.
    [[nodiscard]] double interval(double stability, double retention) const;

    /// The memory that fits an SM-2 card: its interval read as one for
    /// `retention`, its E-factor as the growth a Good answer would bring.
    [[nodiscard]] Memory from_interval(double interval_days, double ease, double retention) const;

private:
    [[nodiscard]] double next_difficulty(double difficulty, Grade grade) const;
    [[nodiscard]] double success_gain(const Memory& memory, double recall) const;
    [[nodiscard]] double weight_of(Grade grade) const;
    [[nodiscard]] double after_lapse(const Memory& memory, double recall) const;
    [[nodiscard]] double same_day(double stability, Grade grade) const;

    Params w_;
    bool short_term_;
    double decay_;
    double factor_;
    double growth_;         ///< e^w8
    double easy_target_;    ///< D0(Easy), not clamped: what difficulty reverts to.
    double lapse_divisor_;  ///< e^(w17 w18)
};

/// Whole days, at least 1 and at most `max_days`: halves are rounded up.
[[nodiscard]] int rounded_interval(double interval_days, int max_days);

}  // namespace wengu::fsrs
