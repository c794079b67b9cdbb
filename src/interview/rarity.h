#pragma once
// How much a word tells: what stands in most of a person's notes tells little.

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace wengu {

class Concepts;

/// Counts in how many texts (cards, notes) a word or concept occurs.
class Rarity {
public:
    void add(std::string_view text, const Concepts& concepts);

    /// 1 for what was never seen, falling to 0.5 for what stands everywhere.
    /// With fewer than 20 texts nothing is known and everything weighs 1.
    [[nodiscard]] double weight(std::uint64_t token) const;

private:
    std::unordered_map<std::uint64_t, int> texts_with_;
    int texts_ = 0;
};

}  // namespace wengu
