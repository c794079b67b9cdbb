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

ChangeEffect effect_of_change(std::span<const Schedule> before, std::span<const Schedule> after,
                              Day today) {
    ChangeEffect effect;
    std::vector<int> sizes;
    long sum = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].phase == Phase::New || after[i].phase == Phase::New) continue;
        const auto days = static_cast<int>((after[i].due - before[i].due).count());
        count_move(effect, days);
        sizes.push_back(std::abs(days));
        sum += days;
        effect.due_before += before[i].due <= today ? 1 : 0;
        effect.due_after += after[i].due <= today ? 1 : 0;
    }
    effect.cards = static_cast<int>(sizes.size());
    if (sizes.empty()) return effect;
    effect.mean_days = static_cast<double>(sum) / static_cast<double>(sizes.size());
    effect.median_days = median(sizes);
    return effect;
}

}  // namespace wengu
