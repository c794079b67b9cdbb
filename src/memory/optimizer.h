#pragma once
// Fits the 21 FSRS-6 parameters to a review log, by the method of fsrs-rs 6:
// first stabilities per rating, then Adam on the weighted log loss with a
// prior that holds parameters back for which the log says little.

#include "memory/training.h"

#include <functional>
#include <span>

namespace wengu {

struct FitOptions {
    fsrs::Params current = fsrs::kDefaults;  ///< In force now; what a fit must beat.
    int relearning_steps = 1;
    std::function<void(int done, int total)> progress;  ///< Batches; may be empty.
};

/// What fitting came to.
struct Fit {
    fsrs::Params params = fsrs::kDefaults;
    FitScore before;         ///< Of the defaults on the whole log.
    FitScore after;          ///< Of `params` on the whole log.
    FitScore unseen_before;  ///< Of `current` on the last fifth of the log...
    FitScore unseen_after;   ///< ...and of a fit to the first four fifths.
    int predictions = 0;
    bool better = false;  ///< On the part that it had not seen: worth adopting.
};

/// Fewer predictions than this leave the defaults; fewer than
/// kEnoughForAll fit the four first stabilities only.
inline constexpr int kEnoughForAny = 8;
inline constexpr int kEnoughForAll = 64;

[[nodiscard]] Fit fit_parameters(const TrainingSet& set, const FitOptions& options = {});

/// The weights under which fsrs-rs evaluates: by recency, without outliers.
[[nodiscard]] Weights comparable_weights(const TrainingSet& set, const RankRange& range);

/// Parameters for the predictions of a range only.
[[nodiscard]] fsrs::Params fit_range(const TrainingSet& set, const RankRange& range,
                                     const FitOptions& options = {});

/// The first stability of each rating from the reviews that followed it (w0..w3;
/// the others as in the defaults). `dropped` marks cards whose first interval is
/// an outlier, one entry for each card.
struct FirstFit {
    fsrs::Params params = fsrs::kDefaults;
    std::vector<bool> dropped;
};
[[nodiscard]] FirstFit fit_first_stabilities(const TrainingSet& set, const RankRange& range);

}  // namespace wengu
