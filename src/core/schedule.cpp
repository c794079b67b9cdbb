#include "core/schedule.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::array<std::string_view, 3> kDifficulties{"easy", "medium", "hard"};

}  // namespace

std::string_view name_of(Difficulty difficulty) {
    return kDifficulties.at(static_cast<std::size_t>(difficulty));
}

Difficulty difficulty_named(std::string_view name) {
    const auto* found = std::ranges::find(kDifficulties, name);
    if (found == kDifficulties.end()) return Difficulty::Medium;
    return static_cast<Difficulty>(found - kDifficulties.begin());
}

}  // namespace wengu
