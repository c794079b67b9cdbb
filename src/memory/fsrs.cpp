#include "memory/fsrs.h"

#include "core/error.h"

#include <algorithm>
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

double rating(Grade grade) { return static_cast<double>(grade); }

double clamp_stability(double s) { return std::clamp(s, kMinStability, kMaxStability); }
double clamp_difficulty(double d) { return std::clamp(d, 1.0, 10.0); }

double first_difficulty(const Params& w, Grade grade) {
    return w[4] - std::exp(w[5] * (rating(grade) - 1)) + 1;
}

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
        params[i] = std::clamp(params[i], kBounds[i].low, kBounds[i].high);
    }
    if (!short_term) params[19] = std::max(0.0, params[19]);
    const double ceiling = same_day_ceiling(params, relearning_steps);
    params[17] = std::min(params[17], ceiling);
    params[18] = std::min(params[18], ceiling);
    return params;
}

Params upgrade(std::span<const double> numbers, bool short_term, int relearning_steps) {
    if (numbers.size() != 17 && numbers.size() != 19 && numbers.size() != kCount) {
        fail<UsageError>("FSRS needs 17, 19 or 21 parameters; found {}", numbers.size());
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

double Model::after_success(const Memory& memory, double recall, Grade grade) const {
    double gain = growth_ * (11 - memory.difficulty) * std::pow(memory.stability, -w_[9]) *
                  (std::exp(w_[10] * (1 - recall)) - 1);
    if (grade == Grade::Hard) gain *= w_[15];
    if (grade == Grade::Easy) gain *= w_[16];
    return memory.stability * (1 + gain);
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
        stability = grade == Grade::Again ? after_lapse(memory, recalled)
                                          : after_success(memory, recalled, grade);
    }
    return {.stability = clamp_stability(stability),
            .difficulty = next_difficulty(memory.difficulty, grade)};
}

int rounded_interval(const Model& model, double stability, double retention, int max_days) {
    const double days = std::floor(model.interval(stability, retention) + 0.5);
    return static_cast<int>(std::clamp<double>(days, 1, max_days));
}

}  // namespace wengu::fsrs
