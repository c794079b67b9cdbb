#include "memory/forecast.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace wengu {
namespace {

using Shares = std::array<double, 4>;

std::size_t place_of(Grade grade) { return static_cast<std::size_t>(grade) - 1; }

/// A mean that starts from a prior worth this many answers.
constexpr double kPrior = 50;

struct Tally {
    Shares counts{};
    Shares seconds{};

    void add(const Review& row) {
        counts[place_of(row.grade)] += 1;
        seconds[place_of(row.grade)] += row.taken_ms / 1000.0;
    }
};

Shares shares_of(const Tally& tally, const Shares& prior) {
    Shares result = prior;
    double total = kPrior;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (prior[i] == 0) continue;
        result[i] = prior[i] * kPrior + tally.counts[i];
        total += tally.counts[i];
    }
    for (auto& share : result) share /= total;
    return result;
}

Shares seconds_of(const Tally& tally, const Shares& prior) {
    Shares result{};
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = (prior[i] * kPrior + tally.seconds[i]) / (kPrior + tally.counts[i]);
    }
    return result;
}

}  // namespace

Habits habits_of(std::span<const Review> rows) {
    std::vector<const Review*> ordered;
    for (const auto& row : rows) {
        if (counts(row) && row.taken_ms > 0) ordered.push_back(&row);
    }
    if (ordered.empty()) return {};
    std::sort(ordered.begin(), ordered.end(),
              [](const Review* a, const Review* b) { return a->moment.at < b->moment.at; });
    Tally first;
    Tally later;
    double repeats = 0;
    double repeat_seconds = 0;
    std::unordered_map<std::string_view, Day> last_day;
    for (const auto* row : ordered) {
        const Day day = study_day(row->moment);
        const auto [seen, is_first] = last_day.try_emplace(row->card_id, day);
        if (is_first) {
            first.add(*row);
        } else if (seen->second == day) {
            repeats += 1;
            repeat_seconds += row->taken_ms / 1000.0;
        } else {
            later.add(*row);
        }
        seen->second = day;
    }
    Habits habits;
    habits.first_shares = shares_of(first, habits.first_shares);
    habits.first_seconds = seconds_of(first, habits.first_seconds);
    habits.recalled_shares = shares_of(later, habits.recalled_shares);
    habits.review_seconds = seconds_of(later, habits.review_seconds);
    habits.repeat_seconds = (habits.repeat_seconds * kPrior + repeat_seconds) / (kPrior + repeats);
    return habits;
}

Grade draw_grade(const std::array<double, 4>& shares, Random& random) {
    double left = random.unit();
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (left < shares[i]) return static_cast<Grade>(i + 1);
        left -= shares[i];
    }
    return Grade::Good;
}

}  // namespace wengu
