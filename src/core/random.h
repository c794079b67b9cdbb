#pragma once
// A seeded generator and a shuffle that give the same numbers on every machine
// (the standard distributions do not).

#include <cstddef>
#include <cstdint>
#include <utility>

namespace wengu {

/// SplitMix64 (Steele, Lea, Flood 2014). Small, fast, not for secrets.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    /// Uniform in [0, 1).
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    /// Uniform in [0, count). Requires: count > 0.
    std::size_t below(std::size_t count) {
        const auto index = static_cast<std::size_t>(unit() * static_cast<double>(count));
        return index < count ? index : count - 1;
    }

private:
    std::uint64_t state_;
};

/// Fisher-Yates. `items` is any random-access container.
template <typename Container>
void shuffle(Container& items, Random& random) {
    for (std::size_t i = items.size(); i > 1; --i) {
        using std::swap;
        swap(items[i - 1], items[random.below(i)]);
    }
}

}  // namespace wengu
