#include "core/nearest.h"

#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// Insertions, deletions, replacements and swaps of neighbours that turn a into b.
int slips(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<int>> best(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) best[i][0] = static_cast<int>(i);
    for (std::size_t j = 0; j <= b.size(); ++j) best[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            int& cell = best[i][j];
            cell = std::min({best[i - 1][j] + 1, best[i][j - 1] + 1, best[i - 1][j - 1] + change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) cell = std::min(cell, best[i - 2][j - 2] + 1);
        }
    }
    return best[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    const auto typed = to_code_points(normalise(word));
    if (typed.size() > 60) return {};
    std::string found;
    int fewest = std::max(1, static_cast<int>(typed.size()) / 3) + 1;
    for (const auto candidate : candidates) {
        const int count = slips(typed, to_code_points(normalise(candidate)));
        if (count < fewest) {
            fewest = count;
            found = candidate;
        }
    }
    return found;
}

}  // namespace wengu
