#pragma once
// Which questions a mock interview asks, and in what order. Every number that
// went into the choice is kept, so that it can be shown.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

enum class DrillStyle { Calm, Standard, Tough };
[[nodiscard]] std::optional<DrillStyle> parse_drill_style(std::string_view name);
[[nodiscard]] std::string_view name_of(DrillStyle style);
/// The name in the user's language.
[[nodiscard]] std::string style_word(DrillStyle style);

/// What the choice needs to know of a card. Only cards that may be asked: with
/// an answer, not suspended.
struct Candidate {
    std::string card_id;
    std::string note;   ///< One question per note; the others may follow up.
    std::string topic;  ///< The tag or deck it belongs to.
    std::vector<std::string> tags;
    std::string difficulty;         ///< Of its note: "easy", "hard"; anything else is medium.
    double recall = 0;              ///< Predicted for the day of the interview; 0 for a new card.
    double overdue = 0;             ///< Days overdue divided by the interval; 0 when not due.
    std::vector<double> coverages;  ///< Of past drills, newest first, 0..1.
    std::optional<double> days_since_asked;
    int sessions_since_asked = 1000;  ///< 1: in the last session.
    bool failed_last = false;         ///< Graded Again when it was last asked.
    bool is_sentence = true;          ///< Its front is something an interviewer could say.
    int points = 2;                   ///< Of its answer.
    bool to_recite = false;           ///< A standard answer, to be given as a whole.
};

struct ChooseOptions {
    int count = 4;
    DrillStyle style = DrillStyle::Standard;
    std::map<std::string, double> tag_weights =
        {};  ///< Of a profile: these come first, each once if room; see kOffProfile.
    std::string asked_tag = {};  ///< "asked:COMPANY": what has it comes before all.
    std::uint64_t seed = 0;
    bool allow_repeats = false;   ///< Relax: also what was asked a moment ago.
    bool allow_siblings = false;  ///< Relax: several questions of one note, any topic.
};

/// How much each reason counts in a weight.
struct ReasonShares {
    double base = 0.15;
    double forgetting = 0.45;
    double gap = 0.25;
    double late = 0.15;
};
inline constexpr ReasonShares kShares;

inline constexpr int kFewestPoints = 2;      ///< Of a question worth asking.
inline constexpr double kWorthReciting = 3;  ///< Against a question on a detail.
inline constexpr double kWorthAsked = 4;     ///< Somebody was asked it: tagged "asked:...".
/// Weight of what has no tag of the profile, against 1 for a tag of weight 1: drawn only
/// where the tags leave room.
inline constexpr double kOffProfile = 0.25;

/// Whether an interviewer could say `front` as it stands: it asks, or says what to do.
[[nodiscard]] bool is_sentence(std::string_view front);

/// Why a candidate weighs what it weighs.
struct Reasons {
    double worth = 1;  ///< As a question of an interview; 0: never.
    double tag = 1;
    double forgetting = 0;  ///< 1 - recall on the day.
    double gap = 0;         ///< 1 - coverage so far.
    double late = 0;
    double novelty = 1;
    double fit = 1;
    double weight = 0;
};

struct Choice {
    std::size_t candidate = 0;  ///< Index into the candidates.
    Reasons reasons;
};

struct Chosen {
    std::vector<Choice> questions;  ///< In the order in which to ask them.
    int eligible = 0;               ///< Candidates with any weight.
    int asked_lately = 0;           ///< Left out because they were asked a moment ago.
};

/// Past coverages as one number, recent ones heavier (0.8 to the power of their
/// age in sessions); 0.4 for a card never drilled.
[[nodiscard]] double weighed_coverage(const std::vector<double>& newest_first);

[[nodiscard]] Reasons weigh(const Candidate& candidate, const ChooseOptions& options);

/// Draws `count` questions, fewer when not so many are eligible under the rules:
/// one per note, at most half from one topic, each weighted tag at least once.
/// The same candidates, options and seed give the same questions.
[[nodiscard]] Chosen choose(const std::vector<Candidate>& candidates, const ChooseOptions& options);

/// A card that may follow up a question.
struct FollowUp {
    std::string card_id;
    std::string note;
    std::string note_path_or_title;  ///< What `related` of another note may name.
    std::vector<std::string> tags;
    bool shown = false;  ///< Its answer was on the screen already.
};

/// Candidates for following up on a question of `note`, best first, at most
/// `count`: its siblings, then cards of related notes, then those that share
/// its rarest tag.
[[nodiscard]] std::vector<std::size_t> follow_ups(const FollowUp& asked,
                                                  const std::vector<std::string>& related,
                                                  const std::vector<FollowUp>& pool, int count);

}  // namespace wengu
