#include "memory/optimizer.h"

#include "core/random.h"
#include "memory/gradient.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace wengu {
namespace {

using fsrs::kCount;
using fsrs::Params;

// As fsrs-rs 6 trains.
constexpr int kEpochs = 5;
constexpr int kBatch = 512;
constexpr double kRate = 0.04;
constexpr double kMeanKept = 0.9;      ///< Adam's beta 1.
constexpr double kSquareKept = 0.999;  ///< Adam's beta 2.
constexpr double kPriorWeight = 1;
constexpr std::uint64_t kSeed = 2023;
constexpr std::size_t kLongest = 256;  ///< Reviews of a card that are looked at.
/// How far each parameter usually lies from the defaults.
constexpr Params kSpread{6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
                         0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27};

/// Adam (Kingma, Ba 2014) with a rate that falls to 0 along a cosine.
class Adam {
public:
    explicit Adam(int steps) : steps_{steps} {}

    void update(Params& params, const Params& slope) {
        const double share = static_cast<double>(step_++) / steps_;
        const double rate = kRate * 0.5 * (1 + std::cos(std::numbers::pi * std::min(1.0, share)));
        const double first_scale = 1 - std::pow(kMeanKept, step_);
        const double second_scale = 1 - std::pow(kSquareKept, step_);
        for (std::size_t i = 0; i < kCount; ++i) {
            mean_[i] = kMeanKept * mean_[i] + (1 - kMeanKept) * slope[i];
            square_[i] = kSquareKept * square_[i] + (1 - kSquareKept) * slope[i] * slope[i];
            params[i] -=
                rate * (mean_[i] / first_scale) / (std::sqrt(square_[i] / second_scale) + 1e-8);
        }
    }

private:
    int steps_;
    int step_ = 0;
    Params mean_{};
    Params square_{};
};

/// Adds the slope of one card's weighted log loss.
void add_slope(const TrainingCard& card, const fsrs::GradientModel& model, const Weights& weights,
               Params& slope) {
    auto memory = model.first(card.front().grade);
    const auto length = std::min(card.size(), kLongest);
    for (std::size_t i = 1; i < length; ++i) {
        const auto& step = card[i];
        fsrs::Dual recall;
        if (step.elapsed_days > 0) {
            recall = model.recall(step.elapsed_days, memory.stability);
            const double p = std::clamp(recall.value, 1e-4, 1 - 1e-4);
            const double change = step.grade == Grade::Again ? 1 / (1 - p) : -1 / p;
            const double weight = weights[static_cast<std::size_t>(step.rank)];
            for (std::size_t k = 0; k < kCount; ++k) slope[k] += weight * change * recall.slope[k];
        }
        model.advance(memory, step.elapsed_days, recall, step.grade);
    }
}

int predictions_in(const TrainingCard& card, const Weights& weights) {
    return static_cast<int>(std::count_if(card.begin(), card.end(), [&](const TrainingStep& step) {
        return step.rank >= 0 && weights[static_cast<std::size_t>(step.rank)] > 0;
    }));
}

/// Cards in batches of about kBatch predictions.
class Training {
public:
    Training(const TrainingSet& set, const RankRange& range, const FirstFit& start)
        : set_{set}, weights_{recency_weights(set, range, start.dropped)}, start_{start.params} {
        for (std::size_t i = 0; i < set.cards.size(); ++i) {
            const int count = predictions_in(set.cards[i], weights_);
            if (count == 0) continue;
            cards_.push_back(i);
            total_ += count;
        }
    }

    Params run(const FitOptions& options) {
        Params params = start_;
        const int batches = total_ / kBatch + 1;
        Adam adam{batches * kEpochs};
        Random random{kSeed};
        int done = 0;
        for (int epoch = 0; epoch < kEpochs; ++epoch) {
            shuffle(cards_, random);
            std::size_t next = 0;
            while (next < cards_.size()) {
                adam.update(params, batch_slope(params, next));
                params = fsrs::clamp(params, true, options.relearning_steps);
                if (options.progress) options.progress(++done, batches * kEpochs);
            }
        }
        return params;
    }

private:
    /// Slope of the loss over the next batch, its share of the prior included.
    Params batch_slope(const Params& params, std::size_t& next) {
        const fsrs::GradientModel model{params};
        Params slope{};
        int count = 0;
        for (; next < cards_.size() && count < kBatch; ++next) {
            const auto& card = set_.cards[cards_[next]];
            add_slope(card, model, weights_, slope);
            count += predictions_in(card, weights_);
        }
        const double share = kPriorWeight * count / total_;
        for (std::size_t i = 0; i < kCount; ++i) {
            slope[i] += share * 2 * (params[i] - start_[i]) / (kSpread[i] * kSpread[i]);
        }
        return slope;
    }

    const TrainingSet& set_;
    Weights weights_;
    Params start_;
    std::vector<std::size_t> cards_;
    int total_ = 0;
};

/// A better first rating may not leave less.
void order_first(Params& params) {
    for (std::size_t i = 1; i < 4; ++i) params[i] = std::max(params[i], params[i - 1]);
}

}  // namespace

Params fit_range(const TrainingSet& set, const RankRange& range, const FitOptions& options) {
    const int count = range.last - range.first;
    if (count < kEnoughForAny) return fsrs::kDefaults;
    const auto start = fit_first_stabilities(set, range);
    if (count < kEnoughForAll) return start.params;
    auto params = Training{set, range, start}.run(options);
    order_first(params);
    return params;
}

Weights comparable_weights(const TrainingSet& set, const RankRange& range) {
    return recency_weights(set, range, fit_first_stabilities(set, {0, set.predictions}).dropped);
}

Fit fit_parameters(const TrainingSet& set, const FitOptions& options) {
    const RankRange all{0, set.predictions};
    const int cut = set.predictions * 4 / 5;
    const auto weights = comparable_weights(set, all);
    Fit fit;
    fit.predictions = set.predictions;
    fit.params = fit_range(set, all, options);
    fit.before = score(set, fsrs::kDefaults, weights);
    fit.after = score(set, fit.params, weights);
    const auto unseen = comparable_weights(set, {cut, set.predictions});
    fit.unseen_before = score(set, options.current, unseen);
    fit.unseen_after = score(set, fit_range(set, {0, cut}, options), unseen);
    fit.better = set.predictions >= kEnoughForAny &&
                 fit.unseen_after.log_loss < fit.unseen_before.log_loss &&
                 fit.after.log_loss < score(set, options.current, weights).log_loss;
    return fit;
}

}  // namespace wengu
