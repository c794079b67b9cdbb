#pragma once
// What a shell may offer next. The logic is here, once; the scripts for bash,
// zsh and fish only hand over the words and show the answers.

#include "cli/command.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// A word that may come next.
struct Offer {
    std::string word;
    std::string what;  ///< One line; may be empty.

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// The values there are just now: decks, tags, profiles... An empty list lets
/// the shell fall back to file names.
using LiveValues = std::function<std::vector<std::string>(Completes)>;

/// Candidates for the last of `words` (which may be empty), given those before
/// it; `words` begins after "wengu". All candidates start with that last word.
[[nodiscard]] std::vector<Offer> complete(const Command& root,
                                          const std::vector<std::string>& words,
                                          const LiveValues& values);

/// The script that a shell ("bash", "zsh" or "fish") has to load. Throws
/// UsageError for another shell.
[[nodiscard]] std::string completion_script(std::string_view shell);

}  // namespace wengu
