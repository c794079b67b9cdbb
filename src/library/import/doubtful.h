#pragma once
// Cards that the rules are not sure of. An import adds them only when asked for all; those
// that the collection has stay in it as long as their note gives them.

#include "cards/relink.h"

namespace wengu {

/// From a note of which nothing is known.
void drop_doubtful(std::vector<Draft>& drafts);

/// From notes that were matched with the collection: keeps what is no new card.
void drop_doubtful(std::vector<NoteDrafts>& notes, Relinked& relinked);

}  // namespace wengu
