#include "memory/training.h"

#include "memory/scheduler.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace wengu {
namespace {

bool earlier_row(const Review* a, const Review* b) {
    return std::tie(a->moment.at, a->id) < std::tie(b->moment.at, b->id);
}

/// When a prediction was put to the test, and where it stands in the set.
struct Prediction {
    Instant at;
    std::size_t card = 0;
    std::size_t step = 0;
};

/// Numbers the predictions by time.
void rank(TrainingSet& set, std::vector<Prediction>& places) {
    std::stable_sort(places.begin(), places.end(),
                     [](const Prediction& a, const Prediction& b) { return a.at < b.at; });
    for (const auto& place : places) {
        set.cards[place.card][place.step].rank = set.predictions++;
    }
}

/// The bin a prediction falls into, by days, reviews and lapses so far; edges
/// grow geometrically (the bins of srs-benchmark).
using Bin = std::tuple<int, int, int>;

int level(double base, int value) {
    return value <= 0 ? -1 : static_cast<int>(std::floor(std::log(value) / std::log(base)));
}

constexpr double kLeastRecall = 1e-6;

struct BinSum {
    double predicted = 0;
    double recalled = 0;
    double count = 0;
    double weight = 0;
};

class Scorer {
public:
    void add(bool recalled, double recall, double weight, const Bin& bin) {
        if (weight <= 0) return;
        const double predicted = std::clamp(recall, kLeastRecall, 1 - kLeastRecall);
        loss_ -= weight * std::log(recalled ? predicted : 1 - predicted);
        weight_ += weight;
        count_ += 1;
        auto& sum = bins_[bin];
        sum.predicted += predicted;
        sum.recalled += recalled ? 1 : 0;
        sum.count += 1;
        sum.weight += weight;
    }

    [[nodiscard]] FitScore result() const {
        if (weight_ <= 0) return {};
        double squares = 0;
        for (const auto& [bin, sum] : bins_) {
            const double error = (sum.predicted - sum.recalled) / sum.count;
            squares += error * error * sum.weight;
        }
        return {.log_loss = loss_ / weight_,
                .rmse_bins = std::sqrt(squares / weight_),
                .predictions = count_};
    }

private:
    std::map<Bin, BinSum> bins_;
    double loss_ = 0;
    double weight_ = 0;
    int count_ = 0;
};

}  // namespace

TrainingSet training_set(std::span<const Review> rows, std::chrono::hours rollover) {
    std::map<std::string_view, std::vector<const Review*>> by_card;
    for (const auto& row : rows) {
        if (counts(row)) by_card[row.card_id].push_back(&row);
    }
    TrainingSet set;
    std::vector<Prediction> places;
    for (auto& [id, reviews] : by_card) {
        std::sort(reviews.begin(), reviews.end(), earlier_row);
        TrainingCard card;
        Day last = study_day(reviews.front()->moment, rollover);
        const auto before = places.size();
        for (const auto* review : reviews) {
            const Day day = std::max(last, study_day(review->moment, rollover));
            const auto elapsed = static_cast<int>((day - last).count());
            if (elapsed > 0) places.push_back({review->moment.at, set.cards.size(), card.size()});
            card.push_back({.elapsed_days = elapsed, .grade = review->grade, .rank = -1});
            last = day;
        }
        if (places.size() > before) set.cards.push_back(std::move(card));
    }
    rank(set, places);
    return set;
}

Weights recency_weights(const TrainingSet& set, const RankRange& range,
                        const std::vector<bool>& left_out) {
    std::vector<bool> firsts(static_cast<std::size_t>(set.predictions));
    std::vector<bool> counted(firsts.size());
    for (std::size_t i = 0; i < set.cards.size(); ++i) {
        bool first = true;
        for (const auto& step : set.cards[i]) {
            if (step.rank < 0) continue;
            const auto rank = static_cast<std::size_t>(step.rank);
            firsts[rank] = std::exchange(first, false);
            counted[rank] = step.rank >= range.first && step.rank < range.last &&
                            (left_out.empty() || !left_out[i]);
        }
    }
    const auto total = std::count(counted.begin(), counted.end(), true);
    const double most = std::max<double>(1, static_cast<double>(total - 1));
    Weights weights(firsts.size());
    double place = 0;
    for (const bool kind : {true, false}) {
        for (std::size_t rank = 0; rank < weights.size(); ++rank) {
            if (!counted[rank] || firsts[rank] != kind) continue;
            const double share = place++ / most;
            weights[rank] = 0.25 + 0.75 * share * share * share;
        }
    }
    return weights;
}

FitScore score(const TrainingSet& set, const fsrs::Params& params, const Weights& weights) {
    const fsrs::Model model{params};
    Scorer scorer;
    for (const auto& card : set.cards) {
        auto memory = model.first(card.front().grade);
        int reviews = 1;
        int lapses = 0;
        for (std::size_t i = 1; i < card.size(); ++i) {
            const auto& step = card[i];
            if (step.elapsed_days > 0) {
                reviews += 1;
                scorer.add(
                    step.grade != Grade::Again, model.recall(step.elapsed_days, memory.stability),
                    weights[static_cast<std::size_t>(step.rank)],
                    {level(3.62, step.elapsed_days), level(1.89, reviews), level(1.73, lapses)});
                lapses += step.grade == Grade::Again ? 1 : 0;
            }
            memory = model.next(memory, step.elapsed_days, step.grade);
        }
    }
    return scorer.result();
}

}  // namespace wengu
