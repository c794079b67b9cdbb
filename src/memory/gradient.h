#pragma once
// FSRS-6 with derivatives: the same formulas as fsrs.h, each result with its
// slope in all 21 parameters. Only the optimizer needs them.

#include "memory/fsrs.h"

#include <array>

namespace wengu::fsrs {

/// A number and its derivatives by w0..w20.
struct Dual {
    double value = 0;
    std::array<double, kCount> slope{};
};

/// A memory with derivatives.
struct DualMemory {
    Dual stability;
    Dual difficulty;
};

class GradientModel {
public:
    explicit GradientModel(const Params& params);

    [[nodiscard]] DualMemory first(Grade grade) const;
    /// Probability of recall after `elapsed_days` >= 0.
    [[nodiscard]] Dual recall(double elapsed_days, const Dual& stability) const;
    /// `recalled` is `recall(elapsed_days, ...)`; ignored when elapsed_days is 0.
    void advance(DualMemory& memory, double elapsed_days, const Dual& recalled, Grade grade) const;

private:
    [[nodiscard]] Dual after_success(const DualMemory& memory, const Dual& recall,
                                     Grade grade) const;
    [[nodiscard]] Dual after_lapse(const DualMemory& memory, const Dual& recall) const;
    [[nodiscard]] Dual same_day(const Dual& stability, Grade grade) const;
    [[nodiscard]] Dual next_difficulty(const Dual& difficulty, Grade grade) const;

    Params w_;
    double factor_;
    double easy_target_;
};

}  // namespace wengu::fsrs
