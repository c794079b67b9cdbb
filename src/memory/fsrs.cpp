#include "memory/fsrs.h"

#include <algorithm>
#include <cmath>

namespace wengu::fsrs {
namespace {

double rating(Grade grade) { return static_cast<double>(grade); }

double clamp_stability(double s) { return std::clamp(s, kMinStability, kMaxStability); }
double clamp_difficulty(double d) { return std::clamp(d, 1.0, 10.0); }

double first_difficulty(const Params& w, Grade grade) {
    return w[4] - std::exp(w[5] * (rating(grade) - 1)) + 1;
}

}  // namespace

Model::Model(const Params& params, bool short_term)
    : w_{params},
      short_term_{short_term},
      decay_{-params[20]},
      factor_{std::exp(std::log(0.9) / -params[20]) - 1},
      growth_{std::exp(params[8])},
      easy_target_{first_difficulty(params, Grade::Easy)},
      lapse_divisor_{short_term ? std::exp(params[17] * params[18]) : 1.0} {}

Memory Model::first(Grade grade) const {
    return {.stability = clamp_stability(w_[static_cast<std::size_t>(grade) - 1]),
            .difficulty = clamp_difficulty(first_difficulty(w_, grade))};
}

double Model::recall(double elapsed_days, double stability) const {
    return std::pow(1 + factor_ * elapsed_days / stability, decay_);
}

double Model::interval(double stability, double retention) const {
    return stability / factor_ * (std::pow(retention, 1 / decay_) - 1);
}

Memory Model::from_interval(double interval_days, double ease, double retention) const {
    const double stability = clamp_stability(interval_days / interval(1, retention));
    const double gain =
        growth_ * std::pow(stability, -w_[9]) * (std::exp(w_[10] * (1 - retention)) - 1);
    return {.stability = stability, .difficulty = clamp_difficulty(11 - (ease - 1) / gain)};
}

/// Steps shrink as difficulty nears 10, and every answer pulls a little towards
/// the difficulty of an easy first answer.
double Model::next_difficulty(double difficulty, Grade grade) const {
    const double change = -w_[6] * (rating(grade) - 3);
    const double damped = difficulty + change * (10 - difficulty) / 9;
    return clamp_difficulty(w_[7] * easy_target_ + (1 - w_[7]) * damped);
}

/// How much a Good answer adds to stability, as a share of it.
double Model::success_gain(const Memory& memory, double recall) const {
    return growth_ * (11 - memory.difficulty) * std::pow(memory.stability, -w_[9]) *
           (std::exp(w_[10] * (1 - recall)) - 1);
}

/// What Hard and Easy make of that gain.
double Model::weight_of(Grade grade) const {
    if (grade == Grade::Hard) return w_[15];
    return grade == Grade::Easy ? w_[16] : 1.0;
}

double Model::after_lapse(const Memory& memory, double recall) const {
    const double relearned = w_[11] * std::pow(memory.difficulty, -w_[12]) *
                             (std::pow(memory.stability + 1, w_[13]) - 1) *
                             std::exp(w_[14] * (1 - recall));
    return std::min(relearned, memory.stability / lapse_divisor_);
}

double Model::same_day(double stability, Grade grade) const {
    double gain = std::exp(w_[17] * (rating(grade) - 3 + w_[18])) * std::pow(stability, -w_[19]);
    if (grade != Grade::Again) gain = std::max(gain, 1.0);
    return stability * gain;
}

Memory Model::next(const Memory& memory, double elapsed_days, Grade grade) const {
    double stability = 0;
    if (elapsed_days <= 0 && short_term_) {
        stability = same_day(memory.stability, grade);
    } else {
        const double recalled = recall(elapsed_days, memory.stability);
        stability =
            grade == Grade::Again
                ? after_lapse(memory, recalled)
                : memory.stability * (1 + success_gain(memory, recalled) * weight_of(grade));
    }
    return {.stability = clamp_stability(stability),
            .difficulty = next_difficulty(memory.difficulty, grade)};
}

std::array<Memory, 4> Model::outcomes(const Memory& memory, double elapsed_days) const {
    using enum Grade;
    std::array<Memory, 4> result;
    const bool same = elapsed_days <= 0 && short_term_;
    const double recalled = same ? 1.0 : recall(elapsed_days, memory.stability);
    const double gain = same ? 0.0 : success_gain(memory, recalled);
    for (const Grade grade : {Again, Hard, Good, Easy}) {
        double stability = memory.stability * (1 + gain * weight_of(grade));
        if (same) {
            stability = same_day(memory.stability, grade);
        } else if (grade == Again) {
            stability = after_lapse(memory, recalled);
        }
        result[static_cast<std::size_t>(grade) - 1] = {
            .stability = clamp_stability(stability),
            .difficulty = next_difficulty(memory.difficulty, grade)};
    }
    return result;
}

int rounded_interval(double interval_days, int max_days) {
    const double days = std::floor(interval_days + 0.5);
    return static_cast<int>(std::clamp<double>(days, 1, max_days));
}

}  // namespace wengu::fsrs
