#pragma once
// Review state into the front matter of a note, byte for byte.
//
// Only the values of keys that already stand in YAML front matter change;
// every other byte stays: quotes, comments, the order of keys, line ends, byte
// order mark, a missing final newline. What cannot be edited with certainty is
// refused, with a reason. Reading, locking and renaming the file is app's.

#include "core/error.h"
#include "core/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The keys of the review state. No other value of a note is ever changed.
inline constexpr std::array<std::string_view, 4> kStateKeys{"mastery_level", "review_count",
                                                            "next_review", "last_reviewed"};

/// The state of a whole note.
struct ReviewState {
    double mastery_level = 0;          ///< 0..1; written with two decimals.
    std::optional<Day> next_review;    ///< nullopt: the note's value is left alone.
    std::optional<Day> last_reviewed;  ///< nullopt: the note's value is left alone.
    int review_count = 0;
};

struct WriteBack {
    std::string bytes;  ///< What to write; the bytes given when nothing changes.
    bool changed = false;
    std::optional<Problem> refused{};  ///< Its path is empty. Then `changed` is false.
};

/// What one of the keys said before, as it was spelled, without its quotes.
struct FormerValue {
    std::string key;
    std::optional<std::string> text;  ///< nullopt: nothing, not even a blank after the colon.

    friend bool operator==(const FormerValue&, const FormerValue&) = default;
};

/// What the note says for those of the four keys that it has in a way that is updated.
[[nodiscard]] std::vector<FormerValue> state_values(std::string_view bytes);

/// Puts `state` into those of the four keys that the note has; a key that is among `former`
/// gets what is said there instead.
///
/// A value that already says the same keeps its spelling. A new one follows the
/// old: quotes, `/` or `.` between the parts of a day, a day inside `[[ ]]`, a
/// percentage stays one. An empty value or null is filled in. Refused, for the
/// note as a whole: a value that is no number or day ("low", 35 for a share),
/// a key given twice, values over several lines, block scalars, lists, anchors
/// and tags, braces around everything, YAML that does not parse, TOML, and
/// front matter without an end. Doing it twice changes nothing more.
[[nodiscard]] WriteBack write_back(std::string_view bytes, const ReviewState& state,
                                   const std::vector<FormerValue>& former = {});

}  // namespace wengu
