#pragma once
// How far an answer covers the points of a card. A hint for the person who answered, never
// a verdict: each finding rests on words that are quoted from the answer, and whether a
// verdict was right is always left to the person.

#include "core/card.h"
#include "interview/concepts.h"
#include "interview/differences.h"
#include "interview/rarity.h"
#include "interview/remark.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The numbers are stored with the answers of a drill, the names (see `name_of`) are
/// printed for scripts: never change them.
enum class PointState {
    Mentioned = 0,  ///< The answer says it, in words that agree.
    Perhaps = 1,    ///< It may, in other words; only the person can tell.
    Missing = 2,    ///< Nothing like it was heard, and nothing is left over that could be it.
    Differs = 3,    ///< The answer says it and yet something else: see the difference.
};

/// "mentioned", "perhaps", "missing", "differs".
[[nodiscard]] std::string_view name_of(PointState state);

/// What the point says against what was said, both verbatim.
struct Difference {
    DifferenceKind kind = DifferenceKind::Number;
    std::string meant;
    std::string said;

    friend bool operator==(const Difference&, const Difference&) = default;
};

struct PointHint {
    PointState state = PointState::Missing;
    double score = 0;      ///< 0..1, share of the point's weight that was heard.
    std::string evidence;  ///< Verbatim from the answer; empty when nothing matched.
    int sentence = 0;      ///< Number of the sentence the evidence is in, from 1; 0 without.
    std::optional<Difference> difference = {};  ///< Of `Differs` only.

    friend bool operator==(const PointHint&, const PointHint&) = default;
};

struct Coverage {
    std::vector<PointHint> points;  ///< One for each point, in order.
    Remark remark = Remark::None;
    /// The answer uses the words of the card and seems to disagree in several places:
    /// nothing is ticked, each point is to be checked.
    bool doubtful = false;
    bool own_words = false;  ///< Most of it is in words that neither card nor question has.
    std::vector<std::string> left_over;  ///< Clauses that no point explains, verbatim.
};

/// What to tell the person of a doubtful answer.
[[nodiscard]] std::string doubt_sentence();

/// Holds `said` against `points`. Time is linear in the length of `said`.
[[nodiscard]] Coverage cover(std::string_view question, const std::vector<Point>& points,
                             std::string_view said, const Concepts& concepts,
                             const Rarity& rarity = {});

}  // namespace wengu
