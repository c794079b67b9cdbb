#pragma once
// Where an answer says what a point says and yet something else: another number, denied,
// in another order, with roles exchanged, the opposite word. Words bound to the same word
// in both texts are held against each other; what each of them means is not known here.

#include "interview/heard.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The numbers are stored with the answers of a drill: never renumber.
enum class DifferenceKind : std::uint8_t {
    Number = 0,
    Negation = 1,
    Order = 2,
    Roles = 3,
    Opposite = 4,
    Scope = 5,
};

/// As it is printed for scripts: "number", "negation", "order", "roles", "antonym", "scope".
[[nodiscard]] std::string_view name_of(DifferenceKind kind);

/// Which clauses of an answer are held against a point: [first, last].
struct Reach {
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] bool has(std::size_t clause) const { return clause >= first && clause <= last; }
};

inline constexpr Reach kEverywhere{0, static_cast<std::size_t>(-1)};

/// One sign that the two texts differ.
struct Clash {
    DifferenceKind kind = DifferenceKind::Number;
    double strength = 0;    ///< 0..1, share of what could be compared that differs.
    std::size_t meant = 0;  ///< Clause of the point.
    std::size_t said = 0;   ///< Clause of the answer.
};

/// Every sign that the answer says something else than point `number` of the card. `card`: its
/// points.
[[nodiscard]] std::vector<Clash> clashes_of(std::size_t number, std::span<const Heard> card,
                                            const Heard& said, const Reach& reach,
                                            const Terms& terms);

}  // namespace wengu
