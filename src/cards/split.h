#pragma once
// From a note to the cards a careful person would make of it, and to what was left out.
//
// One pass of ordered rules over the note's blocks (see rules/rules.h). Nothing is
// stored, nothing is guessed silently: every card names its rule and confidence, and
// every heading, bold line and question that gave none names the reason.

#include "cards/words.h"
#include "core/card.h"
#include "core/error.h"
#include "notes/note.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Cards from this confidence on are imported unless all are asked for.
inline constexpr double kImportConfidence = 0.5;

/// Stands for everything that decides which cards a note gives, made of the sources and word
/// lists when the program is built: where it differs, notes are read again.
[[nodiscard]] std::uint64_t rules_version();

/// Why something that looked like a card gave none.
struct Explanation {
    int line = 0;
    std::string text;     ///< The heading, bold line or item.
    std::string reason;   ///< Stable name: "check-list".
    std::string message;  ///< The same for people.
};

struct Split {
    std::vector<Draft> drafts;  ///< In the order of their front lines.
    std::vector<Problem> problems;
    std::vector<Explanation> explanations;  ///< By line.
};

/// Whether `Split::explanations` is wanted.
enum class Explaining { No, Yes };

/// `fallback_title` names a note that has neither a title nor a first-level heading:
/// usually its file name without extension.
[[nodiscard]] Split split(const Note& note, std::string_view fallback_title = {},
                          const Words& words = Words::built_in(),
                          Explaining explaining = Explaining::Yes);

/// Finds the key points of every answer (see points.h). Apart from `split`, because it
/// takes longer than the splitting itself.
void add_points(std::vector<Draft>& drafts);

/// What a rule claims, for people; empty for an unknown id.
[[nodiscard]] std::string statement_of(std::string_view rule);

}  // namespace wengu
