#pragma once
// A review log as the optimizer sees it: for each card the days between its
// reviews and the grades; each review after at least one day is something to
// predict.

#include "core/review.h"
#include "memory/fsrs.h"

#include <cstddef>
#include <span>
#include <vector>

namespace wengu {

/// One review of a card.
struct TrainingStep {
    int elapsed_days = 0;  ///< 0: the same study day as the one before, or the first.
    Grade grade = Grade::Good;
    int rank = -1;  ///< Place among all predictions by time, from 0; -1: not predicted.
};

using TrainingCard = std::vector<TrainingStep>;

struct TrainingSet {
    std::vector<TrainingCard> cards;  ///< Each with at least one prediction.
    int predictions = 0;
};

/// The rows that count, of all cards, in any order.
[[nodiscard]] TrainingSet training_set(std::span<const Review> rows,
                                       std::chrono::hours rollover = kDefaultRollover);

/// Predictions by rank, from `first` up to but not including `last`.
struct RankRange {
    int first = 0;
    int last = 0;
};

/// What each prediction counts for, by rank; 0: left out.
using Weights = std::vector<double>;

/// The weights of fsrs-rs, so that figures can be compared with its own: they
/// rise from 0.25 to 1 with the cube of the place, the first predictions of all
/// cards placed before the later ones, each kind by time. Cards marked in
/// `left_out` (one entry for each card; empty: none) count for nothing.
[[nodiscard]] Weights recency_weights(const TrainingSet& set, const RankRange& range,
                                      const std::vector<bool>& left_out = {});

/// How well parameters predict, lower is better.
struct FitScore {
    double log_loss = 0;
    double rmse_bins = 0;  ///< Between predicted and actual recall, in bins of like reviews.
    int predictions = 0;
};

/// All zero when nothing counts. Requires: a weight for each prediction.
[[nodiscard]] FitScore score(const TrainingSet& set, const fsrs::Params& params,
                             const Weights& weights);

}  // namespace wengu
