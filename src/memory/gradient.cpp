#include "memory/gradient.h"

#include <algorithm>
#include <cmath>

namespace wengu::fsrs {
namespace {

/// to += scale * from.
void add(Dual& to, double scale, const Dual& from) {
    for (std::size_t i = 0; i < kCount; ++i) to.slope[i] += scale * from.slope[i];
}

/// Inside the bounds; at a bound the value no longer moves.
Dual bounded(Dual dual, double low, double high) {
    if (dual.value < low || dual.value > high) {
        dual.value = std::clamp(dual.value, low, high);
        dual.slope.fill(0);
    }
    return dual;
}

double rate_of(Grade grade) { return static_cast<double>(grade); }

}  // namespace

GradientModel::GradientModel(const Params& params)
    : w_{params},
      factor_{std::exp(std::log(0.9) / -params[20]) - 1},
      easy_target_{params[4] - std::exp(params[5] * 3) + 1} {}

DualMemory GradientModel::first(Grade grade) const {
    DualMemory memory;
    const auto index = static_cast<std::size_t>(grade) - 1;
    memory.stability.value = w_[index];
    memory.stability.slope[index] = 1;
    const double steps = rate_of(grade) - 1;
    const double power = std::exp(w_[5] * steps);
    memory.difficulty.value = w_[4] - power + 1;
    memory.difficulty.slope[4] = 1;
    memory.difficulty.slope[5] = -steps * power;
    memory.stability = bounded(memory.stability, kMinStability, kMaxStability);
    memory.difficulty = bounded(memory.difficulty, 1, 10);
    return memory;
}

Dual GradientModel::recall(double elapsed_days, const Dual& stability) const {
    const double decay = -w_[20];
    const double ratio = elapsed_days / stability.value;
    const double base = 1 + factor_ * ratio;
    Dual result;
    result.value = std::pow(base, decay);
    add(result, -result.value * decay * factor_ * ratio / (base * stability.value), stability);
    const double factor_slope = (factor_ + 1) * std::log(0.9) / (w_[20] * w_[20]);
    result.slope[20] += result.value * (decay * ratio * factor_slope / base - std::log(base));
    return result;
}

Dual GradientModel::after_success(const DualMemory& memory, const Dual& recall, Grade grade) const {
    const double s = memory.stability.value;
    const double room = 11 - memory.difficulty.value;
    const double lift = std::exp(w_[10] * (1 - recall.value));
    const double plain = s * std::exp(w_[8]) * room * std::pow(s, -w_[9]);
    double weight = 1;
    if (grade == Grade::Hard) weight = w_[15];
    if (grade == Grade::Easy) weight = w_[16];
    const double gained = plain * (lift - 1) * weight;
    Dual result;
    result.value = s + gained;
    add(result, 1 + (1 - w_[9]) * gained / s, memory.stability);
    add(result, -gained / room, memory.difficulty);
    add(result, -plain * weight * w_[10] * lift, recall);
    result.slope[8] += gained;
    result.slope[9] -= gained * std::log(s);
    result.slope[10] += plain * weight * (1 - recall.value) * lift;
    if (grade == Grade::Hard) result.slope[15] += plain * (lift - 1);
    if (grade == Grade::Easy) result.slope[16] += plain * (lift - 1);
    return result;
}

Dual GradientModel::after_lapse(const DualMemory& memory, const Dual& recall) const {
    const double s = memory.stability.value;
    const double d = memory.difficulty.value;
    const double cap = s / std::exp(w_[17] * w_[18]);
    const double scale = w_[11] * std::pow(d, -w_[12]) * std::exp(w_[14] * (1 - recall.value));
    const double power = std::pow(s + 1, w_[13]);
    const double left = scale * (power - 1);
    Dual result;
    if (left > cap) {
        result.value = cap;
        add(result, cap / s, memory.stability);
        result.slope[17] -= w_[18] * cap;
        result.slope[18] -= w_[17] * cap;
        return result;
    }
    result.value = left;
    add(result, scale * w_[13] * power / (s + 1), memory.stability);
    add(result, -w_[12] * left / d, memory.difficulty);
    add(result, -w_[14] * left, recall);
    result.slope[11] += left / w_[11];
    result.slope[12] -= left * std::log(d);
    result.slope[13] += scale * power * std::log(s + 1);
    result.slope[14] += left * (1 - recall.value);
    return result;
}

Dual GradientModel::same_day(const Dual& stability, Grade grade) const {
    const double s = stability.value;
    const double shift = rate_of(grade) - 3 + w_[18];
    const double gain = std::exp(w_[17] * shift) * std::pow(s, -w_[19]);
    if (grade != Grade::Again && gain < 1) return stability;
    Dual result;
    result.value = s * gain;
    add(result, gain * (1 - w_[19]), stability);
    result.slope[17] += s * gain * shift;
    result.slope[18] += s * gain * w_[17];
    result.slope[19] -= s * gain * std::log(s);
    return result;
}

Dual GradientModel::next_difficulty(const Dual& difficulty, Grade grade) const {
    const double d = difficulty.value;
    const double worse = rate_of(grade) - 3;
    const double damped = d - w_[6] * worse * (10 - d) / 9;
    const double kept = 1 - w_[7];
    Dual result;
    result.value = w_[7] * easy_target_ + kept * damped;
    add(result, kept * (1 + w_[6] * worse / 9), difficulty);
    result.slope[4] += w_[7];
    result.slope[5] -= w_[7] * 3 * std::exp(w_[5] * 3);
    result.slope[6] -= kept * worse * (10 - d) / 9;
    result.slope[7] += easy_target_ - damped;
    return result;
}

void GradientModel::advance(DualMemory& memory, double elapsed_days, const Dual& recalled,
                            Grade grade) const {
    Dual stability;
    if (elapsed_days <= 0) {
        stability = same_day(memory.stability, grade);
    } else if (grade == Grade::Again) {
        stability = after_lapse(memory, recalled);
    } else {
        stability = after_success(memory, recalled, grade);
    }
    memory.difficulty = bounded(next_difficulty(memory.difficulty, grade), 1, 10);
    memory.stability = bounded(stability, kMinStability, kMaxStability);
}

}  // namespace wengu::fsrs
