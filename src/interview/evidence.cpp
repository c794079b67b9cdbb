#include "interview/evidence.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr int kLength = 32;  // of a window, as long as one long clause
constexpr std::size_t kMostClauses = 4;
constexpr double kNearlyBest = 0.8;
constexpr std::size_t kMostWindows = 6;

}  // namespace

void Hearing::hear(const Tokens& tokens) {
    for (std::size_t i = 0; i < clearly_.size(); ++i) {
        clearly_[i] = std::max(clearly_[i], clarity(point_->items[i], tokens));
    }
}

double Hearing::weight() const { return weight_without({}); }

double Hearing::weight_without(const std::vector<const PointItems*>& others) const {
    double sum = 0;
    for (std::size_t i = 0; i < clearly_.size(); ++i) {
        const auto& item = point_->items[i];
        const bool shared = std::ranges::any_of(
            others, [&](const PointItems* other) { return has_item(*other, item); });
        if (clearly_[i] > 0 && !shared) sum += clearly_[i] * item.weight;
    }
    return sum;
}

int Hearing::items() const {
    return static_cast<int>(std::ranges::count_if(clearly_, [](double c) { return c > 0; }));
}

std::vector<Window> windows_of(const PointItems& point, const Heard& said) {
    std::vector<Window> windows;
    const auto& clauses = said.clauses;
    for (std::size_t first = 0; first < clauses.size(); ++first) {
        Hearing match{point};
        Window window;
        int length = 0;
        const auto end = std::min(first + kMostClauses, clauses.size());
        for (auto last = first; last < end; ++last) {
            length += clauses[last].length;
            const bool more =
                length <= kLength && clauses[last].sentence == clauses[first].sentence;
            if (last > first + 1 && !more) break;
            match.hear(said.tokens[last]);
            const double weight = match.weight();
            if (weight > window.weight + 1e-9) window = {{first, last}, weight, match.items()};
        }
        if (window.items > 0) windows.push_back(window);
    }
    std::ranges::stable_sort(windows, std::greater{}, &Window::weight);
    const auto worse = std::ranges::find_if(windows, [&](const Window& window) {
        return window.weight < kNearlyBest * windows.front().weight;
    });
    windows.erase(worse, windows.end());
    windows.resize(std::min(windows.size(), kMostWindows));
    return windows;
}

}  // namespace wengu
