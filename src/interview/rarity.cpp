#include "interview/rarity.h"

#include "interview/tokens.h"

#include <algorithm>
#include <cmath>

namespace wengu {

constexpr int kFewTexts = 20;
constexpr double kLeast = 0.5;

void Rarity::add(std::string_view text, const Concepts& concepts) {
    ++texts_;
    for (const auto& [token, clearly] : tokens_of(words_of(text), concepts)) {
        ++texts_with_[token];
    }
}

double Rarity::weight(std::uint64_t token) const {
    if (texts_ < kFewTexts) return 1;
    const auto found = texts_with_.find(token);
    if (found == texts_with_.end()) return 1;
    const double all = texts_ + 1;
    const double rarity = std::log(all / (found->second + 0.5)) / std::log(all / 0.5);
    // The root, because a plain share lets what was not said outweigh what was.
    return std::clamp(std::sqrt(std::max(0.0, rarity)), kLeast, 1.0);
}

}  // namespace wengu
