#pragma once
// Where fuzzing starts: the project's own notes, in the form each target reads.

#include <string>
#include <string_view>
#include <vector>

namespace wengu::fuzz {

struct Seed {
    std::string name;  ///< Of the note it comes from.
    std::string bytes;
};

/// Every note of the starter decks and of the tests under `root`, by path.
[[nodiscard]] std::vector<Seed> note_seeds(std::string_view root);

/// The cards of those notes as the relink target reads them: front, back, heading and
/// extra, a zero byte after each; every card twice, the second time a little edited.
[[nodiscard]] std::vector<Seed> card_seeds(const std::vector<Seed>& notes);

}  // namespace wengu::fuzz
