#pragma once
// Today's cards of a collection: from the store's rows to the study room's queue,
// and from its queue to a session with texts.

#include "library/collection.h"
#include "store/cards.h"
#include "store/queue.h"
#include "study/queue.h"
#include "study/session.h"

#include <optional>
#include <string>
#include <vector>

namespace wengu {

struct DayRequest {
    std::string deck_or_tag;       ///< Empty: everything.
    std::optional<int> limit;      ///< Cards in this sitting.
    std::optional<int> new_cards;  ///< New cards in this sitting.
    std::optional<int> minutes;    ///< Minutes of this sitting.
    int ahead_days = 0;            ///< Also cards that are due so soon.
    bool cram = false;             ///< Every card of the deck or tag, no schedule changed.
    bool usual = false;            ///< Say what a usual day holds, even if nothing has piled up.
};

/// The queue and the cards that its items point into.
struct DayQueue {
    Queue queue;
    std::vector<CardInfo> cards;
};

/// Throws UsageError for a deck or tag that is not there.
[[nodiscard]] DayQueue day_queue(const Environment& environment, const Store& store,
                                 const SchedulerSet& schedulers, const DayRequest& request);

/// The cards that were failed today and are asked again today, although they are due on a later
/// day only.
[[nodiscard]] std::vector<CardInfo> failed_today(const Environment& environment, const Store& store,
                                                 const SchedulerSet& schedulers);

/// The queue's cards with their texts, in its order.
[[nodiscard]] std::vector<SessionCard> session_cards(const Store& store, const DayQueue& day);

/// A card as a session asks it; `scheduler` is an index into the session's schedulers.
[[nodiscard]] SessionCard session_card(const Store& store, const store::Card& card,
                                       std::size_t scheduler);

/// "note > heading > heading": where a card stands, for the reader.
[[nodiscard]] std::string place_of(const store::Card& card);

}  // namespace wengu
