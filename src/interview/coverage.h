#pragma once
// How far an answer covers the points of a card. A hint for the person who
// answered, never a verdict: each state rests on words that are quoted from
// the answer, and whether a verdict was right is always left to the person.

#include "core/card.h"
#include "interview/concepts.h"
#include "interview/rarity.h"
#include "interview/remark.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The names (see `name_of`) are stored and printed: never change them.
enum class PointState {
    Mentioned,  ///< The answer says it, or nearly.
    Ask,        ///< It may; only the person can tell.
    Missing,    ///< Nothing like it was heard.
};

[[nodiscard]] std::string_view name_of(PointState state);

struct PointHint {
    PointState state = PointState::Missing;
    double score = 0;      ///< 0..1, share of the point's weight that was heard.
    std::string evidence;  ///< Verbatim from the answer; empty when nothing matched.
    int sentence = 0;      ///< Number of the sentence the evidence is in, from 1; 0 without.

    friend bool operator==(const PointHint&, const PointHint&) = default;
};

struct Coverage {
    std::vector<PointHint> points;  ///< One for each point, in order.
    Remark remark = Remark::None;
};

/// Holds `said` against `points`. Time is linear in the length of `said`.
[[nodiscard]] Coverage cover(std::string_view question, const std::vector<Point>& points,
                             std::string_view said, const Concepts& concepts,
                             const Rarity& rarity = {});

}  // namespace wengu
