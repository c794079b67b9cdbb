#include "memory/mastery.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wengu {
namespace {

constexpr std::array<std::string_view, 5> kBandNames{"new", "learning", "familiar", "strong",
                                                     "mastered"};

}  // namespace

double mastery_of_stability(double stability_days, double horizon_days) {
    return stability_days > 0 ? std::pow(0.9, horizon_days / stability_days) : 0.0;
}

double stability_of(const Schedule& schedule) {
    return schedule.stability > 0 ? schedule.stability : schedule.interval_days;
}

double mastery_level(const Schedule& schedule, double horizon_days) {
    if (schedule.phase == Phase::New) return 0;
    return mastery_of_stability(stability_of(schedule), horizon_days);
}

Band band_of(const Schedule& schedule, double horizon_days) {
    if (schedule.phase == Phase::New) return Band::New;
    const double mastery = mastery_level(schedule, horizon_days);
    if (mastery < 0.5) return Band::Learning;
    if (mastery < 0.75) return Band::Familiar;
    return mastery < 0.9 ? Band::Strong : Band::Mastered;
}

std::string_view name_of(Band band) { return kBandNames[static_cast<std::size_t>(band)]; }

double recall_on(const Scheduler& scheduler, const Schedule& schedule, Day day) {
    return scheduler.recall_on(schedule, day).value_or(0.0);
}

Weighed weigh(const Schedule& schedule, double weight, double horizon_days) {
    return {.mastery = mastery_level(schedule, horizon_days),
            .seen = schedule.phase != Phase::New,
            .weight = weight};
}

Aggregate aggregate(std::vector<Weighed> cards) {
    Aggregate result;
    if (cards.empty()) return result;
    double weights = 0;
    for (const auto& card : cards) {
        result.mastery += card.weight * card.mastery;
        weights += card.weight;
        result.seen += card.seen ? 1 : 0;
    }
    result.cards = static_cast<int>(cards.size());
    result.mastery = weights > 0 ? result.mastery / weights : 0;
    result.coverage = static_cast<double>(result.seen) / result.cards;
    const auto tenth = cards.begin() + (result.cards - 1) / 10;
    std::ranges::nth_element(cards, tenth, {}, &Weighed::mastery);
    result.weakest_tenth = tenth->mastery;
    return result;
}

}  // namespace wengu
