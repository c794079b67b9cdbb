#pragma once
// What a scheduler knows of one card. A value: computing the next one is the
// memory room's work, keeping it is the store's.

#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace wengu {

/// The names are stored and printed: never change them.
enum class Phase { New, Learning, Review, Relearning };

struct Schedule {
    Phase phase = Phase::New;
    Day due{};  ///< Study day on which the card is next asked; meaningless when New.
    std::optional<Instant> due_at;  ///< Later the same day (learning steps); else empty.
    int interval_days = 0;          ///< Days between the last review and `due`.
    int step = 0;                   ///< Index into the (re)learning steps.
    int streak = 0;                 ///< SM-2's n: successes in a row.
    int ease = 250;                 ///< SM-2's E-factor in hundredths.
    double stability = 0;           ///< FSRS, days until recall falls to 90 %; 0 when unknown.
    double difficulty = 0;          ///< FSRS, 1..10; 0 when unknown.
    int reviews = 0;                ///< Counted reviews so far, repeats on the same day included.
    int lapses = 0;                 ///< Times a known card was forgotten.
    std::optional<Day> last_day;    ///< Study day of the last counted review.

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// What the author of a note says of it (front matter `difficulty`): a weak
/// prior. Medium, or nothing, is the plain algorithm.
enum class Difficulty { Easy, Medium, Hard };

/// "easy", "medium", "hard": as notes spell it and the store keeps it.
[[nodiscard]] std::string_view name_of(Difficulty difficulty);
/// Medium for any other word.
[[nodiscard]] Difficulty difficulty_named(std::string_view name);

/// Progress that a note brings from another program's front matter.
struct ImportedProgress {
    int reviews = 0;
    Day last_reviewed{};
    Day next_review{};

    friend bool operator==(const ImportedProgress&, const ImportedProgress&) = default;
};

/// What is known of a card before its first review here. Kept with the card,
/// never changed afterwards: a replay of its log begins with it.
struct CardSeed {
    std::string card_id;  ///< Seeds the fuzz, so that previews equal outcomes.
    Difficulty difficulty = Difficulty::Medium;
    std::optional<ImportedProgress> progress{};

    friend bool operator==(const CardSeed&, const CardSeed&) = default;
};

}  // namespace wengu
