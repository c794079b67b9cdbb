#include "memory/optimizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace wengu {
namespace {

/// What followed a first rating after so many days.
struct Group {
    int days = 0;
    double count = 0;
    double recalled = 0;
};

using Known = std::array<std::optional<double>, 4>;

/// The first review of a card after at least a day; its index, 0 if there is none.
std::size_t first_prediction(const TrainingCard& card) {
    for (std::size_t i = 1; i < card.size(); ++i) {
        if (card[i].elapsed_days > 0) return i;
    }
    return 0;
}

bool inside(int rank, const RankRange& range) { return rank >= range.first && rank < range.last; }

std::array<std::map<int, Group>, 4> groups_of(const TrainingSet& set, const RankRange& range) {
    std::array<std::map<int, Group>, 4> result;
    for (const auto& card : set.cards) {
        const auto& step = card[first_prediction(card)];
        if (!inside(step.rank, range)) continue;
        const auto rating = static_cast<std::size_t>(card.front().grade) - 1;
        auto& group = result[rating][step.elapsed_days];
        group.days = step.elapsed_days;
        group.count += 1;
        group.recalled += step.grade != Grade::Again ? 1 : 0;
    }
    return result;
}

/// Drops rare first intervals: a twentieth of the cards, at least 20, the
/// smallest groups first; of the rest those with fewer than six cards or a
/// very long interval.
void drop_outliers(std::map<int, Group>& groups, bool easy) {
    std::vector<Group> ordered;
    double total = 0;
    for (const auto& [days, group] : groups) {
        ordered.push_back(group);
        total += group.count;
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Group& a, const Group& b) { return a.count < b.count; });
    const double most = std::max(20.0, std::floor(total / 20));
    double gone = 0;
    bool filling = true;
    for (const auto& group : ordered) {
        filling = filling && gone + group.count < most;
        const bool usable = group.count >= 6 && group.days <= (easy ? 365 : 100);
        if (!filling && usable) continue;
        if (filling) gone += group.count;
        groups.erase(group.days);
    }
}

double group_loss(const std::map<int, Group>& groups, const fsrs::Model& model, double stability,
                  double average) {
    double loss = 0;
    for (const auto& [days, group] : groups) {
        const double share = (group.recalled + average) / (group.count + 1);
        const double recall = std::clamp(model.recall(days, stability), 1e-9, 1 - 1e-9);
        loss -= group.count * (share * std::log(recall) + (1 - share) * std::log(1 - recall));
    }
    return loss;
}

double best_stability(const std::map<int, Group>& groups, double usual, double average) {
    const fsrs::Model model;
    double low = fsrs::kMinStability;
    double high = 100;
    const auto loss = [&](double s) {
        return group_loss(groups, model, s, average) + std::abs(s - usual) / 16;
    };
    for (int i = 0; i < 200 && high - low > 1e-7; ++i) {
        const double a = low + (high - low) / 3;
        const double b = high - (high - low) / 3;
        (loss(a) < loss(b) ? high : low) = loss(a) < loss(b) ? b : a;
    }
    return (low + high) / 2;
}

/// Ratings to compare, in the order of the checks.
constexpr std::array<std::array<std::size_t, 2>, 6> kPairs{
    {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};

/// A better rating cannot leave less: of two that disagree, the one with fewer cards yields.
void put_in_order(Known& known, const std::array<double, 4>& counts) {
    for (const auto& [lower, upper] : kPairs) {
        if (!known[lower] || !known[upper] || *known[lower] <= *known[upper]) continue;
        if (counts[lower] > counts[upper]) {
            known[upper] = known[lower];
        } else {
            known[lower] = known[upper];
        }
    }
}

/// Fills in ratings that were never given, in the proportions on a logarithmic
/// scale that fsrs-rs found: a between Again, Hard and Good; b between Hard, Good and Easy.
void fill_missing(Known& k) {
    const double a = 0.41;
    const double b = 0.54;
    const auto mix = [](double x, double share, double y) {
        return std::pow(x, share) * std::pow(y, 1 - share);
    };
    if (k[0] && k[3] && !k[1] && !k[2]) {
        const double c = a + b - a * b;
        k[1] = mix(*k[0], a / c, *k[3]);
        k[2] = mix(*k[0], 1 - b / c, *k[3]);
        return;
    }
    for (int round = 0; round < 2; ++round) {
        if (!k[1] && k[0] && k[2]) k[1] = mix(*k[0], a, *k[2]);
        if (!k[2] && k[1] && k[3]) k[2] = mix(*k[1], 1 - b, *k[3]);
        if (!k[1] && k[2] && k[3]) k[1] = mix(*k[2], 1 / (1 - b), *k[3]);
        if (!k[2] && k[0] && k[1]) k[2] = mix(*k[0], 1 - 1 / (1 - a), *k[1]);
        if (!k[0] && k[1] && k[2]) k[0] = mix(*k[1], 1 / a, *k[2]);
        if (!k[3] && k[1] && k[2]) k[3] = mix(*k[1], 1 - 1 / b, *k[2]);
    }
}

fsrs::Params with_first(const Known& found) {
    fsrs::Params params = fsrs::kDefaults;
    Known known = found;
    const auto count =
        std::count_if(known.begin(), known.end(), [](auto& s) { return s.has_value(); });
    if (count == 0) return params;
    if (count == 1) {
        const auto only =
            std::find_if(known.begin(), known.end(), [](auto& s) { return s.has_value(); });
        const auto index = static_cast<std::size_t>(only - known.begin());
        const double ratio = **only / params[index];
        for (std::size_t i = 0; i < known.size(); ++i) known[i] = params[i] * ratio;
    }
    fill_missing(known);
    for (std::size_t i = 0; i < known.size(); ++i) {
        params[i] = std::clamp(known[i].value_or(params[i]), fsrs::kMinStability, 100.0);
    }
    return params;
}

}  // namespace

FirstFit fit_first_stabilities(const TrainingSet& set, const RankRange& range) {
    auto groups = groups_of(set, range);
    FirstFit result;
    double recalled = 0;
    double total = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        drop_outliers(groups[i], i == 3);
        for (const auto& [days, group] : groups[i]) {
            recalled += group.recalled;
            total += group.count;
        }
    }
    Known known;
    std::array<double, 4> counts{};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].empty()) continue;
        known[i] = best_stability(groups[i], fsrs::kDefaults[i], recalled / total);
        for (const auto& [days, group] : groups[i]) counts[i] += group.count;
    }
    put_in_order(known, counts);
    result.params = with_first(known);
    for (const auto& card : set.cards) {
        const auto rating = static_cast<std::size_t>(card.front().grade) - 1;
        const auto days = card[first_prediction(card)].elapsed_days;
        result.dropped.push_back(!groups[rating].contains(days));
    }
    return result;
}

}  // namespace wengu
