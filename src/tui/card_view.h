#pragma once
// Everything known of one card, gathered for its screen or its sentences.

#include "library/environment.h"
#include "store/cards.h"
#include "tui/screens/card_screen.h"

namespace wengu {

[[nodiscard]] CardView card_view(const Environment& environment, const Store& store,
                                 const store::Card& card);

/// Shows history, state and the curve of recall until the user leaves.
[[nodiscard]] Intent show_card_info(Terminal& terminal, const Environment& environment,
                                    const Store& store, const std::string& card_id);

/// "folder/note.md:42": where a card stands, short enough for a screen.
[[nodiscard]] std::string source_of(const store::Card& card);

/// "new", "learning", "review", "suspended" or "gone", and "flagged", translated.
[[nodiscard]] std::string state_words(const store::Card& card);

}  // namespace wengu
