#include "memory/change.h"

#include <algorithm>
#include <cstdlib>

namespace wengu {
namespace {

void count_move(ChangeEffect& effect, int days) {
    if (days < 0) {
        effect.earlier += 1;
        effect.most_earlier = std::max(effect.most_earlier, -days);
    } else if (days > 0) {
        effect.later += 1;
        effect.most_later = std::max(effect.most_later, days);
    }
}

double median(std::vector<int>& sizes) {
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

}  // namespace

Change plan_change(std::span<const CardHistory> cards, const Scheduler& scheduler, Day today) {
    Change change;
    std::vector<int> sizes;
    long sum = 0;
    for (const auto& card : cards) {
        change.schedules.push_back(scheduler.replay(card.rows, card.seed));
        const auto& after = change.schedules.back();
        if (card.schedule.phase == Phase::New || after.phase == Phase::New) continue;
        const auto days = static_cast<int>((after.due - card.schedule.due).count());
        count_move(change.effect, days);
        sizes.push_back(std::abs(days));
        sum += days;
        change.effect.due_before += card.schedule.due <= today ? 1 : 0;
        change.effect.due_after += after.due <= today ? 1 : 0;
    }
    change.effect.cards = static_cast<int>(sizes.size());
    if (sizes.empty()) return change;
    change.effect.mean_days = static_cast<double>(sum) / static_cast<double>(sizes.size());
    change.effect.median_days = median(sizes);
    return change;
}

}  // namespace wengu
