#pragma once
// Everything known of one card, gathered for its screen or its sentences.

#include "app/context.h"
#include "app/screens/card_screen.h"
#include "store/cards.h"

namespace wengu {

[[nodiscard]] CardView card_view(const Context& context, const Store& store,
                                 const store::Card& card);

/// Shows history, state and the curve of recall until the user leaves.
[[nodiscard]] Intent show_card_info(Terminal& terminal, const Context& context, const Store& store,
                                    const std::string& card_id);

/// "folder/note.md:42": where a card stands, short enough for a screen.
[[nodiscard]] std::string source_of(const store::Card& card);

/// "new", "learning", "review", "suspended" or "gone", and "flagged", translated.
[[nodiscard]] std::string state_words(const store::Card& card);

}  // namespace wengu
